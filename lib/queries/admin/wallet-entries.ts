import 'server-only';
import { database } from '@/db';
import { type EntryKey, listAllEntries } from '@/lib/domain/wallet/list-all-entries';
import { formatEntryNumber } from '@/lib/format/entry-number';
import type { SalesFilter } from '@/lib/views/sales-filter';
import type { ShopEntriesView } from '@/lib/views/shop-entries';
import type { EntryKind } from '@/lib/views/wallet-address';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

const ENTRIES_A_PAGE = 50;

/**
 * Entries of all wallets in the days of a filter, the newest first (admin.md: Wallet liability).
 * @param hour of the Seoul day; null: every one
 * @param before the entry that the page before ended with
 * @param asOf the instant to look back from; null: now
 */
export async function readWalletEntries(
  { from, to }: SalesFilter,
  { kind, hour, before }: { kind: EntryKind | null; hour: number | null; before: EntryKey | null },
  asOf: Date | null,
): Promise<ShopEntriesView> {
  await adminOnly();
  const at = asOf ?? new Date();
  const page = { before, limit: ENTRIES_A_PAGE + 1 };
  const { entries, ...sums } = await listAllEntries(database(), { from, to, hour, kind }, page, at);
  const rows = entries.map((entry) => ({
    ...entry,
    number: formatEntryNumber(entry.userId, entry.seq),
  }));
  return {
    asOf: at,
    ...sums,
    page: keyPage(rows, ENTRIES_A_PAGE, (last) => ({
      at: last.at,
      userId: last.userId,
      seq: last.seq,
    })),
  };
}
