import 'server-only';
import { and, desc, eq, lt } from 'drizzle-orm';
import { database } from '@/db';
import { walletEntries } from '@/db/schema';
import { getBalance } from '@/lib/domain/wallet/get-balance';
import { getToppedUpToday } from '@/lib/domain/wallet/get-topped-up-today';
import { env } from '@/lib/env';
import type { TopUpView, WalletView } from '@/lib/views/wallet';

const ENTRIES_PER_PAGE = 20;

/**
 * A shopper's balance, limits and one page of history (diagram 잔액 조회; spec.md: Top-up limits).
 *
 * @param userId the shopper who asks; the page has made sure who that is
 * @param before entries older than this number; null: the newest
 * @returns null when there is no such user; nothing is created
 */
export async function getWallet(
  userId: number,
  before: number | null,
  now: Date,
): Promise<WalletView | null> {
  const db = database();
  const outcome = await getBalance(db, userId);
  if (!outcome.ok) return null;
  const { balance } = outcome.value;
  const [entries, toppedUpToday] = await Promise.all([
    db.orm
      .select({
        seq: walletEntries.seq,
        kind: walletEntries.kind,
        amount: walletEntries.amount,
        balanceAfter: walletEntries.balanceAfter,
        orderId: walletEntries.orderId,
        reason: walletEntries.reason,
        createdAt: walletEntries.createdAt,
      })
      .from(walletEntries)
      .where(
        and(
          eq(walletEntries.userId, userId),
          before === null ? undefined : lt(walletEntries.seq, before),
        ),
      )
      .orderBy(desc(walletEntries.seq))
      .limit(ENTRIES_PER_PAGE + 1),
    getToppedUpToday(db, userId, now),
  ]);
  const page = entries.slice(0, ENTRIES_PER_PAGE);
  const { min, max, perDay, held } = env().topUpLimits;
  const leftToday = Math.max(0, perDay - toppedUpToday);
  const leftNow = Math.max(0, Math.min(max, leftToday, held - balance));
  return {
    balance,
    limits: { min, max, perDay, held, leftToday, leftNow },
    entries: page,
    olderBefore: entries.length > page.length ? (page.at(-1)?.seq ?? null) : null,
    newest: before === null,
  };
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
