import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type DefinedFigure, Definition } from './definition';

type ChartCardProps = {
  title: string;
  /** Names the card in tests and its parts on the page. */
  name: string;
  /** What it counts, where that has a definition. */
  of?: DefinedFigure;
  threshold: number;
  /** A choice beside the heading. */
  choice?: ReactNode;
  /** The picture; below it, one click away, its numbers as a `Table`. */
  children: ReactNode;
  table?: ReactNode;
  /** Always in sight, below everything. */
  foot?: ReactNode;
  className?: string;
};

/** A chart with its meaning, and its numbers as a table one click away, also without JavaScript. */
export async function ChartCard(props: ChartCardProps) {
  const {
    title,
    name,
    of: figure,
    threshold,
    choice,
    children,
    table,
    foot,
    className = '',
  } = props;
  const t = await getTranslations('sales.chart');
  return (
    <section
      data-chart={name}
      className={`min-w-0 rounded-card border border-line bg-bg p-4 md:p-6 ${className}`}
    >
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4">
        <div className="flex min-h-11 items-center gap-4">
          <h2 className="text-lg font-bold">{title}</h2>
          {figure && <Definition of={figure} at={name} threshold={threshold} />}
        </div>
        {choice}
      </div>
      {children}
      {table && (
        <details className="mt-4" data-table={name}>
          <summary className="w-fit py-3 text-sm font-semibold text-primary">{t('table')}</summary>
          {/* An address that leads inside opens it. */}
          <div id={rowsId(name)}>{table}</div>
        </details>
      )}
      {foot}
    </section>
  );
}

/** Where on the page a chart's table is. */
export const rowsId = (name: string) => `${name}-rows`;
