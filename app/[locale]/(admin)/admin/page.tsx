import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ChartLegend, NetSalesChart } from '@/components/admin/net-sales-chart';
import { OrdersTable } from '@/components/admin/orders-table';
import { PageHead } from '@/components/admin/page-head';
import { SalesCards } from '@/components/admin/sales-cards';
import { ShortProducts, TopProducts } from '@/components/admin/sales-lists';
import { SalesTable } from '@/components/admin/sales-table';
import { Card } from '@/components/ui/card';
import { TabLinks } from '@/components/ui/tab-links';
import { requireAdmin } from '@/lib/auth/session';
import { formatDateTime, formatShortDate, formatTime } from '@/lib/format/date-time';
import { Link } from '@/lib/i18n/link';
import type { Locale } from '@/lib/i18n/locales';
import { readChoice } from '@/lib/page-key';
import { getSales, SALES_RANGES } from '@/lib/queries/admin/get-sales';
import type { SalesView } from '@/lib/views/admin-sales';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.sales');
  return { title: t('title') };
}

/** How the shop does: cards, chart, best sellers, what to restock, the latest orders. */
export default async function SalesPage({ params, searchParams }: PageProps<'/[locale]/admin'>) {
  const locale = (await params).locale as Locale;
  const range = readChoice((await searchParams).range, SALES_RANGES, '7d');
  await requireAdmin(locale, `/admin?range=${range}`);
  const sales = await getSales(range);
  const t = await getTranslations('admin.sales');
  return (
    <>
      <PageHead title={t('title')}>
        <TabLinks
          label={t('range')}
          tabs={SALES_RANGES.map((name) => ({
            href: `/admin?range=${name}`,
            text: t(`ranges.${name}`),
            current: name === range,
          }))}
        />
        <p className="mt-3 text-sm text-muted">
          <span data-as-of={sales.asOf.toISOString()}>
            {t('asOf', { time: formatDateTime(sales.asOf, locale) })}
          </span>
          {' · '}
          {compared(sales, locale, t)}
        </p>
      </PageHead>
      <div className="flex flex-col gap-4">
        <SalesCards sales={sales} />
        <div className="grid grid-cols-1 gap-4 xl:grid-cols-12">
          <Card title={t(`chart.${sales.unit}`)} className="xl:col-span-8">
            <ChartLegend />
            <NetSalesChart sales={sales} />
            <SalesTable sales={sales} />
          </Card>
          <Card title={t('top.title')} className="xl:col-span-4">
            <TopProducts products={sales.topProducts} />
          </Card>
        </div>
        <div className="grid grid-cols-1 gap-4 xl:grid-cols-12">
          <Card title={t('recent.title')} className="xl:col-span-7">
            {sales.recentOrders.length === 0 ? (
              <p className="text-muted">{t('recent.empty')}</p>
            ) : (
              <OrdersTable orders={sales.recentOrders} label={t('recent.title')} />
            )}
            <Link
              href="/admin/orders"
              className="mt-2 inline-flex min-h-11 items-center text-sm text-primary underline"
            >
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

/** The period of comparison in words: days, and for today the time that both end at. */
function compared(
  { unit, previousFrom, previousUntil }: SalesView,
  locale: Locale,
  t: Awaited<ReturnType<typeof getTranslations<'admin.sales'>>>,
): string {
  const until = `${formatShortDate(previousUntil, locale)} ${formatTime(previousUntil, locale)}`;
  return unit === 'hour'
    ? t('comparedHours', { until })
    : t('compared', { from: formatShortDate(previousFrom, locale), until });
}
