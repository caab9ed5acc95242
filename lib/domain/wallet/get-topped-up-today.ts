import { and, eq, gte, sum } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { walletEntries } from '@/db/schema';
import type { Won } from '../money';
import { seoulDay, startOfSeoulDay } from '../seoul-day';
import type { Transaction } from '../transaction';

/**
 * Won that a shopper has topped up in the Seoul day of `now`: what the day's limit counts
 * (spec.md: Top-up limits). A top-up reads it inside its transaction, after the wallet is locked;
 * the wallet page reads it as advice.
 */
export async function getToppedUpToday(
  { orm }: Pick<Database, 'orm'> | Transaction,
  userId: number,
  now: Date,
): Promise<Won> {
  const [row] = await orm
    .select({ total: sum(walletEntries.amount).mapWith(Number) })
    .from(walletEntries)
    .where(
      and(
        eq(walletEntries.userId, userId),
        eq(walletEntries.kind, 'top_up'),
        gte(walletEntries.createdAt, startOfSeoulDay(seoulDay(now))),
      ),
    );
  return row?.total ?? 0;
}
