import type { PendingQuery, Row } from 'postgres';
import type { Sql } from '@/db/client';
import { containing } from '../orders/order-filter-rules';
import { LOW_STOCK } from '../sales/rules';
import type { ProductChoice } from './product-choice-rules';
import { readSearch, type SearchPart } from './search-rules';

/** The condition of a choice on `products p` and what is held of them, `h.quantity`. */
export function productConditions(
  sql: Sql,
  { search, state, level }: ProductChoice,
): PendingQuery<Row[]> {
  const states = { published: sql`and p.published`, hidden: sql`and not p.published` };
  const levels = {
    low: sql`and h.quantity between 1 and ${LOW_STOCK}`,
    out: sql`and h.quantity = 0`,
  };
  return sql`true
    ${state === null ? sql`` : states[state]}
    ${level === null ? sql`` : levels[level]}
    ${search === null ? sql`` : sql`and ${isCalled(sql, search)}`}`;
}

/** All of it in a name, spaces left aside, or each word somewhere in a name, as the shop searches. */
function isCalled(sql: Sql, search: string): PendingQuery<Row[]> {
  const { whole, words } = readSearch(search) ?? { whole: null, words: [] };
  const number = /^[1-9]\d{0,14}$/.test(search) ? search : null;
  const named = (parts: readonly SearchPart[]) => {
    const letters = parts.flatMap((part) => (part.kind === 'letters' ? part.letters : []));
    const initials = parts.flatMap((part) => (part.kind === 'initials' ? part.pattern : []));
    return sql`(p.search_name like all (${letters.map(containing)}::text[])
      and p.search_name ~ all (${initials}::text[]))`;
  };
  return sql`(${named(whole ? [whole] : [])} or ${named(words)}
    or p.slug like ${containing(search.toLowerCase())} or p.id = ${number}::bigint)`;
}
