'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type MouseEvent, useTransition } from 'react';

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowLeft: (at) => Math.max(0, at - 1),
  ArrowRight: (at, last) => Math.min(last, at + 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** A line for each point of a chart. */
export interface PointTexts {
  /** What each says in a sentence. */
  labels: string;
  /** The first day of its rows, their last where it is another, and their hour where it is one hour's. */
  days: string;
  /** The finished address of their rows, with `{from}`, `{to}` and `{hour}`. */
  address: string;
}

/**
 * A chart's points as one stop of the Tab key: arrows, Home and End move between them, so that
 * thirty days do not stand between an operator and the next thing. Without JavaScript they are links,
 * and the table beside the chart has the same.
 *
 * They are the many things of a dashboard, so they cross as one text each and their days, and are plain
 * links that one hand follows: as a `Link` each would be five elements for the server to draw, twice.
 */
export function ChartPoints({ points: { labels, days, address } }: { points: PointTexts }) {
  const { push } = useRouter();
  const [awaited, start] = useTransition();
  const move = (event: KeyboardEvent<HTMLOListElement>) => {
    const step = STEPS[event.key];
    if (!step) return;
    const links = [...event.currentTarget.querySelectorAll('a')];
    const at = links.findIndex((link) => link.matches(':focus'));
    const next = links[step(at, links.length - 1)];
    if (!next) return;
    event.preventDefault();
    for (const link of links) link.tabIndex = link === next ? 0 : -1;
    next.focus();
  };
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    const { metaKey, ctrlKey, shiftKey, altKey, currentTarget } = event;
    // A new tab, a window, a download: the browser's own.
    if (metaKey || ctrlKey || shiftKey || altKey) return;
    event.preventDefault();
    const href = currentTarget.getAttribute('href') ?? '';
    start(() => push(href));
  };
  const rows = days.split('\n');
  return (
    <>
      <ol className="chart-points" onKeyDown={move}>
        {labels.split('\n').map((label, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place; a refresh keeps its focus
          <li key={i}>
            {/* biome-ignore lint/a11y/useAnchorContent: its label is its name, and its tip */}
            <a
              href={addressOf(address, rows[i] ?? '')}
              tabIndex={i === rows.length - 1 ? 0 : -1}
              aria-label={label}
              data-chart-point={sideOf(i, rows.length)}
              onClick={follow}
            />
          </li>
        ))}
      </ol>
      {awaited && <span className="waiting-bar" />}
    </>
  );
}

function addressOf(address: string, row: string): string {
  const [from = '', to = from, hour = ''] = row.split(' ');
  return address.replace('{from}', from).replace('{to}', to).replace('{hour}', hour);
}

/** Where a tip opens to, so that it stays on the page. */
function sideOf(i: number, length: number): 'start' | 'middle' | 'end' {
  if (i < length / 3) return 'start';
  return i < (length * 2) / 3 ? 'middle' : 'end';
}
