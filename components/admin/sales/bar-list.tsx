'use client';

import { WaitingLink } from '@/lib/i18n/waiting-link';

const SPAN = 1000;
const THICKNESS = 10;
const BARS = ['fill-chart-1', 'fill-chart-3'] as const;

export interface Bar {
  key: string | number;
  name: string;
  /** One or two lengths, not negative. */
  values: readonly number[];
  /** How they are written, beside the name. */
  text: string;
  /** What it says to whoever cannot see it. */
  label: string;
  /** The finished address of its rows. */
  href: string;
}

/**
 * Things compared by bars; each is a link to its rows. Drawn on the server and again in the browser, so
 * that a bar crosses as its few words and numbers and not twice as elements.
 */
export function BarList({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const longest = Math.max(1, ...bars.flatMap(({ values }) => values));
  return (
    <ol aria-label={label}>
      {bars.map(({ key, name, values, text, label: said, href }) => (
        <li key={key}>
          <WaitingLink
            href={href}
            aria-label={said}
            data-bar={values.join(' ')}
            className="-mx-2 block rounded-control px-2 py-2 hover:bg-surface"
          >
            <span className="flex justify-between gap-3 text-sm">
              <span className="min-w-0 underline decoration-line underline-offset-4">{name}</span>
              <span className="text-right tabular-nums">{text}</span>
            </span>
            <svg
              aria-hidden="true"
              width="100%"
              height={THICKNESS * values.length}
              viewBox={`0 0 ${SPAN} ${THICKNESS * values.length}`}
              preserveAspectRatio="none"
              className="mt-1 block"
            >
              {values.map((value, series) => (
                <rect
                  key={BARS[series]}
                  y={THICKNESS * series + (series > 0 ? 1 : 0)}
                  width={Math.round((SPAN * Math.max(0, value)) / longest)}
                  height={THICKNESS - 1}
                  className={BARS[series]}
                />
              ))}
            </svg>
          </WaitingLink>
        </li>
      ))}
    </ol>
  );
}
