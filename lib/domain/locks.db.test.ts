/**
 * Each row lock of protocol.md, by what goes wrong without it: the command meets another transaction
 * that has changed the row and not yet committed, waits, and decides on what that one left.
 */

import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { createDatabase, type Database } from '@/db/client';
import { couponUsage, idempotencyKeys, orders } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { meetAtLock } from '@/e2e/support/meet-at-lock';
import {
  adjustInside,
  correctStock,
  fillCart,
  fillWallet,
  GENEROUS_LIMITS,
  makeCoupon,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { addToCart } from './cart/change-cart';
import { deleteLine, lockCart, lockExistingCart, putLine } from './cart/store';
import { moveStock } from './catalog/store';
import { claimCoupon } from './coupons/claim-coupon';
import { cancelOrder } from './orders/cancel-order';
import type { PlaceOrderOutcome } from './orders/place-order';
import type { Transaction } from './transaction';
import { getBalance } from './wallet/get-balance';
import { topUpWallet } from './wallet/top-up-wallet';

const LATER = new Date(NOON.getTime() + 1_000);

/** What an adjustment by an operator does, not yet committed. */
const receiving = (userId: number, amount: number) => (tx: Transaction) =>
  adjustInside(tx, { userId, amount }, NOON);

/** What a correction by an operator does, not yet committed. */
const correcting = (productId: number, delta: number, actorUserId: number) => (tx: Transaction) =>
  moveStock(tx, {
    productId,
    kind: 'correction',
    delta,
    reason: '세어 보니 달랐어요',
    actorUserId,
    createdAt: NOON,
  });

/** What another tab does that sets a cart's line, not yet committed. */
const settingLine = (userId: number, productId: number, quantity: number) =>
  async function change(tx: Transaction) {
    const cart = await lockCart(tx, { userId }, NOON);
    await putLine(tx, { cartId: cart.id, productId, quantity, seenPrice: 10_000 }, NOON);
  };

/** What an edit of a coupon does to its counter, not yet committed. */
const holdingCounter =
  (couponId: number) =>
  ({ orm }: Transaction) =>
    orm.update(couponUsage).set({ used: 0 }).where(eq(couponUsage.couponId, couponId));

/** The coupons whose counters nobody has locked, by ascending id. */
async function freeCounters(superuser: postgres.Sql): Promise<number[]> {
  const free = await superuser`select coupon_id from coupon_usage for update skip locked`;
  return free.map(({ coupon_id }) => Number(coupon_id)).sort();
}

/** For a database's address: nothing says that the server will look rows up by their key. */
const NO_INDEX = '?enable_indexscan=off&enable_bitmapscan=off';

class Undo extends Error {}

/** Shoppers by ascending id who can pay for what is in their carts. Their rows are written backwards. */
async function makeBuyers(db: Database, many: number, productId: number): Promise<number[]> {
  const shoppers: number[] = [];
  for (let i = 0; i < many; i++) shoppers.push(await makeShopper(db));
  for (const userId of shoppers.toReversed()) {
    await fillWallet(db, userId, 100_000);
    await fillCart(db, userId, [{ productId, quantity: 1 }]);
  }
  return shoppers;
}

test.describe('a checkout', () => {
  test('orders what another tab has just put into the cart', async ({ db, workerDatabase }) => {
    const userId = await makeShopper(db, { balance: 100_000 });
    const productId = await makeProduct(db);
    await fillCart(db, userId, [{ productId, quantity: 1 }]);
    const outcome = await meetAtLock(workerDatabase, {
      change: settingLine(userId, productId, 5),
      command: () => press(db, userId),
    });
    const { orderId } = succeeded(outcome);
    expect(await db.orm.select().from(orders).where(eq(orders.id, orderId))).toMatchObject([
      { subtotal: 50_000 },
    ]);
  });

  test('pays from the balance that an adjustment has just left', async ({ db, workerDatabase }) => {
    const userId = await makeShopper(db, { balance: 10_000 });
    const productId = await makeProduct(db);
    await fillCart(db, userId, [{ productId, quantity: 1 }]);
    const outcome = await meetAtLock(workerDatabase, {
      change: receiving(userId, 5_000),
      command: () => press(db, userId),
    });
    expect(outcome).toMatchObject({ ok: true });
    expect(await getBalance(db, userId)).toMatchObject({ value: { balance: 5_000 } });
  });

  test('sees the units that a correction has just left', async ({ db, workerDatabase }) => {
    const userId = await makeShopper(db, { balance: 100_000 });
    const admin = await makeShopper(db, { role: 'admin' });
    const productId = await makeProduct(db, { quantity: 2 });
    await fillCart(db, userId, [{ productId, quantity: 2 }]);
    const outcome = await meetAtLock(workerDatabase, {
      change: correcting(productId, -1, admin),
      command: () => press(db, userId),
    });
    expect(outcome).toMatchObject({ refusal: { code: 'SHORT_STOCK', products: [{ left: 1 }] } });
  });

  test('counts a coupon by what has just become of it', async ({ db, workerDatabase }) => {
    const userId = await makeShopper(db, { balance: 100_000 });
    const productId = await makeProduct(db);
    const { couponId, code } = await makeCoupon(db, { totalLimit: 1 });
    await fillCart(db, userId, [{ productId, quantity: 1 }]);
    const outcome = await meetAtLock(workerDatabase, {
      change: ({ orm }) =>
        orm.update(couponUsage).set({ totalLimit: 0 }).where(eq(couponUsage.couponId, couponId)),
      command: () => press(db, userId, { couponCode: code }),
    });
    const { orderId } = succeeded(outcome);
    expect(await db.orm.select().from(orders).where(eq(orders.id, orderId))).toMatchObject([
      { discount: 0, couponReason: 'TOTAL_LIMIT' },
    ]);
  });

  test('takes no coupon that came into being behind its locks', async ({ db, workerDatabase }) => {
    const held = await makeCoupon(db);
    const late = 'LATE';
    const productId = await makeProduct(db);
    const buyWith = async (couponCode: string) => {
      const userId = await makeShopper(db, { balance: 10_000 });
      await fillCart(db, userId, [{ productId, quantity: 1 }]);
      return () => press(db, userId, { couponCode });
    };
    const pressed = [await buyWith(held.code), await buyWith(late)];
    const outcomes = await meetAtLock(workerDatabase, {
      change: ({ orm }) =>
        orm.update(couponUsage).set({ used: 0 }).where(eq(couponUsage.couponId, held.couponId)),
      command: () => Promise.all(pressed.map((press) => press())),
      // Nobody may use it.
      look: () => makeCoupon(db, { code: late, totalLimit: 0 }),
    });
    const { orderId } = succeeded(outcomes[1] as PlaceOrderOutcome);
    expect(await db.orm.select().from(orders).where(eq(orders.id, orderId))).toMatchObject([
      { discount: 0, couponReason: 'NOT_FOUND' },
    ]);
  });

  test('locks its products by ascending id, whatever order they came in', async ({
    db,
    workerDatabase,
  }) => {
    const userId = await makeShopper(db, { balance: 100_000 });
    const admin = await makeShopper(db, { role: 'admin' });
    const products: number[] = [];
    for (let i = 0; i < 8; i++) products.push(await makeProduct(db, { price: 1_000 }));
    const [lowest = 0, ...others] = products;
    await fillCart(
      db,
      userId,
      products.toReversed().map((productId) => ({ productId, quantity: 1 })),
    );
    const outcome = await meetAtLock(workerDatabase, {
      change: correcting(lowest, 1, admin),
      command: () => press(db, userId),
      look: async (superuser) => {
        const free = await superuser`select product_id from stock for update skip locked`;
        expect(free.map(({ product_id }) => Number(product_id)).sort()).toEqual(others);
      },
    });
    expect(outcome).toMatchObject({ ok: true });
  });

  for (const { table, holding } of [
    { table: 'carts', holding: (userId: number, it: number) => settingLine(userId, it, 2) },
    { table: 'wallets', holding: (userId: number) => receiving(userId, 5_000) },
  ]) {
    test(`locks the ${table} of a batch by ascending shopper, whatever order they came in`, async ({
      db,
      workerDatabase,
    }) => {
      const productId = await makeProduct(db);
      const shoppers = await makeBuyers(db, 4, productId);
      const [lowest = 0, ...others] = shoppers;
      // Known to be small, it is read from its beginning to its end.
      const owner = postgres(workerDatabase.url('owner'), { max: 1 });
      await owner`analyze ${owner(table)}`;
      await owner.end();
      const scanning = createDatabase({ url: `${workerDatabase.url('app')}${NO_INDEX}` });
      const outcomes = await meetAtLock(workerDatabase, {
        change: holding(lowest, productId),
        command: () => Promise.all(shoppers.toReversed().map((userId) => press(scanning, userId))),
        look: async (superuser) => {
          const free = await superuser`
            select user_id from ${superuser(table)} for update skip locked`;
          expect(free.map(({ user_id }) => Number(user_id)).sort()).toEqual(others);
        },
      });
      await scanning.close();
      expect(outcomes.map(({ ok }) => ok)).toEqual(shoppers.map(() => true));
    });
  }

  test('claims the keys of a batch by ascending shopper, whatever order they came in', async ({
    db,
    workerDatabase,
  }) => {
    const shoppers = await makeBuyers(db, 2, await makeProduct(db));
    const [lower = 0, higher = 0] = shoppers;
    const idempotencyKey = randomUUID();
    const claim = (userId: number) => ({
      userId,
      action: 'checkout' as const,
      key: idempotencyKey,
      requestHash: '',
      createdAt: NOON,
    });
    const outcomes = await meetAtLock(workerDatabase, {
      change: ({ orm }) => orm.insert(idempotencyKeys).values(claim(lower)),
      undone: true,
      command: () =>
        Promise.all([higher, lower].map((userId) => press(db, userId, { idempotencyKey }))),
      look: async (superuser) => {
        // Nobody has claimed the other one yet, or this would wait.
        const claiming = superuser.begin(async (tx) => {
          await tx`set local lock_timeout = '1s'`;
          await tx`
            insert into idempotency_keys (user_id, action, key, request_hash, created_at)
            values (${higher}, 'checkout', ${idempotencyKey}, '', now())`;
          throw new Undo();
        });
        await expect(claiming).rejects.toThrow(Undo);
      },
    });
    expect(outcomes).toMatchObject([{ ok: true }, { ok: true }]);
  });

  test('locks the coupons of a batch by ascending id, whatever order they came in', async ({
    db,
    workerDatabase,
  }) => {
    const coupons: Awaited<ReturnType<typeof makeCoupon>>[] = [];
    for (let i = 0; i < 8; i++) coupons.push(await makeCoupon(db));
    const [lowest = 0, ...others] = coupons.map(({ couponId }) => couponId);
    const shoppers = await makeBuyers(db, coupons.length, await makeProduct(db));
    const outcomes = await meetAtLock(workerDatabase, {
      change: holdingCounter(lowest),
      command: () =>
        Promise.all(
          coupons.toReversed().map(({ code }, i) => {
            return press(db, shoppers[i] as number, { couponCode: code });
          }),
        ),
      look: async (superuser) => {
        expect(await freeCounters(superuser)).toEqual(others);
      },
    });
    expect(outcomes.map(({ ok }) => ok)).toEqual(coupons.map(() => true));
  });

  test('goes on while another of its batch wants a product that is held', async ({
    db,
    workerDatabase,
  }) => {
    const admin = await makeShopper(db, { role: 'admin' });
    const [held, free] = [await makeProduct(db), await makeProduct(db)];
    const shoppers: number[] = [];
    for (const productId of [held, free]) {
      const userId = await makeShopper(db, { balance: 10_000 });
      await fillCart(db, userId, [{ productId, quantity: 1 }]);
      shoppers.push(userId);
    }
    let both: Promise<PlaceOrderOutcome[]> | undefined;
    const outcomes = await meetAtLock(workerDatabase, {
      change: correcting(held, 1, admin),
      command: () => {
        both = Promise.all(shoppers.map((userId) => press(db, userId)));
        return both;
      },
      look: async () => both,
    });
    expect(outcomes).toMatchObject([{ refusal: { code: 'BUSY' } }, { ok: true }]);
  });
});

test.describe('a cancel', () => {
  test('finds an order that has just been sent', async ({ db, workerDatabase }) => {
    const userId = await makeShopper(db, { balance: 100_000 });
    const productId = await makeProduct(db);
    await fillCart(db, userId, [{ productId, quantity: 1 }]);
    const { orderId } = succeeded(await press(db, userId));
    const outcome = await meetAtLock(workerDatabase, {
      change: ({ orm }) =>
        orm
          .update(orders)
          .set({ status: 'fulfilled', fulfilledAt: NOON })
          .where(eq(orders.id, orderId)),
      command: () => cancelOrder(db, { orderId, actor: { userId, role: 'shopper' } }, LATER),
    });
    expect(outcome).toMatchObject({ refusal: { code: 'ORDER_FULFILLED' } });
  });

  test('locks its wallet before its stock', async ({ db, workerDatabase }) => {
    const userId = await makeShopper(db, { balance: 100_000 });
    const productId = await makeProduct(db);
    await fillCart(db, userId, [{ productId, quantity: 1 }]);
    const { orderId } = succeeded(await press(db, userId));
    const outcome = await meetAtLock(workerDatabase, {
      change: receiving(userId, 5_000),
      command: () => cancelOrder(db, { orderId, actor: { userId, role: 'shopper' } }, LATER),
      look: async (superuser) => {
        expect(await superuser`select from stock for update skip locked`).toHaveLength(1);
      },
    });
    expect(outcome).toMatchObject({ ok: true });
    expect(await getBalance(db, userId)).toMatchObject({ value: { balance: 105_000 } });
  });

  test('locks its products by ascending id, whatever order they were written in', async ({
    db,
    workerDatabase,
  }) => {
    const userId = await makeShopper(db, { balance: 100_000 });
    const admin = await makeShopper(db, { role: 'admin' });
    const [lower, higher] = [await makeProduct(db), await makeProduct(db)];
    const owner = { userId };
    succeeded(await addToCart(db, { owner, productId: higher, quantity: 1 }, NOON));
    succeeded(await addToCart(db, { owner, productId: lower, quantity: 1 }, LATER));
    const { orderId } = succeeded(await press(db, userId));
    // The row of the lower id is now the last one written, of the order's lines and of the stock.
    await correctStock(db, lower, 50);
    const scanning = createDatabase({ url: `${workerDatabase.url('app')}${NO_INDEX}` });
    const outcome = await meetAtLock(workerDatabase, {
      change: correcting(lower, 1, admin),
      command: () => cancelOrder(scanning, { orderId, actor: { userId, role: 'shopper' } }, LATER),
      look: async (superuser) => {
        const free = await superuser`select product_id from stock for update skip locked`;
        expect(free.map(({ product_id }) => Number(product_id))).toEqual([higher]);
      },
    });
    await scanning.close();
    expect(outcome).toMatchObject({ ok: true });
  });
});

test('claims of a batch lock their coupons by ascending id, whatever order they came in', async ({
  db,
  workerDatabase,
}) => {
  const userId = await makeShopper(db);
  const coupons: number[] = [];
  for (let i = 0; i < 4; i++) coupons.push((await makeCoupon(db, { claimLimit: 1 })).couponId);
  const [lowest = 0, ...others] = coupons;
  // Its row is now the last one written.
  await db.orm.update(couponUsage).set({ used: 0 }).where(eq(couponUsage.couponId, lowest));
  const scanning = createDatabase({ url: `${workerDatabase.url('app')}${NO_INDEX}` });
  const outcomes = await meetAtLock(workerDatabase, {
    change: holdingCounter(lowest),
    command: () =>
      Promise.all(
        coupons.toReversed().map((couponId) => claimCoupon(scanning, { couponId, userId }, NOON)),
      ),
    look: async (superuser) => {
      expect(await freeCounters(superuser)).toEqual(others);
    },
  });
  await scanning.close();
  expect(outcomes.map(({ ok }) => ok)).toEqual(coupons.map(() => true));
});

test('a top-up holds to the limit on a balance that has just grown', async ({
  db,
  workerDatabase,
}) => {
  const userId = await makeShopper(db);
  const topUp = { userId, amount: 10_000, idempotencyKey: randomUUID() };
  const outcome = await meetAtLock(workerDatabase, {
    change: receiving(userId, 10_000),
    command: () => topUpWallet(db, topUp, { ...GENEROUS_LIMITS, heldWon: 15_000 }, NOON),
  });
  expect(outcome).toMatchObject({ refusal: { code: 'HELD_LIMIT', leftWon: 5_000 } });
});

test('top-ups of a batch lock their wallets by ascending shopper, whatever order they came in', async ({
  db,
  workerDatabase,
}) => {
  const shoppers = await makeBuyers(db, 4, await makeProduct(db));
  const [lowest = 0, ...others] = shoppers;
  const owner = postgres(workerDatabase.url('owner'), { max: 1 });
  await owner`analyze wallets`;
  await owner.end();
  const scanning = createDatabase({ url: `${workerDatabase.url('app')}${NO_INDEX}` });
  const outcomes = await meetAtLock(workerDatabase, {
    change: receiving(lowest, 5_000),
    command: () =>
      Promise.all(
        shoppers.toReversed().map((userId) => {
          const topUp = { userId, amount: 1_000, idempotencyKey: randomUUID() };
          return topUpWallet(scanning, topUp, GENEROUS_LIMITS, NOON);
        }),
      ),
    look: async (superuser) => {
      const free = await superuser`select user_id from wallets for update skip locked`;
      expect(free.map(({ user_id }) => Number(user_id)).sort()).toEqual(others);
    },
  });
  await scanning.close();
  expect(outcomes.map(({ ok }) => ok)).toEqual(shoppers.map(() => true));
});

test('a line that another tab has just taken out begins anew', async ({ db, workerDatabase }) => {
  const owner = { userId: await makeShopper(db) };
  const productId = await makeProduct(db);
  await fillCart(db, owner.userId, [{ productId, quantity: 5 }]);
  const outcome = await meetAtLock(workerDatabase, {
    change: async (tx) => {
      const cart = await lockExistingCart(tx, owner);
      await deleteLine(tx, cart?.id ?? 0, productId);
    },
    command: () => addToCart(db, { owner, productId, quantity: 1 }, NOON),
  });
  expect(outcome).toMatchObject({ value: { quantity: 1 } });
});
