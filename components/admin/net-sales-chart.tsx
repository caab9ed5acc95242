import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatCompact } from '@/lib/format/count';
import { formatMoney } from '@/lib/format/money';
import type { SalesPointView, SalesView } from '@/lib/views/admin-sales';
import { pointLabels } from './point-labels';

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

/**
 * Net sales by hour or day as bars, the period before as a dashed line, drawn on the server. Text
 * stands outside the stretched part, so it keeps its size on every screen.
 */
export async function NetSalesChart({ sales }: { sales: SalesView }) {
  const t = await getTranslations('admin.sales.chart');
  const locale = await getLocale();
  const { points } = sales;
  const labels = await pointLabels(sales);
  const x = scaleBand<number>()
    .domain(points.map((_, i) => i))
    .range([0, SPAN])
    .padding(points.length > 12 ? 0.25 : 0.4);
  const values = points.flatMap(({ net, netBefore }) => [net, netBefore]);
  const [, top = 0] = scaleLinear()
    .domain([0, Math.max(LEAST_SCALE, ...values)])
    .nice(TICKS)
    .domain();
  // Only as much room below zero as is needed.
  const y = scaleLinear()
    .domain([Math.min(0, ...values), top])
    .range([HEIGHT, 0]);
  const middle = (i: number) => (x(i) ?? 0) + x.bandwidth() / 2;
  const before = line<SalesPointView>(
    (_, i) => middle(i),
    (point) => y(point.netBefore),
  )(points);
  const everyNth = Math.ceil(points.length / MOST_LABELS);
  const labelled = points.map((_, i) => i).filter((i) => (points.length - 1 - i) % everyNth === 0);
  return (
    <div className="pr-[52px]">
      <svg
        role="img"
        aria-label={await spoken(sales)}
        width="100%"
        height={TOP + HEIGHT + AXIS}
        className="block overflow-visible"
      >
        {y.ticks(TICKS).map((tick) => (
          <text
            key={tick}
            x={LEFT - 8}
            y={TOP + y(tick) + 4}
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
          className="overflow-visible"
        >
          {y.ticks(TICKS).map((tick) => (
            <line
              key={tick}
              x1={0}
              x2={SPAN}
              y1={y(tick)}
              y2={y(tick)}
              vectorEffect="non-scaling-stroke"
              className={tick === 0 ? 'stroke-control' : 'stroke-line'}
            />
          ))}
          {points.map((point, i) => (
            <rect
              key={point.start.getTime()}
              x={x(i)}
              width={x.bandwidth()}
              y={Math.min(y(0), y(point.net))}
              height={Math.abs(y(0) - y(point.net))}
              className="fill-chart-1"
            >
              <title>
                {t('point', {
                  at: labels.long(point.start),
                  net: formatMoney(point.net, locale),
                  before: formatMoney(point.netBefore, locale),
                })}
              </title>
            </rect>
          ))}
          {before && (
            <path
              d={before}
              fill="none"
              strokeWidth={2}
              strokeDasharray="5 4"
              strokeLinecap="round"
              vectorEffect="non-scaling-stroke"
              className="pointer-events-none stroke-chart-2"
            />
          )}
        </svg>
        <svg aria-hidden="true" x={LEFT} width="100%" className="overflow-visible">
          {labelled.map((i) => (
            <text
              key={i}
              x={`${(middle(i) / SPAN) * 100}%`}
              y={TOP + HEIGHT + 20}
              textAnchor="middle"
              className="fill-muted text-xs tabular-nums"
            >
              {labels.short(points[i]?.start ?? sales.from)}
            </text>
          ))}
        </svg>
      </svg>
    </div>
  );
}

/** What the picture shows, in a sentence; the table beside it has every number. */
async function spoken({ unit, netSales, points }: SalesView): Promise<string> {
  const t = await getTranslations('admin.sales.chart');
  const locale = await getLocale();
  const best = points.reduce((most, point) => (point.net > most.net ? point : most));
  if (best.net <= 0 && netSales.before === 0) return t('labelEmpty', { title: t(unit) });
  const labels = await pointLabels({ unit });
  return t('label', {
    title: t(unit),
    total: formatMoney(netSales.now, locale),
    before: formatMoney(netSales.before, locale),
    bestAt: labels.long(best.start),
    best: formatMoney(best.net, locale),
  });
}

/** Which mark is which period; shape and dash tell them apart without colour. */
export async function ChartLegend() {
  const t = await getTranslations('admin.sales.chart');
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <li className="flex items-center gap-2">
        <svg aria-hidden="true" width="14" height="14">
          <rect width="14" height="14" className="fill-chart-1" />
        </svg>
        {t('current')}
      </li>
      <li className="flex items-center gap-2">
        <svg aria-hidden="true" width="24" height="14">
          <line
            x1="1"
            x2="23"
            y1="7"
            y2="7"
            strokeWidth={2}
            strokeDasharray="5 4"
            strokeLinecap="round"
            className="stroke-chart-2"
          />
        </svg>
        {t('previous')}
      </li>
    </ul>
  );
}
