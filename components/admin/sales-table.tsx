import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { formatMoney } from '@/lib/format/money';
import type { SalesView } from '@/lib/views/admin-sales';
import { pointLabels } from './point-labels';

/** The chart's numbers as a table, one click away, with the sums that the cards show. */
export async function SalesTable({ sales }: { sales: SalesView }) {
  const t = await getTranslations('admin.sales.chart');
  const locale = await getLocale();
  const labels = await pointLabels(sales);
  const money = (won: number) => formatMoney(won, locale);
  const count = (number: number) => formatCount(number, locale);
  const { points } = sales;
  return (
    <details className="mt-4">
      <summary className="w-fit py-3 text-sm font-semibold text-primary">{t('table')}</summary>
      <Table label={t(sales.unit)}>
        <thead>
          <tr>
            <th scope="col">{t(`columns.${sales.unit}`)}</th>
            {(['gross', 'discounts', 'returns', 'net', 'before', 'orders', 'units'] as const).map(
              (column) => (
                <th key={column} scope="col" className="numeric">
                  {t(`columns.${column}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.start.getTime()} data-point={point.net}>
              <th scope="row" className="font-normal whitespace-nowrap">
                {labels.long(point.start)}
              </th>
              <td className="numeric">{money(point.gross)}</td>
              <td className="numeric">{money(point.discounts)}</td>
              <td className="numeric">{money(point.returns)}</td>
              <td className="numeric font-semibold">{money(point.net)}</td>
              <td className="numeric">{money(point.netBefore)}</td>
              <td className="numeric">{count(point.orders)}</td>
              <td className="numeric">{count(point.units)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <th scope="row">{t('total')}</th>
            <td className="numeric">{money(sales.gross)}</td>
            <td className="numeric">{money(sales.discounts.now)}</td>
            <td className="numeric">{money(sales.returns.now)}</td>
            <td className="numeric">{money(sales.netSales.now)}</td>
            <td className="numeric">{money(sales.netSales.before)}</td>
            <td className="numeric">{count(sales.orders.now)}</td>
            <td className="numeric">{count(sales.units.now)}</td>
          </tr>
        </tfoot>
      </Table>
    </details>
  );
}
