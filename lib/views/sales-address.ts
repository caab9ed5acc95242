/** Addresses of the sales screens and of the rows behind their figures, without a language prefix. */

import { type Query, queryValue } from '@/lib/query-value';
import type { RowDays } from './admin-sales';
import { asOfText, parseAsOf } from './as-of';
import { type OrderFilter, ordersAddress } from './order-address';
import { type ChartName, type SalesFilter, unitsFor } from './sales-filter';

/** `/admin` knows every condition, lost demand the product alone, wallet entries none. */
export type SalesPath = '/admin' | '/admin/lost-demand' | '/admin/wallet-entries';

/** The charts of lost demand; why checkouts failed stands on both screens. */
const LOST_CHARTS: readonly (ChartName | null)[] = ['lost-over-time', 'lost-reasons'];

/** The query of a sales screen: what is not said in it is the usual. */
export function salesQuery(path: SalesPath, filter: SalesFilter): Record<string, string> {
  const { range, from, to, compare, product, coupon, status, by, top, table, asOf } = filter;
  const days = range === 'custom' ? { from, to } : { range };
  const unit = by === unitsFor(filter)[0] ? null : by;
  if (path === '/admin/wallet-entries') return given({ ...days, asOf });
  if (path === '/admin/lost-demand') {
    return given({
      ...days,
      product,
      by: unit,
      table: LOST_CHARTS.includes(table) ? table : null,
      asOf,
    });
  }
  return given({
    ...days,
    compare: compare === 'previous' ? null : compare,
    product,
    coupon,
    status,
    by: unit,
    top: top === 'units' ? null : top,
    table: table === 'lost-over-time' ? null : table,
    asOf,
  });
}

/** The address of a sales screen. */
export function salesAddress(
  path: SalesPath,
  filter: SalesFilter,
  more: Record<string, string | number | null> = {},
): string {
  return withQuery(path, { ...salesQuery(path, filter), ...given(more) });
}

/** The lost demand behind a figure, as it stood when the figure was read. */
export function lostDemandAddress(
  filter: SalesFilter,
  more: Record<string, string | number | null> = {},
): string {
  const { readAt = null, asOf } = filter;
  return salesAddress('/admin/lost-demand', { ...filter, asOf: readAt ?? asOf }, more);
}

/** A filter whose rows and files are those of the moment that its figures were read at. */
export function readAt(filter: SalesFilter, at: Date): SalesFilter {
  return { ...filter, readAt: asOfText(at) };
}

/**
 * The orders behind a figure of sales.
 * @param days other than the screen's own: a bar's, a row's
 * @param dated `cancelled`: the orders cancelled on these days, whenever they were placed (admin.md:
 *   Returns)
 * @param status where the screen has chosen none
 */
export function salesOrdersAddress(
  filter: SalesFilter,
  {
    days = { from: filter.from, to: filter.to },
    dated = 'placed',
    status = null,
  }: { days?: RowDays } & Partial<Pick<OrderFilter, 'dated' | 'status'>> = {},
): string {
  const { from, to, hour = null } = days;
  const at = parseAsOf(filter.readAt ?? filter.asOf ?? undefined);
  return ordersAddress('/admin/orders', {
    ...{ from, to, dated, hour },
    status: filter.status ?? status,
    coupon: filter.coupon,
    productId: filter.product,
    asOf: at === 'unreadable' ? null : at,
  });
}

/** The query of a file of the same rows (`/admin/export/…`), `?` and all. */
export function queryOf(address: string): string {
  return address.includes('?') ? address.slice(address.indexOf('?')) : '';
}

/** The wallet entries behind a figure, of the whole shop. */
export function walletEntriesAddress(
  filter: SalesFilter,
  { from, to, hour = null }: RowDays,
): string {
  const days = { from, to, range: 'custom', asOf: filter.readAt ?? filter.asOf } as const;
  return salesAddress('/admin/wallet-entries', { ...filter, ...days }, { hour });
}

/** A list or a page of the back office at the moment that is looked at. */
export function officeAddress(
  path: string,
  { asOf }: Pick<SalesFilter, 'asOf'>,
  more: Record<string, string> = {},
): string {
  return withQuery(path, given({ ...more, asOf }));
}

/** A page's own address with its query as it was given, to come back to after signing in. */
export function addressOf(path: string, query: Query): string {
  const names = Object.keys(query);
  return withQuery(
    path,
    given(Object.fromEntries(names.map((name) => [name, queryValue(query, name)]))),
  );
}

function given(values: Record<string, string | number | null | undefined>): Record<string, string> {
  const said = Object.entries(values).filter(([, value]) => value != null && value !== '');
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
}

function withQuery(path: string, values: Record<string, string>): string {
  const query = new URLSearchParams(values);
  return query.size > 0 ? `${path}?${query}` : path;
}
