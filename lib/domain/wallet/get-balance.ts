import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { users, wallets } from '@/db/schema';
import type { Won } from '../money';
import { done, type Outcome, refused } from '../result';

/**
 * A shopper's balance in won (diagram 잔액 조회).
 * @returns `UNKNOWN_USER` when there is no such user; nothing is created
 */
export async function getBalance(
  db: Database,
  userId: number,
): Promise<Outcome<{ balance: Won }, { code: 'UNKNOWN_USER' }>> {
  const [wallet] = await db.orm
    .select({ balance: wallets.balance })
    .from(users)
    .innerJoin(wallets, eq(wallets.userId, users.id))
    .where(eq(users.id, userId));
  return wallet ? done(wallet) : refused({ code: 'UNKNOWN_USER' });
}
