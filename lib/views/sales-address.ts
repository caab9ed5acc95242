/** Addresses of the sales screens and of the rows behind their figures, without a language prefix. */

import { type Query, queryValue } from '@/lib/query-value';
import { type Days, type SalesFilter, unitsFor } from './sales-filter';

export type SalesPath = '/admin' | '/admin/lost-demand' | '/admin/wallet-entries';

/** The address of a sales screen: what is not said in it is the usual. */
export function salesAddress(
  path: SalesPath,
  filter: SalesFilter,
  more: Record<string, string | number | null> = {},
): string {
  const { range, from, to } = filter;
  return withQuery(path, {
    range: range === 'custom' ? null : range,
    ...(range === 'custom' ? { from, to } : {}),
    compare: filter.compare === 'previous' ? null : filter.compare,
    ...chosen(filter),
    by: filter.by === unitsFor(filter)[0] ? null : filter.by,
    top: filter.top === 'units' ? null : filter.top,
    asOf: filter.asOf,
    ...more,
  });
}

/**
 * The orders behind a figure of sales.
 * @param days other than the screen's own: a bar's, a row's
 * @param dated `cancelled`: the orders cancelled on these days, whenever they were placed (admin.md:
 *   Returns)
 */
export function ordersAddress(
  filter: SalesFilter,
  { days = filter, dated }: { days?: Days; dated?: 'cancelled' } = {},
): string {
  return withQuery('/admin/orders', {
    from: days.from,
    to: days.to,
    ...chosen(filter),
    dated: dated ?? null,
    asOf: filter.asOf,
  });
}

/** A page's own address with its query as it was given, to come back to after signing in. */
export function addressOf(path: string, query: Query): string {
  const given = Object.keys(query).map((name) => [name, queryValue(query, name) ?? null]);
  return withQuery(path, Object.fromEntries(given));
}

/** The parts of the filter that choose orders. */
function chosen({ product, coupon, status }: SalesFilter) {
  return { product, coupon, status };
}

function withQuery(path: string, values: Record<string, string | number | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== '') query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
