import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Link } from '@/lib/i18n/link';
import { type SalesPath, salesAddress } from '@/lib/views/sales-address';
import type { ChartName, SalesFilter } from '@/lib/views/sales-filter';
import { type DefinedFigure, Definition } from './definition';

type ChartCardProps = {
  title: string;
  /** Names the card in tests and its parts on the page. */
  name: ChartName;
  /** What it counts, where that has a definition. */
  of?: DefinedFigure;
  threshold: number;
  /** A choice beside the heading. */
  choice?: ReactNode;
  children: ReactNode;
  /** The numbers of the picture as a `Table`. */
  table?: ReactNode;
  /** The page that the card stands on, as it is chosen. */
  path: SalesPath;
  filter: SalesFilter;
  /** What else the page's address holds and must keep. */
  kept?: Record<string, string>;
  /** Always in sight, below everything. */
  foot?: ReactNode;
  className?: string;
};

/**
 * A chart with its meaning, and its numbers as a table one click away, also without JavaScript: which
 * table is open stands in the address, and one that is not weighs nothing.
 */
export async function ChartCard(props: ChartCardProps) {
  const {
    title,
    name,
    of: figure,
    threshold,
    choice,
    children,
    table,
    path,
    filter,
    kept,
    foot,
    className = '',
  } = props;
  const t = await getTranslations('sales.chart');
  const open = filter.table === name;
  const toggle = t(open ? 'tableClose' : 'table');
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
        <div id={tableId(name)} data-table={name} className="mt-4">
          <Link
            href={tableAddress(path, filter, open ? null : name, kept)}
            scroll={false}
            aria-expanded={open}
            aria-label={`${title}: ${toggle}`}
            className="text-link font-semibold"
          >
            {toggle}
          </Link>
          {open && table}
        </div>
      )}
      {foot}
    </section>
  );
}

const tableId = (name: ChartName) => `${name}-table`;

/** The same page with the table of a chart, at its place on the page; null: with none. */
export function tableAddress(
  path: SalesPath,
  filter: SalesFilter,
  name: ChartName | null,
  kept?: Record<string, string>,
): string {
  const shown = name ?? filter.table;
  return `${salesAddress(path, { ...filter, table: name }, kept)}${shown ? `#${tableId(shown)}` : ''}`;
}
