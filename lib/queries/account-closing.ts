import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { database } from '@/db';
import { orders, wallets } from '@/db/schema';

/** What keeps an account from being closed now, or has closed it. */
export interface AccountClosing {
  balance: number;
  /** Paid orders that are still to be sent, the newest first. */
  waitingOrderIds: number[];
  isClosed: boolean;
}

/** Read without a lock: the press decides (`closeAccount`). */
export async function getAccountClosing(userId: number): Promise<AccountClosing> {
  const { orm } = database();
  const [[wallet], waiting] = await Promise.all([
    orm.select().from(wallets).where(eq(wallets.userId, userId)),
    orm
      .select({ id: orders.id })
      .from(orders)
      .where(and(eq(orders.userId, userId), eq(orders.status, 'paid')))
      .orderBy(desc(orders.id)),
  ]);
  return {
    balance: wallet?.balance ?? 0,
    waitingOrderIds: waiting.map(({ id }) => id),
    isClosed: wallet ? wallet.closedAt !== null : false,
  };
}
