import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { cartLines, carts } from '@/db/schema';
import { BREAKS_BOOKS, expect, test } from '@/e2e/support/db-test';
import { fillCart, loseStock, makeProduct, makeShopper, NOON } from '@/e2e/support/sample';
import { StockNotFoundError } from '../catalog/stock-rules';
import { quoteOrder } from '../orders/quote-order';
import { addToCart, setCartQuantity } from './change-cart';
import { getCart } from './get-cart';
import { mergeGuestCart } from './merge-guest-cart';
import type { CartOwner } from './rules';

const GUEST = { guestTokenHash: 'a'.repeat(64) };

/** What a cart holds, as `productId → quantity`. */
async function holds(db: Database, owner: CartOwner): Promise<Record<number, number>> {
  const owned =
    'userId' in owner
      ? eq(carts.userId, owner.userId)
      : eq(carts.guestTokenHash, owner.guestTokenHash);
  const lines = await db.orm
    .select({ productId: cartLines.productId, quantity: cartLines.quantity })
    .from(cartLines)
    .innerJoin(carts, eq(carts.id, cartLines.cartId))
    .where(owned);
  return Object.fromEntries(lines.map(({ productId, quantity }) => [productId, quantity]));
}

test('two lines of one product are summed', async ({ db }) => {
  const productId = await makeProduct(db);
  await addToCart(db, { owner: GUEST, productId, quantity: 2 }, NOON);
  await addToCart(db, { owner: GUEST, productId, quantity: 3 }, NOON);
  expect(await holds(db, GUEST)).toEqual({ [productId]: 5 });
});

test('50 presses of add at once are 50 units', async ({ db }) => {
  const owner = { userId: await makeShopper(db) };
  const productId = await makeProduct(db);
  const press = () => addToCart(db, { owner, productId, quantity: 1 }, NOON);
  await Promise.all(Array.from({ length: 50 }, press));
  expect(await holds(db, owner)).toEqual({ [productId]: 50 });
});

test('a quantity is set, and 0 takes the line out', async ({ db }) => {
  const productId = await makeProduct(db);
  await setCartQuantity(db, { owner: GUEST, productId, quantity: 4 }, NOON);
  expect(await holds(db, GUEST)).toEqual({ [productId]: 4 });
  await setCartQuantity(db, { owner: GUEST, productId, quantity: 0 }, NOON);
  expect(await holds(db, GUEST)).toEqual({});
});

test('more than is left, more than 99 and unknown products are refused', async ({ db }) => {
  const few = await makeProduct(db, { quantity: 3 });
  const many = await makeProduct(db, { quantity: 500 });
  const hidden = await makeProduct(db, { published: false });
  const add = (productId: number, quantity: number) =>
    addToCart(db, { owner: GUEST, productId, quantity }, NOON);
  await add(few, 2);
  expect(await add(few, 2)).toEqual({
    ok: false,
    refusal: { code: 'SHORT_STOCK_FOR_CART', productId: few, left: 3, inCart: 2 },
  });
  expect(await add(many, 100)).toMatchObject({ refusal: { code: 'QUANTITY_LIMIT', most: 99 } });
  expect(await add(hidden, 1)).toMatchObject({ refusal: { code: 'UNKNOWN_PRODUCT' } });
  expect(await add(999_999, 1)).toMatchObject({ refusal: { code: 'UNKNOWN_PRODUCT' } });
  expect(await holds(db, GUEST)).toEqual({ [few]: 2 });
});

test('a 51st product is refused', async ({ db }) => {
  for (let i = 0; i < 50; i++) {
    const productId = await makeProduct(db);
    await addToCart(db, { owner: GUEST, productId, quantity: 1 }, NOON);
  }
  const oneMore = await makeProduct(db);
  expect(
    await addToCart(db, { owner: GUEST, productId: oneMore, quantity: 1 }, NOON),
  ).toMatchObject({ refusal: { code: 'TOO_MANY_PRODUCTS', most: 50 } });
});

test("a guest's cart moves over at sign-in, summed up to 99, once", async ({ db }) => {
  const userId = await makeShopper(db);
  const [a, b] = [
    await makeProduct(db, { quantity: 500 }),
    await makeProduct(db, { quantity: 500 }),
  ];
  await addToCart(db, { owner: { userId }, productId: a, quantity: 60 }, NOON);
  await addToCart(db, { owner: GUEST, productId: a, quantity: 60 }, NOON);
  await addToCart(db, { owner: GUEST, productId: b, quantity: 2 }, NOON);

  const merge = () => mergeGuestCart(db, { userId, ...GUEST }, NOON);
  expect(await merge()).toMatchObject({ ok: true, value: { moved: 2, left: 0 } });
  expect(await merge()).toMatchObject({ ok: true, value: { moved: 0 } });
  expect(await holds(db, { userId })).toEqual({ [a]: 99, [b]: 2 });
  expect(await holds(db, GUEST)).toEqual({});
});

test('what finds no room at sign-in waits in the guest cart until there is some', async ({
  db,
}) => {
  const userId = await makeShopper(db);
  const [both, only] = [await makeProduct(db), await makeProduct(db)];
  await addToCart(db, { owner: { userId }, productId: both, quantity: 1 }, NOON);
  for (let i = 1; i < 50; i++) {
    const productId = await makeProduct(db);
    await addToCart(db, { owner: { userId }, productId, quantity: 1 }, NOON);
  }
  for (const productId of [only, both]) {
    await addToCart(db, { owner: GUEST, productId, quantity: 2 }, NOON);
  }
  const merge = () => mergeGuestCart(db, { userId, ...GUEST }, NOON);
  expect(await merge()).toMatchObject({ value: { moved: 1, left: 1 } });
  expect(await merge()).toMatchObject({ value: { moved: 0, left: 1 } });
  expect(await holds(db, GUEST)).toEqual({ [only]: 2 });
  expect(await holds(db, { userId })).toMatchObject({ [both]: 3 });
  await setCartQuantity(db, { owner: { userId }, productId: both, quantity: 0 }, NOON);
  expect(await merge()).toMatchObject({ value: { moved: 1, left: 0 } });
  expect(await holds(db, { userId })).toMatchObject({ [only]: 2 });
  expect(await holds(db, GUEST)).toEqual({});
});

test('adding in one tab while another signs in: the line lands in a cart, never in an error', async ({
  db,
}) => {
  const productId = await makeProduct(db, { quantity: 99 });
  for (let round = 0; round < 30; round++) {
    const userId = await makeShopper(db);
    await addToCart(db, { owner: GUEST, productId, quantity: 1 }, NOON);
    const [added] = await Promise.all([
      addToCart(db, { owner: GUEST, productId, quantity: 1 }, NOON),
      mergeGuestCart(db, { userId, guestTokenHash: GUEST.guestTokenHash }, NOON),
    ]);
    expect(added.ok).toBe(true);
    const units = [await holds(db, { userId }), await holds(db, GUEST)];
    expect(units.reduce((sum, cart) => sum + (cart[productId] ?? 0), 0)).toBe(2);
    await mergeGuestCart(db, { userId, guestTokenHash: GUEST.guestTokenHash }, NOON);
  }
});

test('a product whose stock cannot be found fails cart, quote and adding clearly', {
  tag: BREAKS_BOOKS,
}, async ({ db, workerDatabase }) => {
  const userId = await makeShopper(db);
  const productId = await makeProduct(db);
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  await loseStock(workerDatabase.url('superuser'), productId);
  const owner = { userId };
  await expect(getCart(db, owner, NOON)).rejects.toThrow(StockNotFoundError);
  await expect(quoteOrder(db, { userId, couponCode: null }, NOON)).rejects.toThrow(
    StockNotFoundError,
  );
  await expect(addToCart(db, { owner, productId, quantity: 1 }, NOON)).rejects.toThrow(
    StockNotFoundError,
  );
});
