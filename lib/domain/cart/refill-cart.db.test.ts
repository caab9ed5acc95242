import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { products } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { expectInvariants } from '@/e2e/support/expect-invariants';
import {
  correctStock,
  fillCart,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { getCart } from './get-cart';
import { refillCart } from './refill-cart';

async function ordered(db: Database, lines: { productId: number; quantity: number }[]) {
  const userId = await makeShopper(db, { balance: 1_000_000 });
  await fillCart(db, userId, lines);
  return { userId, ...succeeded(await press(db, userId)) };
}

const holds = async (db: Database, userId: number) =>
  (await getCart(db, { userId }, NOON)).map(({ productId, quantity, seenPrice }) => ({
    ...{ productId, quantity, seenPrice },
  }));

test('what can still be bought comes in at the price of now, once, with a reason for the rest', async ({
  db,
}) => {
  const [fine, few, hidden] = [await makeProduct(db), await makeProduct(db), await makeProduct(db)];
  const order = await ordered(db, [
    { productId: fine, quantity: 2 },
    { productId: few, quantity: 5 },
    { productId: hidden, quantity: 1 },
  ]);
  await db.orm.update(products).set({ price: 12_000 }).where(eq(products.id, fine));
  await correctStock(db, few, 3);
  await db.orm.update(products).set({ published: false }).where(eq(products.id, hidden));

  const names = { nameKo: '사과', nameEn: 'Apple' };
  for (let times = 0; times < 2; times++) {
    expect(succeeded(await refillCart(db, order, NOON))).toEqual({
      products: 2,
      short: [
        { ...names, wanted: 5, got: 3, why: 'fewer' },
        { ...names, wanted: 1, got: 0, why: 'gone' },
      ],
    });
  }
  expect(await holds(db, order.userId)).toEqual([
    { productId: fine, quantity: 2, seenPrice: 12_000 },
    { productId: few, quantity: 3, seenPrice: 10_000 },
  ]);
  // It can be ordered as it is.
  expect(await press(db, order.userId)).toMatchObject({ ok: true });
  await expectInvariants(db);
});

test('pressed at once it is done once; units already in the cart stay', async ({ db }) => {
  const productId = await makeProduct(db);
  const order = await ordered(db, [{ productId, quantity: 2 }]);
  await fillCart(db, order.userId, [{ productId, quantity: 7 }]);
  await Promise.all(Array.from({ length: 10 }, () => refillCart(db, order, NOON)));
  expect(await holds(db, order.userId)).toMatchObject([{ productId, quantity: 7 }]);
});

test("somebody else's order is not found", async ({ db }) => {
  const { orderId } = await ordered(db, [{ productId: await makeProduct(db), quantity: 1 }]);
  const userId = await makeShopper(db);
  expect(await refillCart(db, { userId, orderId }, NOON)).toEqual({
    ok: false,
    refusal: { code: 'ORDER_NOT_FOUND' },
  });
  expect(await holds(db, userId)).toEqual([]);
});
