import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { OrdersTable } from '@/components/admin/orders-table';
import { PageHead } from '@/components/admin/page-head';
import { NetSalesChart } from '@/components/admin/sales/net-sales-chart';
import { NetSalesTable } from '@/components/admin/sales/net-sales-table';
import { SalesCards } from '@/components/admin/sales/sales-cards';
import { SalesFilterForm } from '@/components/admin/sales/sales-filter';
import { ShortProducts } from '@/components/admin/sales/short-products';
import { Card } from '@/components/ui/card';
import { requireAdmin } from '@/lib/auth/session';
import { formatDateTime, formatShortDate, formatTime } from '@/lib/format/date-time';
import { Link } from '@/lib/i18n/link';
import type { Locale } from '@/lib/i18n/locales';
import { redirect } from '@/lib/i18n/redirect';
import { findSalesFilter } from '@/lib/queries/admin/find-sales-filter';
import { getSales } from '@/lib/queries/admin/get-sales';
import type { SalesView } from '@/lib/views/admin-sales';
import { addressOf, salesAddress } from '@/lib/views/sales-address';

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
  const { filter } = found;
  const sales = await getSales(filter, null);
  const t = await getTranslations('sales');
  return (
    <>
      <PageHead title={t('title')}>
        <p className="mt-1 text-sm text-muted">
          <span data-as-of={sales.asOf.toISOString()}>
            {t('asOf', { time: formatDateTime(sales.asOf, locale) })}
          </span>
          {' · '}
          <ComparedWith sales={sales} />
        </p>
      </PageHead>
      <div className="flex flex-col gap-4">
        <SalesFilterForm
          path="/admin"
          {...found}
          conditions={['compare', 'product', 'coupon', 'status']}
        />
        <SalesCards sales={sales} filter={filter} />
        <Card title={t(`chart.title.${sales.unit}`)}>
          <NetSalesChart sales={sales} filter={filter} />
          <NetSalesTable sales={sales} filter={filter} />
        </Card>
        <div className="grid grid-cols-1 gap-4 xl:grid-cols-12">
          <Card title={t('recent.title')} className="xl:col-span-7">
            {sales.recentOrders.length === 0 ? (
              <p className="text-muted">{t('recent.empty')}</p>
            ) : (
              <OrdersTable orders={sales.recentOrders} label={t('recent.title')} />
            )}
            <Link href="/admin/orders" className="text-link mt-2">
              {t('recent.all')}
            </Link>
          </Card>
          <Card title={t('short.title')} className="xl:col-span-5">
            <ShortProducts sales={sales} />
          </Card>
        </div>
      </div>
    </>
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
