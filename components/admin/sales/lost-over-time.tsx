import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import type { RowDays } from '@/lib/views/admin-sales';
import type { LostDemandView } from '@/lib/views/lost-demand';
import { lostDemandAddress } from '@/lib/views/sales-address';
import type { SalesFilter } from '@/lib/views/sales-filter';
import { ChartCard } from './chart-card';
import { pointLabels } from './point-labels';
import { TimeChart } from './time-chart';

type LostOverTimeProps = {
  lost: LostDemandView;
  filter: SalesFilter;
  /** What else the address of a point holds, and that of the page. */
  kept: Record<string, string>;
  keptOnPage: Record<string, string>;
};

/** What lost attempts would have brought, by hour, day or week. */
export async function LostOverTime({ lost, filter, kept, keptOnPage }: LostOverTimeProps) {
  const t = await getTranslations('sales');
  const locale = await getLocale();
  const labels = await pointLabels(lost.unit);
  const money = (won: number) => formatMoney(won, locale);
  const rowsOf = ({ from, to, hour = null }: RowDays) => {
    const days = { from, to, range: 'custom' } as const;
    return lostDemandAddress({ ...filter, ...days }, { ...kept, hour });
  };
  const title = t(`lost.byTime.${lost.unit}`);
  const attempts = lost.points.reduce((sum, point) => sum + point.attempts, 0);
  const won = lost.points.reduce((sum, point) => sum + point.lost, 0);
  return (
    <ChartCard
      name="lost-over-time"
      title={title}
      of="lost"
      threshold={lost.lowThreshold}
      path="/admin/lost-demand"
      filter={filter}
      kept={keptOnPage}
      table={
        <Table label={title}>
          <thead>
            <tr>
              <th scope="col">{t(`chart.columns.${lost.unit}`)}</th>
              <th scope="col" className="numeric">
                {t('lost.attempts')}
              </th>
              <th scope="col" className="numeric">
                {t('lost.won')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lost.points.map((point) => (
              <tr key={point.start.getTime()} data-lost={point.lost}>
                <th scope="row" className="font-normal whitespace-nowrap">
                  <Link href={rowsOf(point.days)} className="row-link">
                    {labels.long(point)}
                  </Link>
                </th>
                <td className="numeric">{formatCount(point.attempts, locale)}</td>
                <td className="numeric">{money(point.lost)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-semibold">
              <th scope="row">{t('chart.total')}</th>
              <td className="numeric">{formatCount(attempts, locale)}</td>
              <td className="numeric">{money(won)}</td>
            </tr>
          </tfoot>
        </Table>
      }
    >
      <TimeChart
        label={`${title}. ${t('lost.found', { attempts, won: money(won) })}`}
        rowsOf={rowsOf}
        points={lost.points.map((point) => {
          const at = labels.long(point);
          const said = [at, t('lost.count', { count: point.attempts }), money(point.lost)];
          return {
            short: () => labels.short(point),
            bars: [point.lost],
            label: said.join(', '),
            days: point.days,
          };
        })}
      />
    </ChartCard>
  );
}
