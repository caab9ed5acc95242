import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AsOfBar } from '@/components/admin/as-of-bar';
import { OrdersTable } from '@/components/admin/orders-table';
import { PageHead } from '@/components/admin/page-head';
import { CouponSales } from '@/components/admin/sales/coupon-sales';
import { KeepFresh } from '@/components/admin/sales/keep-fresh';
import { LostReasons } from '@/components/admin/sales/lost-reasons';
import { NetSalesChart } from '@/components/admin/sales/net-sales-chart';
import { SalesCards } from '@/components/admin/sales/sales-cards';
import { SalesFilterForm } from '@/components/admin/sales/sales-filter';
import { ShortProducts } from '@/components/admin/sales/short-products';
import { TopProducts } from '@/components/admin/sales/top-products';
import { WalletFlow } from '@/components/admin/sales/wallet-flow';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { requireAdmin } from '@/lib/auth/session';
import { formatDateTime, formatShortDate, formatTime } from '@/lib/format/date-time';
import { Link } from '@/lib/i18n/link';
import type { Locale } from '@/lib/i18n/locales';
import { redirect } from '@/lib/i18n/redirect';
import { findSalesFilter } from '@/lib/queries/admin/find-sales-filter';
import { getSales } from '@/lib/queries/admin/get-sales';
import type { SalesView } from '@/lib/views/admin-sales';
import {
  addressOf,
  officeAddress,
  readAt,
  salesAddress,
  salesQuery,
} from '@/lib/views/sales-address';
import type { SalesFilter } from '@/lib/views/sales-filter';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sales');
  return { title: t('title') };
}

/** How the shop does: cards, charts, best sellers, what to restock, the latest orders. */
export default async function SalesPage({ params, searchParams }: PageProps<'/[locale]/admin'>) {
  const locale = (await params).locale as Locale;
  const query = await searchParams;
  await requireAdmin(locale, addressOf('/admin', query));
  const found = await findSalesFilter(query);
  if (found.canonical) redirect(locale, salesAddress('/admin', found.filter));
  const { asOf } = found;
  const sales = await getSales(found.filter, asOf.at);
  const filter = readAt(found.filter, sales.asOf);
  const t = await getTranslations('sales');
  const half = 'xl:col-span-6';
  return (
    <>
      <PageHead title={t('title')}>
        <div className="mt-1 flex min-h-11 flex-wrap items-center gap-x-2 text-sm text-muted">
          <span data-as-of={sales.asOf.toISOString()}>
            {t('asOf', { time: formatDateTime(sales.asOf, locale) })}
          </span>
          <span>
            <ComparedWith sales={sales} />
          </span>
          <span className="js-only inline-flex flex-wrap items-center gap-x-2">
            {asOf.at === null && (
              <KeepFresh
                texts={{
                  on: t('live.on'),
                  failed: t('live.failed', { time: formatTime(sales.asOf, locale) }),
                  signedOut: t('live.signedOut'),
                }}
              />
            )}
            <PauseLink filter={filter} paused={asOf.at !== null} />
          </span>
        </div>
      </PageHead>
      <AsOfBar asOf={asOf} path="/admin" kept={salesQuery('/admin', { ...filter, asOf: null })} />
      <div className="flex flex-col gap-4">
        <SalesFilterForm
          path="/admin"
          {...found}
          conditions={['compare', 'product', 'coupon', 'status']}
        />
        <SalesCards sales={sales} filter={filter} />
        <NetSalesChart sales={sales} filter={filter} />
        <div className="grid grid-cols-1 gap-4 xl:grid-cols-12">
          <TopProducts sales={sales} filter={filter} className={half} />
          <LostReasons sales={sales} filter={filter} className={half} />
          <CouponSales sales={sales} filter={filter} className={half} />
          <WalletFlow sales={sales} filter={filter} className={half} />
          <Card title={t('recent.title')} className="min-w-0 xl:col-span-7">
            {sales.recentOrders.length === 0 ? (
              <p className="text-muted">{t('recent.empty')}</p>
            ) : (
              <OrdersTable orders={sales.recentOrders} label={t('recent.title')} />
            )}
            <Link href={officeAddress('/admin/orders', filter)} className="text-link mt-2">
              {t('recent.all')}
            </Link>
          </Card>
          <Card title={t('short.title')} className="min-w-0 xl:col-span-5">
            <ShortProducts sales={sales} filter={filter} />
          </Card>
        </div>
      </div>
    </>
  );
}

/**
 * Pausing stays at the moment on the screen, which the address then holds: tables, rows and files that
 * are opened are of that moment too.
 */
async function PauseLink({ filter, paused }: { filter: SalesFilter; paused: boolean }) {
  const t = await getTranslations('sales.live');
  return (
    <Link
      href={salesAddress('/admin', { ...filter, asOf: paused ? null : filter.readAt })}
      scroll={false}
      className="inline-flex min-h-11 items-center gap-1 text-primary underline"
    >
      <Icon name={paused ? 'play' : 'pause'} size={16} />
      {t(paused ? 'resume' : 'pause')}
    </Link>
  );
}

/** The period of comparison in words; both periods end at the same time of their days. */
async function ComparedWith({ sales: { compared } }: { sales: SalesView }) {
  const t = await getTranslations('sales');
  const locale = await getLocale();
  if (!compared) return t('comparedNone');
  const until = `${formatShortDate(compared.until, locale)} ${formatTime(compared.until, locale)}`;
  return t('compared', { from: formatShortDate(compared.from, locale), until });
}
