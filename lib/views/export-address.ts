/** How files of the back office's tables are addressed: `/admin/export/orders?from=…`. */

import type { EntryFilter } from '@/lib/domain/exports/list-entry-file';
import { readRowId } from '@/lib/page-key';
import { type Query, queryValue } from '@/lib/query-value';
import { parseAsOf } from './as-of';
import { readDay, readHour } from './order-address';
import { entryKinds } from './wallet-address';

export type { EntryFilter };

export const EXPORT_TABLES = ['orders', 'lines', 'products', 'wallet-entries', 'coupons'] as const;
export type ExportTable = (typeof EXPORT_TABLES)[number];

type EntryParameter = 'from' | 'to' | 'hour' | 'kind' | 'customer' | 'asOf';

/**
 * Reads `?from= &to= &hour= &kind= &customer= &asOf=` of a file of wallet entries.
 * @returns the filter, without what could not be read; `unread` names those parameters
 */
export function parseEntryFilter(query: Query): { filter: EntryFilter; unread: EntryParameter[] } {
  const unread: EntryParameter[] = [];
  const read = <Value>(name: EntryParameter, parse: (text: string) => Value | null) => {
    if (query[name] === undefined || query[name] === '') return null;
    const value = parse(queryValue(query, name) ?? '');
    if (value === null) unread.push(name);
    return value;
  };
  const filter = {
    from: read('from', readDay),
    to: read('to', readDay),
    hour: read('hour', readHour),
    kind: read('kind', (text) => entryKinds.find((kind) => kind === text) ?? null),
    customerId: read('customer', readRowId),
    asOf: read('asOf', (text) => {
      const at = parseAsOf(text);
      return at === 'unreadable' ? null : at;
    }),
  };
  return { filter, unread };
}
