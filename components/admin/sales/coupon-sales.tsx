import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import { localizedPath } from '@/lib/i18n/localized-path';
import type { SalesView } from '@/lib/views/admin-sales';
import { salesOrdersAddress } from '@/lib/views/sales-address';
import type { SalesFilter } from '@/lib/views/sales-filter';
import { BarList } from './bar-list';
import { ChartCard } from './chart-card';
import { Legend } from './legend';

const MOST_BARS = 6;
const MOST_ROWS = 50;

type CouponSalesProps = { sales: SalesView; filter: SalesFilter; className?: string };

/** What each coupon cost and brought; the table's costs add up to the discounts. */
export async function CouponSales({ sales, filter, className }: CouponSalesProps) {
  const t = await getTranslations('sales');
  const locale = await getLocale();
  const money = (won: number) => formatMoney(won, locale);
  const { coupons } = sales;
  return (
    <ChartCard
      name="coupons"
      title={t('metrics.coupons')}
      of="coupons"
      threshold={sales.lowThreshold}
      path="/admin"
      filter={filter}
      className={className}
      table={coupons.length > 0 && <CouponRows sales={sales} filter={filter} />}
    >
      {coupons.length === 0 ? (
        <p className="text-muted">{t('coupons.empty')}</p>
      ) : (
        <>
          <Legend
            entries={[
              { mark: 'first', text: t('coupons.cost') },
              { mark: 'second', text: t('coupons.revenue') },
            ]}
          />
          <BarList
            label={t('metrics.coupons')}
            bars={coupons.slice(0, MOST_BARS).map(({ couponId, code, cost, revenue }) => ({
              key: couponId,
              name: code,
              values: [cost, revenue],
              text: `${money(cost)} · ${money(revenue)}`,
              label: t('coupons.bar', { code, cost: money(cost), revenue: money(revenue) }),
              href: localizedPath(locale, salesOrdersAddress({ ...filter, coupon: code })),
            }))}
          />
        </>
      )}
    </ChartCard>
  );
}

async function CouponRows({ sales: { coupons }, filter }: CouponSalesProps) {
  const t = await getTranslations('sales');
  const locale = await getLocale();
  const money = (won: number) => formatMoney(won, locale);
  const rest = coupons.slice(MOST_ROWS);
  const sum = (some: typeof coupons, of: 'orders' | 'cost' | 'revenue') =>
    some.reduce((total, coupon) => total + coupon[of], 0);
  const cells = (some: typeof coupons) => (
    <>
      <td className="numeric">{formatCount(sum(some, 'orders'), locale)}</td>
      <td className="numeric">{money(sum(some, 'cost'))}</td>
      <td className="numeric">{money(sum(some, 'revenue'))}</td>
    </>
  );
  return (
    <Table label={t('metrics.coupons')}>
      <thead>
        <tr>
          <th scope="col">{t('coupons.coupon')}</th>
          {(['orders', 'cost', 'revenue'] as const).map((column) => (
            <th key={column} scope="col" className="numeric">
              {t(`coupons.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {coupons.slice(0, MOST_ROWS).map((coupon) => (
          <tr key={coupon.couponId} data-coupon-cost={coupon.cost}>
            <th scope="row" className="font-normal">
              <Link
                href={salesOrdersAddress({ ...filter, coupon: coupon.code })}
                aria-label={t('coupons.ordersOf', { code: coupon.code })}
                className="row-link"
              >
                {coupon.code}
              </Link>
            </th>
            {cells([coupon])}
          </tr>
        ))}
        {rest.length > 0 && (
          <tr data-coupon-cost={sum(rest, 'cost')}>
            <th scope="row" className="font-normal">
              {t('coupons.rest', { count: rest.length })}
            </th>
            {cells(rest)}
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <th scope="row">{t('chart.total')}</th>
          {cells(coupons)}
        </tr>
      </tfoot>
    </Table>
  );
}
