import { readRowId } from '@/lib/page-key';
import type { KeyPage } from './admin-lists';
import { isNameable } from './as-of';
import type { EntryKind } from './wallet-address';

/** Entries of all wallets, and what all of the chosen ones come to. Won with their signs. */
export interface ShopEntriesView {
  asOf: Date;
  count: number;
  sum: number;
  /** Held by all wallets before the first day; null where only some entries are chosen. */
  opening: number | null;
  page: KeyPage<ShopEntryView, ShopEntryKey>;
}

export interface ShopEntryKey {
  at: Date;
  userId: number;
  seq: number;
}

export interface ShopEntryView extends ShopEntryKey {
  /** As people call it: `W-000012-3`. */
  number: string;
  kind: EntryKind;
  amount: number;
  balanceAfter: number;
  shopper: string;
  orderId: number | null;
  reason: string | null;
}

/** Where a page begins, as an address holds it: `1795500000000-12-3`. */
export function entryKeyText({ at, userId, seq }: ShopEntryKey): string {
  return `${at.getTime()}-${userId}-${seq}`;
}

/** Reads it; null for anything else: the first page. */
export function readEntryKey(text: unknown): ShopEntryKey | null {
  const [time, userId, seq] = String(text).split('-').map(readRowId);
  const at = new Date(time ?? Number.NaN);
  return isNameable(at) && userId && seq ? { at, userId, seq } : null;
}
