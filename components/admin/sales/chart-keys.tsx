'use client';

import type { KeyboardEvent, ReactNode } from 'react';

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowLeft: (at) => Math.max(0, at - 1),
  ArrowRight: (at, last) => Math.min(last, at + 1),
  Home: () => 0,
  End: (_, last) => last,
};

type ChartKeysProps = {
  className: string;
  /** `<li>`s with one link each, of which one can be reached by Tab. */
  children: ReactNode;
};

/**
 * A chart's points as one stop of the Tab key: arrows, Home and End move between them, so that
 * thirty days do not stand between an operator and the next thing. Without JavaScript the table
 * beside the chart has the same numbers and links.
 */
export function ChartKeys({ className, children }: ChartKeysProps) {
  const move = (event: KeyboardEvent<HTMLOListElement>) => {
    const step = STEPS[event.key];
    if (!step) return;
    const points = [...event.currentTarget.querySelectorAll('a')];
    const at = points.findIndex((point) => point.matches(':focus'));
    const next = points[step(at, points.length - 1)];
    if (!next) return;
    event.preventDefault();
    for (const point of points) point.tabIndex = point === next ? 0 : -1;
    next.focus();
  };
  return (
    <ol className={className} onKeyDown={move}>
      {children}
    </ol>
  );
}
