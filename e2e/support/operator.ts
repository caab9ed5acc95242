/** What back-office journeys share. */

import { randomUUID } from 'node:crypto';
import { createDatabase, type Database } from '@/db/client';
import { cancelOrder } from '@/lib/domain/orders/cancel-order';
import { test as base } from '../fixtures';
import { succeeded } from './sample';

/** The shop's journeys with a connection to its database, to make rows and to read what became of them. */
export const test = base.extend<{ db: Database }>({
  db: async ({ shop }, use) => {
    const db = createDatabase({ url: shop.databaseUrl, max: 4 });
    await use(db);
    await db.close();
  },
});

/** A word that no other test uses: `test-1a2b3c4d`. */
export const ownWord = () => `test-${randomUUID().slice(0, 8)}`;

/** Each language, with its address prefix, and each way: words differ with the one, what runs with the other. */
export const VISITS = [
  { name: 'ko, with JavaScript', prefix: '', javaScriptEnabled: true },
  { name: 'en, without JavaScript', prefix: '/en', javaScriptEnabled: false },
];

/** Cancels an order as its shopper would. */
export async function cancelOwnOrder(db: Database, userId: number, orderId: number): Promise<void> {
  const actor = { userId, role: 'shopper' } as const;
  succeeded(await cancelOrder(db, { orderId, actor }, new Date()));
}
