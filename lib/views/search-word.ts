import type { Query } from '@/lib/query-value';

const LONGEST = 100;

/**
 * A word to look for as an address holds it (hardening.md: 67).
 * @returns null for one that no name can hold: too long, or with a NUL, which PostgreSQL stores not
 */
export function readWord(text: string): string | null {
  return text.length <= LONGEST && !text.includes('\0') ? text : null;
}

/** Reads `?q=`; `unread` names it when it cannot be read. */
export function readSearch(query: Query): { search: string | null; unread: 'q'[] } {
  const given = query.q;
  const text = typeof given === 'string' ? given.trim() : undefined;
  if (given === undefined || text === '') return { search: null, unread: [] };
  const search = text === undefined ? null : readWord(text);
  return { search, unread: search === null ? ['q'] : [] };
}
