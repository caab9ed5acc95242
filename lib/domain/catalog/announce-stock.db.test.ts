/** Whatever moves stock is told to every process, after the commit and gathered. */

import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import {
  correctStock,
  fillCart,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { cancelOrder } from '../orders/cancel-order';
import { announceStock } from './announce-stock';
import { applyStockImport } from './apply-stock-import';
import { createStockImport } from './create-stock-import';
import { readStockNews, STOCK_CHANNEL, type StockNews } from './stock-news-rules';

/** Everything that is told from now on. */
async function listen({ sql }: Database) {
  const heard: StockNews[] = [];
  const { unlisten } = await sql.listen(STOCK_CHANNEL, (text) => heard.push(readStockNews(text)));
  return { heard, unlisten };
}

test('a sale, its cancelling, a correction and a stock table each name their products', async ({
  db,
}) => {
  const [apple, pear] = [await makeProduct(db), await makeProduct(db)];
  const userId = await makeShopper(db, { balance: 1_000_000 });
  const actorUserId = await makeShopper(db, { role: 'admin' });
  await fillCart(db, userId, [
    { productId: apple, quantity: 1 },
    { productId: pear, quantity: 2 },
  ]);
  const { heard, unlisten } = await listen(db);
  const told = (products: number[]) =>
    expect
      .poll(() => heard.splice(0).map((news) => (news === 'any' ? news : [...news].sort())))
      .toEqual([products]);

  const { orderId } = succeeded(await press(db, userId));
  await told([apple, pear]);
  succeeded(await cancelOrder(db, { orderId, actor: { userId, role: 'shopper' } }, NOON));
  await told([apple, pear]);
  await correctStock(db, pear, 3);
  await told([pear]);
  const lines = [{ line: 2, product: String(apple), delta: '4', reason: '새로 들어왔어요' }];
  const table = { uploadKey: randomUUID(), lines };
  const { importId } = succeeded(await createStockImport(db, table, actorUserId, NOON));
  succeeded(await applyStockImport(db, importId, actorUserId, NOON));
  await told([apple]);
  await unlisten();
});

test('a rush is told in one notification; a refused order is not told', async ({ db }) => {
  const productId = await makeProduct(db, { quantity: 8 });
  const userIds = await Promise.all(
    Array.from({ length: 12 }, () => makeShopper(db, { balance: 10_000 })),
  );
  for (const userId of userIds) await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const { heard, unlisten } = await listen(db);
  const outcomes = await Promise.all(userIds.map((userId) => press(db, userId)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(8);
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  const afterRush = await makeShopper(db, { balance: 10_000 });
  await fillCart(db, afterRush, [{ productId, quantity: 1 }]).catch(() => undefined);
  await press(db, afterRush, { idempotencyKey: randomUUID() });
  // What the end of the rush and the refusal would have told has been told by now.
  announceStock(db, [999]);
  await expect.poll(() => heard.some((news) => news !== 'any' && news.includes(999))).toBe(true);
  expect(heard.flat().filter((id) => id === productId).length).toBeLessThanOrEqual(2);
  await unlisten();
});
