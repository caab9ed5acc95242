import { eq } from 'drizzle-orm';
import { auditLog, couponUsage, orders, redemptions, salesRollup, stock } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import {
  fillCart,
  makeCoupon,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { getBalance } from '../wallet/get-balance';
import { cancelOrder } from './cancel-order';
import { fulfilOrder } from './fulfil-order';

const LATER = new Date(NOON.getTime() + 86_400_000);

test('a cancel gives back the amount, the units, the coupon and the sales history', async ({
  db,
}) => {
  const userId = await makeShopper(db, { balance: 50_000 });
  const productId = await makeProduct(db, { quantity: 9 });
  const { code } = await makeCoupon(db, { perShopperLimit: 1 });
  const buy = async (quantity: number, couponCode: string | null, now: Date) => {
    await fillCart(db, userId, [{ productId, quantity }]);
    return succeeded(await press(db, userId, { couponCode, now })).orderId;
  };
  await buy(1, null, NOON);
  const orderId = await buy(2, code, new Date(NOON.getTime() + 1_000));

  const actor = { userId, role: 'shopper' } as const;
  expect(await cancelOrder(db, { orderId, actor }, LATER)).toEqual({
    ok: true,
    replayed: false,
    value: { refunded: 18_000 },
  });
  expect(succeeded(await getBalance(db, userId)).balance).toBe(40_000);
  expect(await db.orm.select().from(stock)).toEqual([{ productId, quantity: 8 }]);
  expect(await db.orm.select().from(couponUsage)).toMatchObject([{ used: 0 }]);
  expect(await db.orm.select().from(redemptions)).toMatchObject([{ reversedAt: LATER }]);
  // The history of the day it was placed; the latest sale is the one that still counts.
  expect(await db.orm.select().from(salesRollup)).toEqual([
    { day: '2026-11-23', productId, units: 1, revenue: 10_000, lastSoldAt: NOON },
  ]);
  expect(await db.orm.select().from(orders).where(eq(orders.id, orderId))).toMatchObject([
    { status: 'cancelled', cancelledAt: LATER, cancelledDay: '2026-11-24' },
  ]);
  // The coupon is the shopper's to use again.
  await buy(1, code, LATER);
});

test("another shopper's order is as absent as one that never was", async ({ db }) => {
  const [owner, stranger] = [await makeShopper(db, { balance: 10_000 }), await makeShopper(db)];
  const productId = await makeProduct(db);
  await fillCart(db, owner, [{ productId, quantity: 1 }]);
  const { orderId } = succeeded(await press(db, owner));
  const actor = { userId: stranger, role: 'shopper' } as const;
  const absent = { ok: false, refusal: { code: 'ORDER_NOT_FOUND' } };
  expect(await cancelOrder(db, { orderId, actor }, LATER)).toEqual(absent);
  expect(await cancelOrder(db, { orderId: orderId + 1, actor }, LATER)).toEqual(absent);
});

test('an admin cancels any order, in the audit log with before and after', async ({ db }) => {
  const userId = await makeShopper(db, { balance: 10_000 });
  const adminId = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db);
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const { orderId } = succeeded(await press(db, userId));
  const actor = { userId: adminId, role: 'admin' } as const;
  succeeded(await cancelOrder(db, { orderId, actor }, LATER));
  expect(await db.orm.select().from(auditLog)).toMatchObject([
    {
      actorUserId: adminId,
      action: 'order.cancel',
      entityId: String(orderId),
      before: { status: 'paid' },
      after: { status: 'cancelled', refunded: 10_000 },
    },
  ]);
});

test('a fulfilled order cannot be cancelled, a cancelled one not fulfilled', async ({ db }) => {
  const userId = await makeShopper(db, { balance: 20_000 });
  const actorUserId = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db);
  const buy = async () => {
    await fillCart(db, userId, [{ productId, quantity: 1 }]);
    return succeeded(await press(db, userId)).orderId;
  };
  const actor = { userId, role: 'shopper' } as const;
  const sent = await buy();
  succeeded(await fulfilOrder(db, { orderId: sent, actorUserId }, NOON));
  expect(await cancelOrder(db, { orderId: sent, actor }, LATER)).toEqual({
    ok: false,
    refusal: { code: 'ORDER_FULFILLED' },
  });
  const gone = await buy();
  succeeded(await cancelOrder(db, { orderId: gone, actor }, NOON));
  expect(await fulfilOrder(db, { orderId: gone, actorUserId }, LATER)).toEqual({
    ok: false,
    refusal: { code: 'ORDER_CANCELLED' },
  });
});

test('a refund passes the holding limit', async ({ db }) => {
  const userId = await makeShopper(db, { balance: 2_000_000 });
  const productId = await makeProduct(db, { price: 2_000_000 });
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const { orderId } = succeeded(await press(db, userId));
  const actor = { userId, role: 'shopper' } as const;
  succeeded(await cancelOrder(db, { orderId, actor }, LATER));
  expect(succeeded(await getBalance(db, userId)).balance).toBe(2_000_000);
});
