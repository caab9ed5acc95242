import type { KeyPage } from '@/lib/views/admin-lists';

/**
 * Cuts a page out of rows that were read with one more than it holds.
 * @param keyOf the key that the next page begins after
 */
export function keyPage<Row, Key>(
  rows: Row[],
  size: number,
  keyOf: (last: Row) => Key,
): KeyPage<Row, Key> {
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return { rows: page, next: rows.length > size && last ? keyOf(last) : null };
}
