import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatCompact } from '@/lib/format/count';
import { localizedPath } from '@/lib/i18n/localized-path';
import { ChartPoints } from './chart-points';

/** Pixels of the plot; its width is that of the page, by percent. */
const HEIGHT = 240;
const TOP = 16;
const AXIS = 28;
const LEFT = 52;
const MOST_LABELS = 6;
const TICKS = 4;
/** Won: a quiet day is not blown up into a tall bar. */
const LEAST_SCALE = 10_000;
/** The plot's own width in the units of its stretched coordinates. */
const SPAN = 1000;
const BARS = ['fill-chart-1', 'fill-chart-3'] as const;

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
  /** Its rows, without a language prefix. */
  href: string;
}

type TimeChartProps = {
  points: readonly ChartPoint[];
  /** What the picture shows, in a sentence; the table beside it has every number. */
  label: string;
};

/**
 * Won over time as bars, the compared period as a dashed line, drawn on the server. Text stands
 * outside the stretched part, so it keeps its size on every screen; every point is a link to its
 * rows and shows its numbers where the mouse or the focus is.
 */
export async function TimeChart({ points, label }: TimeChartProps) {
  const t = await getTranslations('sales.chart');
  const locale = await getLocale();
  const padding = points.length > 12 ? 0.25 : 0.4;
  const x = scaleBand<number>()
    .domain(points.map((_, i) => i))
    .range([0, SPAN])
    .paddingInner(padding)
    // Half of it outside, so that all columns are equally wide and links lie over their bars.
    .paddingOuter(padding / 2);
  const values = points.flatMap(({ bars, before }) => [...bars, before ?? 0]);
  const nice = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(LEAST_SCALE, ...values)])
    .nice(TICKS);
  const [bottom = 0, top = 0] = nice.domain();
  const y = scaleLinear().domain([bottom, top]).range([HEIGHT, 0]);
  const middle = (i: number) => (x(i) ?? 0) + x.bandwidth() / 2;
  /** One path for all bars of a series is a tenth of an element for each. */
  const barAt = (i: number, won: number) =>
    won === 0
      ? ''
      : `M${tenths(x(i) ?? 0)} ${tenths(y(0))}h${tenths(x.bandwidth())}V${tenths(y(won))}h${tenths(-x.bandwidth())}z`;
  const before = line<ChartPoint>()
    .defined((point) => typeof point.before === 'number')
    .x((_, i) => tenths(middle(i)))
    .y((point) => tenths(y(point.before ?? 0)))(points);
  const everyNth = Math.ceil(points.length / MOST_LABELS);
  const labelled = points.map((_, i) => i).filter((i) => (points.length - 1 - i) % everyNth === 0);
  // Every other one where the chart has no room for all.
  const isSpare = (i: number) => ((points.length - 1 - i) / everyNth) % 2 === 1;
  // The last of many is wider than its bar, and would stand out over the card.
  const isAtEdge = (i: number) => i === points.length - 1 && points.length > 2 * MOST_LABELS;
  return (
    <figure aria-label={label} className="time-chart @container">
      <svg
        aria-hidden="true"
        width="100%"
        height={TOP + HEIGHT + AXIS}
        className="block overflow-visible"
      >
        {y.ticks(TICKS).map((tick) => (
          <text
            key={tick}
            x={LEFT - 8}
            y={tenths(TOP + y(tick) + 4)}
            textAnchor="end"
            className="fill-muted text-xs tabular-nums"
          >
            {formatCompact(tick, locale)}
          </text>
        ))}
        <svg
          aria-hidden="true"
          x={LEFT}
          y={TOP}
          width="100%"
          height={HEIGHT}
          viewBox={`0 0 ${SPAN} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="chart-plot"
        >
          {y.ticks(TICKS).map((tick) => (
            <line
              key={tick}
              x1={0}
              x2={SPAN}
              y1={tenths(y(tick))}
              y2={tenths(y(tick))}
              vectorEffect="non-scaling-stroke"
              className={tick === 0 ? 'stroke-control' : 'stroke-line'}
            />
          ))}
          {BARS.map((fill, series) => {
            const shape = points.map(({ bars }, i) => barAt(i, bars[series] ?? 0)).join('');
            return shape && <path key={fill} d={shape} className={fill} />;
          })}
          {before && (
            <path
              d={before}
              fill="none"
              strokeWidth={2}
              strokeDasharray="5 4"
              strokeLinecap="round"
              vectorEffect="non-scaling-stroke"
              className="stroke-chart-2"
            />
          )}
        </svg>
        <svg aria-hidden="true" x={LEFT} width="100%" className="chart-plot">
          {labelled.map((i) => (
            <text
              key={i}
              x={isAtEdge(i) ? '100%' : `${tenths((middle(i) / SPAN) * 100)}%`}
              y={TOP + HEIGHT + 20}
              textAnchor={isAtEdge(i) ? 'end' : 'middle'}
              className={`fill-muted text-xs tabular-nums ${isSpare(i) ? '@max-lg:hidden' : ''}`}
            >
              {points[i]?.short()}
            </text>
          ))}
        </svg>
      </svg>
      <p className="sr-only">{t('keys')}</p>
      <ChartPoints points={points.map(({ label, href }) => [label, localizedPath(locale, href)])} />
    </figure>
  );
}

/** A coordinate as an attribute says it. */
const tenths = (units: number) => Math.round(units * 10) / 10;
