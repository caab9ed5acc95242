import { randomUUID } from 'node:crypto';
import { count, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import {
  cartLines,
  checkoutAttempts,
  couponUsage,
  idempotencyKeys,
  orderLines,
  orders,
  products,
  redemptions,
  salesRollup,
  stock,
  stockMovements,
  walletEntries,
} from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import {
  correctStock,
  fillCart,
  makeCoupon,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { setCartQuantity } from '../cart/change-cart';
import { getBalance } from '../wallet/get-balance';
import { quoteOrder } from './quote-order';

const balanceOf = async (db: Database, userId: number) =>
  succeeded(await getBalance(db, userId)).balance;

const stockOf = async (db: Database, productId: number) =>
  (await db.orm.select().from(stock).where(eq(stock.productId, productId)))[0]?.quantity;

async function nothingWasOrdered(db: Database): Promise<void> {
  for (const table of [orders, orderLines, redemptions, salesRollup]) {
    expect(await db.orm.select({ n: count() }).from(table)).toEqual([{ n: 0 }]);
  }
  expect(
    await db.orm
      .select({ n: count() })
      .from(idempotencyKeys)
      .where(eq(idempotencyKeys.action, 'checkout')),
  ).toEqual([{ n: 0 }]);
}

test.describe('주문 및 결제', () => {
  test('재고 없음: the order fails, naming every short product, and changes nothing', async ({
    db,
  }) => {
    const userId = await makeShopper(db, { balance: 100_000 });
    const [apple, pear] = [
      await makeProduct(db, { quantity: 2 }),
      await makeProduct(db, { quantity: 5, nameKo: '배', nameEn: 'Pear' }),
    ];
    await fillCart(db, userId, [
      { productId: apple, quantity: 2 },
      { productId: pear, quantity: 5 },
    ]);
    await correctStock(db, apple, 0);
    await correctStock(db, pear, 3);

    expect(await press(db, userId)).toEqual({
      ok: false,
      refusal: {
        code: 'SHORT_STOCK',
        products: [
          { productId: apple, nameKo: '사과', nameEn: 'Apple', wanted: 2, left: 0 },
          { productId: pear, nameKo: '배', nameEn: 'Pear', wanted: 5, left: 3 },
        ],
      },
    });
    await nothingWasOrdered(db);
    expect(await balanceOf(db, userId)).toBe(100_000);
    expect(await db.orm.select({ n: count() }).from(cartLines)).toEqual([{ n: 2 }]);
  });

  test('what cannot be bought is left out of the quote, and of the order once it is taken out', async ({
    db,
  }) => {
    const userId = await makeShopper(db, { balance: 25_000 });
    const [short, gone, hidden] = [
      await makeProduct(db, { quantity: 2 }),
      await makeProduct(db, { quantity: 1 }),
      await makeProduct(db),
    ];
    const { code } = await makeCoupon(db, { minSubtotal: 20_000 });
    for (const [productId, quantity] of [
      [gone, 1],
      [short, 2],
      [hidden, 3],
    ] as const) {
      await fillCart(db, userId, [{ productId, quantity }]);
    }
    await correctStock(db, gone, 0);
    await db.orm.update(products).set({ published: false }).where(eq(products.id, hidden));
    const quoted = async () => succeeded(await quoteOrder(db, { userId, couponCode: code }, NOON));

    expect(await quoted()).toMatchObject({
      lines: [{ productId: short, quantity: 2, discountShare: 2_000 }],
      leftOut: [
        { productId: gone, quantity: 1 },
        { productId: hidden, quantity: 3 },
      ],
      ...{ subtotal: 20_000, discount: 2_000, total: 18_000, gap: 0 },
      short: [{ productId: gone, left: 0 }],
      unavailableProductIds: [hidden],
    });
    // One unit short is another thing: the shopper says what is wanted.
    await correctStock(db, short, 1);
    expect(await quoted()).toMatchObject({ total: 18_000, short: [{ left: 1 }, { left: 0 }] });
    await correctStock(db, short, 2);

    const confirmed = { couponCode: code, confirmedTotal: 18_000 };
    expect(await press(db, userId, confirmed)).toMatchObject({
      refusal: { code: 'PRODUCT_UNAVAILABLE' },
    });
    for (const productId of [gone, hidden]) {
      await setCartQuantity(db, { owner: { userId }, productId, quantity: 0 }, NOON);
    }
    expect(succeeded(await press(db, userId, confirmed))).toHaveProperty('orderId');
    expect(await balanceOf(db, userId)).toBe(7_000);
  });

  test('재고 있음, 유효한 쿠폰: the discount applies and the coupon is used up once', async ({
    db,
  }) => {
    const userId = await makeShopper(db, { balance: 100_000 });
    const productId = await makeProduct(db, { quantity: 10 });
    const { couponId, code } = await makeCoupon(db, { perShopperLimit: 1 });
    await fillCart(db, userId, [{ productId, quantity: 3 }]);

    const { orderId } = succeeded(await press(db, userId, { couponCode: code }));
    const [order] = await db.orm.select().from(orders).where(eq(orders.id, orderId));
    expect(order).toMatchObject({
      userId,
      status: 'paid',
      subtotal: 30_000,
      discount: 3_000,
      total: 27_000,
      couponId,
      couponCode: code,
      couponReason: null,
      placedDay: '2026-11-23',
    });
    expect(order?.placedAt).toEqual(NOON);
    expect(await balanceOf(db, userId)).toBe(73_000);
    expect(await stockOf(db, productId)).toBe(7);
    expect(await db.orm.select().from(couponUsage)).toMatchObject([{ couponId, used: 1 }]);
    expect(await db.orm.select().from(redemptions)).toMatchObject([{ orderId, discount: 3_000 }]);
    expect(await db.orm.select().from(salesRollup)).toEqual([
      { day: '2026-11-23', productId, units: 3, revenue: 27_000, lastSoldAt: NOON },
    ]);
    expect(await db.orm.select({ n: count() }).from(cartLines)).toEqual([{ n: 0 }]);
  });

  test('유효하지 않은 쿠폰: no discount, the order goes on, and the receipt keeps the reason', async ({
    db,
  }) => {
    const userId = await makeShopper(db, { balance: 100_000 });
    const productId = await makeProduct(db);
    const { code } = await makeCoupon(db, { minSubtotal: 50_000 });
    await fillCart(db, userId, [{ productId, quantity: 3 }]);

    const { orderId } = succeeded(
      await press(db, userId, { couponCode: code, confirmedTotal: 30_000 }),
    );
    const [order] = await db.orm.select().from(orders).where(eq(orders.id, orderId));
    expect(order).toMatchObject({
      total: 30_000,
      discount: 0,
      couponId: null,
      couponCode: code,
      couponReason: 'MIN_ORDER',
      couponGap: 20_000,
      missedDiscount: 3_000,
    });
    expect(await db.orm.select().from(couponUsage)).toMatchObject([{ used: 0 }]);
  });

  test('쿠폰 없음: without a coupon the subtotal is paid', async ({ db }) => {
    const userId = await makeShopper(db, { balance: 100_000 });
    const productId = await makeProduct(db);
    await fillCart(db, userId, [{ productId, quantity: 1 }]);
    succeeded(await press(db, userId, { confirmedTotal: 10_000 }));
    expect(await balanceOf(db, userId)).toBe(90_000);
  });

  test('잔액 없음: the order fails with the exact gap and changes nothing', async ({ db }) => {
    const userId = await makeShopper(db, { balance: 9_999 });
    const productId = await makeProduct(db, { quantity: 4 });
    const { code } = await makeCoupon(db, { kind: 'fixed', amount: 5_000, percent: null });
    await fillCart(db, userId, [{ productId, quantity: 2 }]);

    expect(await press(db, userId, { couponCode: code })).toEqual({
      ok: false,
      refusal: { code: 'INSUFFICIENT_BALANCE', total: 15_000, balance: 9_999, gap: 5_001 },
    });
    await nothingWasOrdered(db);
    expect(await balanceOf(db, userId)).toBe(9_999);
    expect(await stockOf(db, productId)).toBe(4);
    expect(await db.orm.select().from(couponUsage)).toMatchObject([{ used: 0 }]);
  });

  test('잔액 있음: payment, stock deduction and receipt commit together', async ({ db }) => {
    const userId = await makeShopper(db, { balance: 20_000 });
    const productId = await makeProduct(db, { quantity: 2 });
    await fillCart(db, userId, [{ productId, quantity: 2 }]);
    const { orderId } = succeeded(await press(db, userId));

    const entries = await db.orm.select().from(walletEntries).where(eq(walletEntries.seq, 2));
    expect(entries).toMatchObject([
      { userId, kind: 'payment', amount: -20_000, balanceAfter: 0, orderId },
    ]);
    const sales = await db.orm
      .select()
      .from(stockMovements)
      .where(eq(stockMovements.orderId, orderId));
    expect(sales).toMatchObject([{ productId, kind: 'sale', delta: -2, quantityAfter: 0 }]);
    expect(await stockOf(db, productId)).toBe(0);
  });

  test('an unknown user gets a refusal', async ({ db }) => {
    expect(await press(db, 999_999)).toEqual({ ok: false, refusal: { code: 'UNKNOWN_USER' } });
    await nothingWasOrdered(db);
  });
});

test('a ₩0 order is legal: the coupon covers it all', async ({ db }) => {
  const userId = await makeShopper(db);
  const productId = await makeProduct(db);
  const { code } = await makeCoupon(db, { percent: 100 });
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  succeeded(await press(db, userId, { couponCode: code, confirmedTotal: 0 }));
  expect(await balanceOf(db, userId)).toBe(0);
});

test('a price that rose after the page showed it asks again; nothing is charged', async ({
  db,
}) => {
  const userId = await makeShopper(db, { balance: 100_000 });
  const productId = await makeProduct(db);
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  await db.orm.update(products).set({ price: 10_001 }).where(eq(products.id, productId));
  expect(await press(db, userId, { confirmedTotal: 10_000 })).toEqual({
    ok: false,
    refusal: { code: 'TOTAL_CHANGED', confirmedTotal: 10_000, total: 10_001, couponReason: null },
  });
  await nothingWasOrdered(db);
});

test('the full price accepted beforehand: a coupon that died is named, and no more is charged', async ({
  db,
}) => {
  const userId = await makeShopper(db, { balance: 100_000 });
  const productId = await makeProduct(db);
  const { code } = await makeCoupon(db, { enabled: false });
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const shown = { couponCode: code, confirmedTotal: 9_000, confirmedSubtotal: 10_000 };
  await db.orm.update(products).set({ price: 10_001 }).where(eq(products.id, productId));
  expect(await press(db, userId, shown)).toMatchObject({ refusal: { code: 'TOTAL_CHANGED' } });
  await nothingWasOrdered(db);

  await db.orm.update(products).set({ price: 9_900 }).where(eq(products.id, productId));
  succeeded(await press(db, userId, shown));
  expect(await db.orm.select().from(orders)).toMatchObject([
    {
      total: 9_900,
      acceptedTotal: 10_000,
      couponReason: 'DISABLED',
      missedDiscount: 990,
    },
  ]);
  expect(await balanceOf(db, userId)).toBe(90_100);
});

test('a receipt keeps names and prices that change later', async ({ db }) => {
  const userId = await makeShopper(db, { balance: 100_000 });
  const productId = await makeProduct(db);
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  succeeded(await press(db, userId));
  await db.orm.update(products).set({ price: 1, nameKo: '풋사과' });
  expect(await db.orm.select().from(orderLines)).toMatchObject([
    { nameKo: '사과', unitPrice: 10_000, quantity: 1 },
  ]);
});

test('the same key again shows the first order; another request under it is refused', async ({
  db,
}) => {
  const userId = await makeShopper(db, { balance: 100_000 });
  const productId = await makeProduct(db);
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const idempotencyKey = randomUUID();
  const first = await press(db, userId, { idempotencyKey });
  expect(await press(db, userId, { idempotencyKey })).toEqual({ ...first, replayed: true });
  for (const other of [{ confirmedTotal: 1 }, { confirmedSubtotal: 20_000 }]) {
    expect(await press(db, userId, { idempotencyKey, ...other })).toEqual({
      ok: false,
      refusal: { code: 'KEY_REUSED' },
    });
  }
});

test('a refusal keeps no key: the same form can be sent again', async ({ db }) => {
  const userId = await makeShopper(db, { balance: 1_000 });
  const productId = await makeProduct(db);
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const idempotencyKey = randomUUID();
  expect(await press(db, userId, { idempotencyKey })).toMatchObject({ ok: false });
  await db.orm.update(products).set({ price: 500 });
  expect(await press(db, userId, { idempotencyKey })).toMatchObject({ ok: true, replayed: false });
});

test('refused presses of one form are one attempt of lost demand', async ({ db }) => {
  const userId = await makeShopper(db, { balance: 1_000 });
  const productId = await makeProduct(db);
  await fillCart(db, userId, [{ productId, quantity: 2 }]);
  const idempotencyKey = randomUUID();
  await press(db, userId, { idempotencyKey });
  await press(db, userId, { idempotencyKey });
  expect(await db.orm.select().from(checkoutAttempts)).toMatchObject([
    {
      userId,
      key: idempotencyKey,
      reason: 'INSUFFICIENT_BALANCE',
      total: 20_000,
      lines: [{ productId, quantity: 2, unitPrice: 10_000, discountShare: 0 }],
    },
    { key: idempotencyKey },
  ]);
});
