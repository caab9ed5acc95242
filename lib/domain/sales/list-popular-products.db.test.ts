/** Each branch of the diagram 인기 상품 조회, and the rules of spec.md: Popular. */

import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import type { Database } from '@/db/client';
import { products } from '@/db/schema';
import { BREAKS_BOOKS, expect, test } from '@/e2e/support/db-test';
import {
  fillCart,
  makeCoupon,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { StockNotFoundError } from '../catalog/stock-rules';
import { cancelOrder } from '../orders/cancel-order';
import { listPopularProducts, SoldProductNotFoundError } from './list-popular-products';

const DAY_MS = 86_400_000;
const THREE_DAYS = { days: 3, limit: 5 };

/** A shopper buys units of a product at an instant. */
async function sell(
  db: Database,
  productId: number,
  quantity: number,
  { now = NOON, couponCode = null }: { now?: Date; couponCode?: string | null } = {},
) {
  const userId = await makeShopper(db, { balance: 10_000_000 });
  await fillCart(db, userId, [{ productId, quantity }]);
  const { orderId } = succeeded(await press(db, userId, { now, couponCode }));
  return { orderId, userId };
}

/** `[product, units]` from the first rank on. */
async function ranking(db: Database, now = NOON, window = THREE_DAYS) {
  const popular = await listPopularProducts(db, window, now);
  expect(popular.products.map(({ rank }) => rank)).toEqual(popular.products.map((_, i) => i + 1));
  return popular.products.map(({ id, units }) => [id, units]);
}

/** Makes rows vanish past every trigger and foreign key: what the shop itself can never do. */
async function lose(superuserUrl: string, table: 'products' | 'stock', productId: number) {
  const sql = postgres(superuserUrl, {
    max: 1,
    connection: { session_replication_role: 'replica' },
  });
  const key = table === 'products' ? 'id' : 'product_id';
  const { count } = await sql`DELETE FROM ${sql(table)} WHERE ${sql(key)} = ${productId}`;
  await sql.end();
  expect(count).toBe(1);
}

test('인기 상품 조회: 상품 조회 가능 → what sold best, with its stock', async ({ db }) => {
  const [few, many] = [await makeProduct(db), await makeProduct(db, { quantity: 7 })];
  await sell(db, few, 2);
  await sell(db, many, 5);
  const popular = await listPopularProducts(db, THREE_DAYS, NOON);
  expect(popular).toMatchObject({
    from: '2026-11-21',
    to: '2026-11-23',
    products: [
      { id: many, rank: 1, units: 5, revenue: 50_000, quantity: 2 },
      { id: few, rank: 2, units: 2, revenue: 20_000, quantity: 98 },
    ],
  });
});

test('인기 상품 조회: 상품 조회 불가능 → the list fails, an empty one never stands in', {
  tag: BREAKS_BOOKS,
}, async ({ db, workerDatabase }) => {
  const lost = await makeProduct(db);
  await sell(db, lost, 1);
  await lose(workerDatabase.url('superuser'), 'products', lost);
  const failure = await listPopularProducts(db, THREE_DAYS, NOON).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SoldProductNotFoundError);
  expect(failure).toMatchObject({ productIds: [lost] });
});

test('a sold product whose stock cannot be found fails the list too', {
  tag: BREAKS_BOOKS,
}, async ({ db, workerDatabase }) => {
  const lost = await makeProduct(db);
  await sell(db, lost, 1);
  await lose(workerDatabase.url('superuser'), 'stock', lost);
  await expect(listPopularProducts(db, THREE_DAYS, NOON)).rejects.toThrow(StockNotFoundError);
});

test('nothing sold in the window is an empty list, no error', async ({ db }) => {
  await makeProduct(db);
  expect(await ranking(db)).toEqual([]);
});

test('ties go by net revenue, then by the latest sale, then by product id', async ({ db }) => {
  const early = new Date(NOON.getTime() - 1);
  const cheap = await makeProduct(db, { price: 1_000 });
  const [first, second] = [await makeProduct(db), await makeProduct(db)];
  const latest = await makeProduct(db);
  const discounted = await makeProduct(db);
  const { code } = await makeCoupon(db);
  await sell(db, cheap, 3);
  await sell(db, second, 3, { now: early });
  await sell(db, first, 3, { now: early });
  await sell(db, latest, 3);
  await sell(db, discounted, 3, { couponCode: code });
  expect(await ranking(db)).toEqual([
    [latest, 3],
    [first, 3],
    [second, 3],
    [discounted, 3],
    [cheap, 3],
  ]);
});

test('cancelled units are subtracted, on the day they were sold', async ({ db }) => {
  const [steady, returned] = [await makeProduct(db), await makeProduct(db)];
  await sell(db, steady, 3);
  await sell(db, returned, 2);
  const { orderId, userId } = await sell(db, returned, 4);
  expect(await ranking(db)).toEqual([
    [returned, 6],
    [steady, 3],
  ]);
  const actor = { userId, role: 'shopper' } as const;
  succeeded(await cancelOrder(db, { orderId, actor }, NOON));
  expect(await ranking(db)).toEqual([
    [steady, 3],
    [returned, 2],
  ]);
});

test('sold-out products stay; unpublished ones leave their place to the next', async ({ db }) => {
  const soldOut = await makeProduct(db, { quantity: 9 });
  const [hidden, next] = [await makeProduct(db), await makeProduct(db)];
  await sell(db, soldOut, 9);
  await sell(db, hidden, 5);
  await sell(db, next, 1);
  await db.orm.update(products).set({ published: false }).where(eq(products.id, hidden));
  const window = { days: 3, limit: 2 };
  expect(await ranking(db, NOON, window)).toEqual([
    [soldOut, 9],
    [next, 1],
  ]);
});

test('the window opens at 00:00 and closes at 23:59:59.999 of the Seoul days', async ({ db }) => {
  const [before, opening, closing, after] = [
    await makeProduct(db),
    await makeProduct(db),
    await makeProduct(db),
    await makeProduct(db),
  ];
  await sell(db, before, 4, { now: new Date('2026-11-20T23:59:59.999+09:00') });
  await sell(db, opening, 3, { now: new Date('2026-11-21T00:00:00.000+09:00') });
  await sell(db, closing, 2, { now: new Date('2026-11-23T23:59:59.999+09:00') });
  await sell(db, after, 1, { now: new Date('2026-11-24T00:00:00.000+09:00') });
  const lastInstant = new Date('2026-11-23T23:59:59.999+09:00');
  const inWindow = [
    [opening, 3],
    [closing, 2],
  ];
  expect(await ranking(db)).toEqual(inWindow);
  expect(await ranking(db, lastInstant)).toEqual(inWindow);
  // A millisecond later all of it has moved on by a day.
  expect(await ranking(db, new Date(lastInstant.getTime() + 1))).toEqual([
    [closing, 2],
    [after, 1],
  ]);
  expect(await ranking(db, NOON, { days: 1, limit: 5 })).toEqual([[closing, 2]]);
  expect(await ranking(db, NOON, { days: 7, limit: 5 })).toEqual([[before, 4], ...inWindow]);
});

test('each rank is held against the window before, by the same rule', async ({ db }) => {
  const [steady, riser, faller, fresh, hidden] = [
    await makeProduct(db),
    await makeProduct(db),
    await makeProduct(db),
    await makeProduct(db),
    await makeProduct(db),
  ];
  const before = new Date(NOON.getTime() - 3 * DAY_MS);
  const dayBefore = new Date(NOON.getTime() - 6 * DAY_MS);
  // Before: steady 9, hidden 8, faller 5, riser 3. A sale of the window before that one is too old.
  await sell(db, steady, 9, { now: before });
  await sell(db, hidden, 8, { now: before });
  await sell(db, faller, 5, { now: before });
  await sell(db, riser, 3, { now: before });
  await sell(db, fresh, 50, { now: dayBefore });
  // Now: steady 9, riser 4, fresh 3, faller 2.
  await sell(db, steady, 9);
  await sell(db, riser, 4);
  await sell(db, fresh, 3);
  await sell(db, faller, 2);
  await db.orm.update(products).set({ published: false }).where(eq(products.id, hidden));
  const popular = await listPopularProducts(db, THREE_DAYS, NOON);
  expect(popular.before).toEqual({ from: '2026-11-18', to: '2026-11-20' });
  expect(popular.products.map(({ id, move }) => [id, move])).toEqual([
    [steady, { kind: 'same' }],
    [riser, { kind: 'up', by: 1 }],
    [fresh, { kind: 'new' }],
    [faller, { kind: 'down', by: 2 }],
  ]);
});
