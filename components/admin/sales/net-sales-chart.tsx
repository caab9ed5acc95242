import { getLocale, getTranslations } from 'next-intl/server';
import { ExportLink } from '@/components/admin/export-link';
import { formatMoney } from '@/lib/format/money';
import type { SalesView } from '@/lib/views/admin-sales';
import { queryOf, salesAddress, salesOrdersAddress } from '@/lib/views/sales-address';
import { type SalesFilter, unitsFor } from '@/lib/views/sales-filter';
import { ChartCard } from './chart-card';
import { ChoiceLinks } from './choice-links';
import { Legend } from './legend';
import { NetSalesTable } from './net-sales-table';
import { pointLabels } from './point-labels';
import { TimeChart } from './time-chart';

type NetSalesChartProps = { sales: SalesView; filter: SalesFilter };

/** Net sales by hour, day or week as bars, the compared period as a dashed line. */
export async function NetSalesChart({ sales, filter }: NetSalesChartProps) {
  const t = await getTranslations('sales.chart');
  const locale = await getLocale();
  const labels = await pointLabels(sales.unit);
  const money = (won: number) => formatMoney(won, locale);
  return (
    <ChartCard
      name="net-sales"
      title={t(`title.${sales.unit}`)}
      of="netSales"
      threshold={sales.lowThreshold}
      path="/admin"
      filter={filter}
      choice={<UnitChoice filter={filter} />}
      table={<NetSalesTable sales={sales} filter={filter} />}
      foot={<Files filter={filter} />}
    >
      <Legend
        entries={[
          { mark: 'first', text: t('current') },
          ...(sales.compared ? [{ mark: 'dashed', text: t('previous') } as const] : []),
        ]}
      />
      <TimeChart
        label={await spoken(sales)}
        rowsOf={(days) => salesOrdersAddress(filter, { days })}
        points={sales.points.map((point) => {
          const at = labels.long(point);
          const said = [at, `${t('current')} ${money(point.net)}`];
          if (point.netBefore !== null) said.push(`${t('previous')} ${money(point.netBefore)}`);
          return {
            short: () => labels.short(point),
            bars: [point.net],
            before: point.netBefore,
            label: said.join(', '),
            days: point.days,
          };
        })}
      />
    </ChartCard>
  );
}

/** The rows behind the figures as files. */
async function Files({ filter }: { filter: SalesFilter }) {
  const t = await getTranslations('sales.csv');
  const query = queryOf(salesOrdersAddress(filter));
  const returned = queryOf(salesOrdersAddress(filter, { dated: 'cancelled' }));
  return (
    <p className="mt-2 flex flex-wrap gap-2">
      <ExportLink table="orders" query={query} text={t('orders')} />
      <ExportLink table="lines" query={query} text={t('lines')} />
      <ExportLink table="orders" query={returned} text={t('returned')} />
    </p>
  );
}

/** Hours, days or weeks, where the range leaves a choice. */
async function UnitChoice({ filter }: { filter: SalesFilter }) {
  const t = await getTranslations('sales.chart');
  const units = unitsFor(filter);
  if (units.length < 2) return null;
  return (
    <ChoiceLinks
      label={t('unit')}
      choices={units.map((by) => ({
        href: salesAddress('/admin', { ...filter, by }),
        text: t(`units.${by}`),
        current: by === filter.by,
      }))}
    />
  );
}

/** What the picture shows, in a sentence. */
async function spoken({ unit, figures, points }: SalesView): Promise<string> {
  const t = await getTranslations('sales.chart');
  const locale = await getLocale();
  const title = t(`title.${unit}`);
  const best = points.reduce((most, point) => (point.net > most.net ? point : most));
  const { now, before } = figures.netSales;
  if (best.net <= 0 && !before) return t('labelEmpty', { title });
  const labels = await pointLabels(unit);
  const said = {
    title,
    total: formatMoney(now ?? 0, locale),
    bestAt: labels.long(best),
    best: formatMoney(best.net, locale),
  };
  return before === null
    ? t('label', said)
    : t('labelCompared', { ...said, before: formatMoney(before, locale) });
}
