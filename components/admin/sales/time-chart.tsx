import { scaleLinear } from 'd3-scale';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatCompact } from '@/lib/format/count';
import { localizedPath } from '@/lib/i18n/localized-path';
import type { RowDays } from '@/lib/views/admin-sales';
import { ChartPicture } from './chart-picture';
import type { PointTexts } from './chart-points';
import { namedEvery, PLOT_HEIGHT } from './chart-size';

const TICKS = 4;
/** Won: a quiet day is not blown up into a tall bar. */
const LEAST_SCALE = 10_000;

/** One hour, day or week of a chart. */
export interface ChartPoint {
  /** Under the axis, where few of many are named. */
  short: () => string;
  /** Won, each drawn from zero; at most two, of which one is below zero. */
  bars: readonly number[];
  /** Won of the dashed line; null: it has a gap here. */
  before?: number | null;
  /** What the point says in a sentence, also beside the mouse or the focus. */
  label: string;
  days: RowDays;
}

type TimeChartProps = {
  points: readonly ChartPoint[];
  /** What the picture shows, in a sentence; the table beside it has every number. */
  label: string;
  /** The rows of a point's days, without a language prefix. */
  rowsOf: (days: RowDays) => string;
};

/**
 * Won over time as bars, the compared period as a dashed line; every point is a link to its rows and
 * shows its numbers where the mouse or the focus is. Computed on the server.
 */
export async function TimeChart({ points, label, rowsOf }: TimeChartProps) {
  const t = await getTranslations('sales.chart');
  const locale = await getLocale();
  const values = points.flatMap(({ bars, before }) => [...bars, before ?? 0]);
  const nice = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(LEAST_SCALE, ...values)])
    .nice(TICKS);
  const [bottom = 0, top = 0] = nice.domain();
  const scale = scaleLinear().domain([bottom, top]).range([PLOT_HEIGHT, 0]);
  const y = (won: number) => Math.round(scale(won) * 10) / 10;
  const every = namedEvery(points.length);
  const isNamed = (_: ChartPoint, i: number) => (points.length - 1 - i) % every === 0;
  return (
    <ChartPicture
      label={label}
      keys={t('keys')}
      ticks={scale.ticks(TICKS).map((won) => [y(won), formatCompact(won, locale)])}
      zero={y(0)}
      bars={[...(points[0]?.bars.keys() ?? [])].map((series) =>
        points.map(({ bars }) => y(bars[series] ?? 0)),
      )}
      before={points.map(({ before = null }) => (before === null ? null : y(before)))}
      names={points.filter(isNamed).map(({ short }) => short())}
      points={pointTexts(points, (days) => localizedPath(locale, rowsOf(days)))}
    />
  );
}

/** What points say and where they lead, as the few texts that `ChartPoints` takes apart again. */
function pointTexts(
  points: readonly ChartPoint[],
  addressOf: (days: RowDays) => string,
): PointTexts {
  const [{ from, to, hour } = { from: '', to: '', hour: null }] = points.map(({ days }) => days);
  return {
    labels: points.map(({ label }) => label).join('\n'),
    days: points
      .map(({ days }) => {
        if (typeof days.hour === 'number') return `${days.from} ${days.to} ${days.hour}`;
        return days.from === days.to ? days.from : `${days.from} ${days.to}`;
      })
      .join('\n'),
    address: addressOf({ from, to, hour: hour ?? null })
      .replace(`from=${from}`, 'from={from}')
      .replace(`to=${to}`, 'to={to}')
      .replace(`hour=${hour}`, 'hour={hour}'),
  };
}
