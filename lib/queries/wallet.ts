import 'server-only';
import { and, eq } from 'drizzle-orm';
import { database } from '@/db';
import { walletEntries } from '@/db/schema';
import { getKeyResult } from '@/lib/domain/idempotency/get-key-result';
import { getLedger, ledgerAgrees } from '@/lib/domain/wallet/get-ledger';
import { log } from '@/lib/log';
import type { TopUpView, WalletView } from '@/lib/views/wallet';
import type { EntryChoice } from '@/lib/views/wallet-address';
import { getTopUpRoom } from './top-up-room';
import { listEntries, sumEntries } from './wallet-entries';

const ENTRIES_PER_PAGE = 20;

/**
 * A shopper's balance with its proof, limits and one page of history (diagram 잔액 조회; spec.md:
 * Wallet, Top-up limits). A balance that its entries do not add up to is logged as `wallet.broken`.
 *
 * @param userId the shopper who asks; the page has made sure who that is
 * @param before entries older than this number; null: the newest
 * @returns null when there is no such user; nothing is created
 */
export async function getWallet(
  userId: number,
  choice: EntryChoice,
  before: number | null,
  now: Date,
): Promise<WalletView | null> {
  const ledger = await getLedger(database(), userId);
  if (!ledger) return null;
  const { balance, ...proof } = ledger;
  const agrees = ledgerAgrees(ledger);
  if (!agrees) log('error', 'wallet.broken', { userId });
  const [page, chosen, limits] = await Promise.all([
    getEntryPage(userId, choice, before),
    sumEntries(userId, choice),
    getTopUpRoom(userId, balance, now),
  ]);
  return {
    balance,
    ledger: { ...proof, agrees },
    limits,
    ...page,
    chosen,
    newest: before === null,
  };
}

/**
 * One page of a shopper's own history, newest first.
 * @param before entries older than this number; null: the newest
 */
export async function getEntryPage(
  userId: number,
  choice: EntryChoice,
  before: number | null,
): Promise<Pick<WalletView, 'entries' | 'olderBefore'>> {
  const found = await listEntries(userId, choice, before, ENTRIES_PER_PAGE + 1);
  const entries = found.slice(0, ENTRIES_PER_PAGE);
  const more = found.length > entries.length;
  return { entries, olderBefore: more ? (entries.at(-1)?.seq ?? null) : null };
}

/**
 * A finished top-up of this shopper, to be stated after it.
 * @returns null when the shopper has no such entry, or it is no top-up
 */
export async function getTopUp(userId: number, seq: number): Promise<TopUpView | null> {
  const [entry] = await database()
    .orm.select({ amount: walletEntries.amount, balanceAfter: walletEntries.balanceAfter })
    .from(walletEntries)
    .where(
      and(
        eq(walletEntries.userId, userId),
        eq(walletEntries.seq, seq),
        eq(walletEntries.kind, 'top_up'),
      ),
    );
  return entry ? { ...entry, balanceBefore: entry.balanceAfter - entry.amount } : null;
}

/** Number of the entry that a top-up form's key has made for this shopper; null: none. */
export async function getTopUpOfKey(userId: number, key: string): Promise<number | null> {
  const added = await getKeyResult(database(), { userId, action: 'top_up', key });
  return added?.entrySeq ?? null;
}
