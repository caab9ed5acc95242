import 'server-only';
import { database } from '@/db';
import { getFirstRecord } from '@/lib/domain/sales/get-first-record';
import { type AsOfView, parseAsOf, SHOWS_NOW } from '@/lib/views/as-of';
import { adminOnly } from './admin-only';

/**
 * The moment that a page shows, from its address. What cannot be shown is said, and the page shows
 * now: a moment that has not come yet, or one before the shop's first record.
 *
 * @param value `?asOf=` as the page got it
 */
export async function readAsOf(value: string | string[] | undefined): Promise<AsOfView> {
  await adminOnly();
  const asked = parseAsOf(value);
  if (asked === null) return SHOWS_NOW;
  if (asked === 'unreadable') return { ...SHOWS_NOW, problem: { code: 'unreadable' } };
  if (asked > new Date()) return { at: null, asked, problem: { code: 'future' } };
  const opened = await getFirstRecord(database());
  if (opened && asked < opened) {
    return { at: null, asked, problem: { code: 'beforeShop', opened } };
  }
  return { at: asked, asked, problem: null };
}
