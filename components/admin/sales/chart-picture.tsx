'use client';

import { ChartPoints, type PointTexts } from './chart-points';
import { namedEvery, PLOT_HEIGHT } from './chart-size';

const TOP = 16;
const AXIS = 28;
const LEFT = 52;
const BARS = ['fill-chart-1', 'fill-chart-3'] as const;
const TEXT = 'fill-muted text-xs tabular-nums';

type ChartPictureProps = {
  /** What it shows, in a sentence. */
  label: string;
  /** How its points are reached by keys. */
  keys: string;
  /** The lines across: where, and what they stand for. One of them is at `zero`. */
  ticks: readonly (readonly [y: number, text: string])[];
  zero: number;
  /** How far each column's bar reaches, for one or two series. */
  bars: readonly (readonly number[])[];
  /** Where the dashed line is in each column; null: it has a gap there. */
  before: readonly (number | null)[];
  /** Under the axis, up to the last column. */
  names: readonly string[];
  points: PointTexts;
};

/**
 * Draws what `TimeChart` has computed, on the server and again in the browser: its numbers cross once in
 * the picture and once as such, not twice as elements. Text stands outside the stretched part, so it
 * keeps its size on every screen.
 */
export function ChartPicture(props: ChartPictureProps) {
  const { label, keys, ticks, zero, bars, before, names, points } = props;
  const columns = before.length;
  const every = namedEvery(columns);
  // The last of many is wider than its bar, and would stand out over the card.
  const isAtEdge = (fromLast: number) => fromLast === 0 && every > 2;
  const middle = (fromLast: number) =>
    `${Math.round(((columns - every * fromLast - 0.5) / columns) * 1000) / 10}%`;
  const across = (lines: typeof ticks) => lines.map(([y]) => `M0 ${y}h${columns}`).join('');
  const line = dashes(before);
  return (
    <figure aria-label={label} className="time-chart @container">
      <svg
        aria-hidden="true"
        width="100%"
        height={TOP + PLOT_HEIGHT + AXIS}
        className="block overflow-visible"
      >
        <g textAnchor="end" className={TEXT}>
          {ticks.map(([y, text]) => (
            <text key={y} x={LEFT - 8} y={Math.round((TOP + y + 4) * 10) / 10}>
              {text}
            </text>
          ))}
        </g>
        <svg
          aria-hidden="true"
          x={LEFT}
          y={TOP}
          width="100%"
          height={PLOT_HEIGHT}
          viewBox={`0 0 ${columns} ${PLOT_HEIGHT}`}
          preserveAspectRatio="none"
          className="chart-plot"
        >
          <path
            d={across(ticks.filter(([y]) => y !== zero))}
            vectorEffect="non-scaling-stroke"
            className="stroke-line"
          />
          <path
            d={across([[zero, '']])}
            vectorEffect="non-scaling-stroke"
            className="stroke-control"
          />
          {bars.map((ends, series) => (
            <path key={BARS[series]} d={outline(ends, zero)} className={BARS[series]} />
          ))}
          {line && (
            <path
              d={line}
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
          <g textAnchor="middle" className={TEXT}>
            {names.map((name, i) => {
              const fromLast = names.length - 1 - i;
              return (
                <text
                  key={fromLast}
                  x={isAtEdge(fromLast) ? '100%' : middle(fromLast)}
                  y={TOP + PLOT_HEIGHT + 20}
                  textAnchor={isAtEdge(fromLast) ? 'end' : undefined}
                  // Every other one goes where the chart has no room for all.
                  className={fromLast % 2 === 1 ? '@max-lg:hidden' : undefined}
                >
                  {name}
                </text>
              );
            })}
          </g>
        </svg>
      </svg>
      <p className="sr-only">{keys}</p>
      <ChartPoints points={points} />
    </figure>
  );
}

/** One outline for all bars of a series, along zero from each to the next. */
function outline(ends: readonly number[], zero: number): string {
  // Half of it on each side, so that all columns are equally wide and links lie over their bars.
  const gap = ends.length > 12 ? 0.25 : 0.4;
  const bars = ends.map((y) => (y === zero ? 'h1' : `V${y}h${1 - gap}V${zero}h${gap}`));
  return `M${gap / 2} ${zero}${bars.join('')}`;
}

/** A line through the middle of the columns; one alone between two gaps is a dot. */
function dashes(heights: readonly (number | null)[]): string {
  const isGap = (i: number) => typeof heights[i] !== 'number';
  return heights
    .map((y, i) => (isGap(i) ? '' : isGap(i - 1) ? `M${i + 0.5} ${y}h0` : `L${i + 0.5} ${y}`))
    .join('');
}
