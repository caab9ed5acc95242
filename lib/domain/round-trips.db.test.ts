/** Round trips decide what a command costs (protocol.md: fact 2), so they are counted, not timed. */

import { randomUUID } from 'node:crypto';
import { createDatabase, type Database } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import {
  DELIVERY,
  fillCart,
  GENEROUS_LIMITS,
  makeProduct,
  makeShopper,
  NOON,
  succeeded,
} from '@/e2e/support/sample';
import { startTcpProxy } from '@/e2e/support/tcp-proxy';
import { STOCK_CHANNEL } from './catalog/stock-news-rules';
import { placeOrder } from './orders/place-order';
import { topUpWallet } from './wallet/top-up-wallet';

/** The next that any process says about stock. */
async function nextNews({ sql }: Database): Promise<void> {
  await new Promise<void>((resolve) => void sql.listen(STOCK_CHANNEL, () => resolve()));
}

test('a checkout takes two round trips, and so does a top-up; 32 at once hardly more', async ({
  db,
  workerDatabase,
}) => {
  const userIds = await Promise.all(Array.from({ length: 32 }, () => makeShopper(db)));
  const productId = await makeProduct(db, { price: 1_000, quantity: 1_000 });
  const proxy = await startTcpProxy(workerDatabase.url('app'));
  // One connection, so that the statements are prepared by the time that they are counted.
  const far = createDatabase({ url: proxy.through(workerDatabase.url('app')), max: 1 });
  const tripsOf = async (work: () => Promise<unknown>) => {
    const before = proxy.counts().roundTrips;
    await work();
    return proxy.counts().roundTrips - before;
  };
  const topUp = async (userId = 0) =>
    succeeded(
      await topUpWallet(
        far,
        { userId, amount: 10_000, idempotencyKey: randomUUID() },
        GENEROUS_LIMITS,
        NOON,
      ),
    );
  const order = async (userId = 0) => {
    await fillCart(db, userId, [{ productId, quantity: 1 }]);
    return () =>
      placeOrder(
        far,
        {
          userId,
          idempotencyKey: randomUUID(),
          couponCode: null,
          confirmedTotal: 1_000,
          confirmedSubtotal: null,
          delivery: DELIVERY,
        },
        NOON,
      ).then(succeeded);
  };
  try {
    for (const userId of userIds) await topUp(userId);
    expect(await tripsOf(() => topUp(userIds[0]))).toBe(2);
    // A long flight is answered in part while its end is still being sent.
    expect(await tripsOf(() => Promise.all(userIds.map(topUp)))).toBeLessThan(6);

    // News of the sale follow in a statement of their own, 200 ms later: not among those counted.
    const heard = nextNews(db);
    await (await order(userIds[0]))();
    await heard;
    expect(await tripsOf(await order(userIds[0]))).toBe(2);

    const orders = await Promise.all(userIds.map(order));
    expect(await tripsOf(() => Promise.all(orders.map((press) => press())))).toBeLessThan(6);
  } finally {
    await far.close();
    await proxy.close();
  }
});
