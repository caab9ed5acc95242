import { and, eq, isNull, sql } from 'drizzle-orm';
import { users, walletEntries, wallets } from '@/db/schema';
import type { Won } from '../money';
import type { Transaction } from '../transaction';

export interface LockedWallet {
  userId: number;
  balance: Won;
  lastSeq: number;
}

/**
 * Keeps an account from being closed until the transaction ends. An adjustment's entry needs its user
 * anyway; held only then, it would wait for a closing that waits for the wallet.
 */
export async function holdAccount({ orm }: Transaction, userId: number): Promise<void> {
  await orm.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('key share');
}

/** Locks a wallet until the transaction ends; null: no such user, or a closed account. */
export async function lockWallet(
  { orm }: Transaction,
  userId: number,
): Promise<LockedWallet | null> {
  const [wallet] = await orm
    .select()
    .from(wallets)
    .where(and(eq(wallets.userId, userId), isNull(wallets.closedAt)))
    .for('update');
  return wallet ?? null;
}

/**
 * Adds an entry to a locked wallet and moves its balance with it.
 * @returns the entry's number and the balance after it
 */
export async function appendEntry(
  { orm }: Transaction,
  wallet: LockedWallet,
  entry: Omit<typeof walletEntries.$inferInsert, 'userId' | 'seq' | 'balanceAfter'>,
): Promise<{ seq: number; balanceAfter: Won }> {
  const [moved] = await orm
    .update(wallets)
    .set({
      balance: sql`${wallets.balance} + ${entry.amount}`,
      lastSeq: sql`${wallets.lastSeq} + 1`,
    })
    .where(eq(wallets.userId, wallet.userId))
    .returning({ seq: wallets.lastSeq, balanceAfter: wallets.balance });
  if (!moved) throw new Error(`wallet of user ${wallet.userId} vanished under its lock`);
  await orm.insert(walletEntries).values({ ...entry, userId: wallet.userId, ...moved });
  return moved;
}
