/** An instant that a page of the back office shows the shop at, as its address names it (`?asOf=`). */

import { SEOUL_OFFSET_MS } from '@/lib/format/seoul-moment';

/** What a page shows, and why it is not the moment that its address asks for. */
export interface AsOfView {
  /** Null: now. */
  at: Date | null;
  /** The moment that the address names; null: none, or none that can be read. */
  asked: Date | null;
  problem:
    | { code: 'unreadable' | 'future' }
    /** `opened`: of the first record that there is. */
    | { code: 'beforeShop'; opened: Date }
    | null;
}

export const SHOWS_NOW: AsOfView = { at: null, asked: null, problem: null };

const MOMENT =
  /^(?<local>\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(?<zone>Z|[ +-]\d\d:\d\d)?$/;

/** The years whose days addresses can name (`readDay`); PostgreSQL reads every instant of them. */
const [FIRST_MOMENT, END_OF_MOMENTS] = [Date.UTC(2000, 0), Date.UTC(2100, 0)];

/** Whether an address can name an instant; false for an invalid date too. */
export function isNameable(at: Date): boolean {
  return at.getTime() >= FIRST_MOMENT && at.getTime() < END_OF_MOMENTS;
}

/**
 * Reads `2026-11-20T09:00+09:00`, `2026-11-20T00:00Z`, or the local form of a `datetime-local` input,
 * which means Korean time; seconds and milliseconds may follow.
 *
 * @returns null: none is asked for; `unreadable`: no such moment
 */
export function parseAsOf(value: string | string[] | undefined): Date | 'unreadable' | null {
  if (value === undefined || value === '') return null;
  const { local, zone = '+09:00' } = MOMENT.exec(String(value))?.groups ?? {};
  if (local === undefined) return 'unreadable';
  const written = Date.parse(`${local}Z`);
  // A 30 February would be taken for a day of March. A plus in an address means a space.
  const real = new Date(written || 0).toISOString().startsWith(local.slice(0, 16));
  const at = new Date(`${local}${zone.replace(' ', '+')}`);
  return real && isNameable(at) ? at : 'unreadable';
}

/** An instant as an address and a `datetime-local` input hold it, in Korean time: `2026-11-20T09:00`. */
export function asOfText(at: Date): string {
  const text = new Date(at.getTime() + SEOUL_OFFSET_MS).toISOString();
  return text.replace(/(?::00)?(?:\.000)?Z$/, '');
}

/**
 * An address of the back office at the same moment.
 * @param path without a language prefix, with or without a query
 */
export function asOfPath(path: string, at: Date | null): string {
  if (at === null) return path;
  return `${path}${path.includes('?') ? '&' : '?'}asOf=${asOfText(at)}`;
}
