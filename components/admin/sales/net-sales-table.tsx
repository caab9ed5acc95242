import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import type { SalesView } from '@/lib/views/admin-sales';
import { salesOrdersAddress } from '@/lib/views/sales-address';
import type { SalesFilter } from '@/lib/views/sales-filter';
import { Definition } from './definition';
import { pointLabels } from './point-labels';

type NetSalesTableProps = { sales: SalesView; filter: SalesFilter };

/** The chart's numbers as a table, with the sums that the cards show. */
export async function NetSalesTable({ sales, filter }: NetSalesTableProps) {
  const t = await getTranslations('sales');
  const locale = await getLocale();
  const labels = await pointLabels(sales.unit);
  const money = (won: number) => formatMoney(won, locale);
  const count = (number: number) => formatCount(number, locale);
  const { points, figures, compared } = sales;
  return (
    <Table label={t(`chart.title.${sales.unit}`)}>
      <thead>
        <tr>
          <th scope="col">{t(`chart.columns.${sales.unit}`)}</th>
          {(['gross', 'discounts', 'returns', 'netSales'] as const).map((metric) => (
            <th key={metric} scope="col" className="numeric">
              <span className="inline-flex items-center gap-4">
                {t(`metrics.${metric}`)}
                {metric === 'gross' && (
                  <Definition of="gross" at="net-sales-table" threshold={sales.lowThreshold} />
                )}
              </span>
            </th>
          ))}
          {compared && (
            <th scope="col" className="numeric">
              {t('chart.columns.before')}
            </th>
          )}
          <th scope="col" className="numeric">
            {t('metrics.orders')}
          </th>
          <th scope="col" className="numeric">
            {t('metrics.units')}
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.start.getTime()} data-point={point.net}>
            <th scope="row" className="font-normal whitespace-nowrap">
              <Link href={salesOrdersAddress(filter, { days: point.days })} className="row-link">
                {labels.long(point)}
              </Link>
            </th>
            <td className="numeric">{money(point.gross)}</td>
            <td className="numeric">{money(point.discounts)}</td>
            <td className="numeric">
              {point.returns === 0 ? (
                money(0)
              ) : (
                <Link
                  href={salesOrdersAddress(filter, { days: point.days, dated: 'cancelled' })}
                  aria-label={`${t('chart.returnsOf', { at: labels.long(point) })}: ${money(-point.returns)}`}
                  className="row-link"
                >
                  {money(-point.returns)}
                </Link>
              )}
            </td>
            <td className="numeric font-semibold">{money(point.net)}</td>
            {compared && (
              <td className="numeric">{point.netBefore === null ? '–' : money(point.netBefore)}</td>
            )}
            <td className="numeric">{count(point.orders)}</td>
            <td className="numeric">{count(point.units)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <th scope="row">{t('chart.total')}</th>
          <td className="numeric">{money(sales.gross)}</td>
          <td className="numeric">{money(figures.discounts.now ?? 0)}</td>
          <td className="numeric">{money(-(figures.returns.now ?? 0))}</td>
          <td className="numeric">{money(figures.netSales.now ?? 0)}</td>
          {compared && <td className="numeric">{money(figures.netSales.before ?? 0)}</td>}
          <td className="numeric">{count(figures.orders.now ?? 0)}</td>
          <td className="numeric">{count(figures.units.now ?? 0)}</td>
        </tr>
      </tfoot>
    </Table>
  );
}
