/** The load rows of protocol.md, through `placeOrder` on a real PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { count, eq } from 'drizzle-orm';
import postgres from 'postgres';
import { createDatabase, type Database } from '@/db/client';
import { couponUsage, idempotencyKeys, orders, stock } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import {
  fillCart,
  GENEROUS_LIMITS,
  makeCoupon,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { setCartQuantity } from '../cart/change-cart';
import { getBalance } from '../wallet/get-balance';
import { topUpWallet } from '../wallet/top-up-wallet';
import { cancelOrder } from './cancel-order';
import type { PlaceOrderOutcome } from './place-order';

const times = <T>(n: number, make: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => make(i)));

/** Of this database, since it was made. */
async function countDeadlocks(db: Database): Promise<number | undefined> {
  const [row] = await db.sql<{ deadlocks: number }[]>`
    select deadlocks::int from pg_stat_database where datname = current_database()`;
  return row?.deadlocks;
}

const orderCount = async (db: Database) => (await db.orm.select({ n: count() }).from(orders))[0]?.n;

/** How often each answer was given: `placed`, `replayed`, or the refusal's code. */
function tally(outcomes: PlaceOrderOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const answer = outcome.ok ? (outcome.replayed ? 'replayed' : 'placed') : outcome.refusal.code;
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}

test('200 shoppers for 1 unit: 1 order, 199 refused as sold out', async ({ db }) => {
  const productId = await makeProduct(db, { quantity: 1 });
  const shoppers = await times(200, () => makeShopper(db, { balance: 10_000 }));
  for (const userId of shoppers) await fillCart(db, userId, [{ productId, quantity: 1 }]);

  const outcomes = await Promise.all(shoppers.map((userId) => press(db, userId)));
  expect(tally(outcomes)).toEqual({ placed: 1, SHORT_STOCK: 199 });
  expect(await orderCount(db)).toBe(1);
  expect(await db.orm.select().from(stock)).toEqual([{ productId, quantity: 0 }]);
});

test('the same key 50 times over two instances: 1 order, the rest shown again', async ({
  db,
  workerDatabase,
}) => {
  const other = createDatabase({ url: workerDatabase.url('app') });
  const userId = await makeShopper(db, { balance: 100_000 });
  const productId = await makeProduct(db);
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const idempotencyKey = randomUUID();

  const outcomes = await times(50, (i) => press(i % 2 ? db : other, userId, { idempotencyKey }));
  await other.close();
  expect(tally(outcomes)).toEqual({ placed: 1, replayed: 49 });
  expect(await orderCount(db)).toBe(1);
});

test('one wallet, 100 checkouts and 100 top-ups at once: the exact balance', async ({
  db,
  workerDatabase,
}) => {
  // An instance each, so that no press waits until all carts are filled, or all top-ups done.
  const filling = createDatabase({ url: workerDatabase.url('app'), max: 1 });
  const charging = createDatabase({ url: workerDatabase.url('app') });
  const userId = await makeShopper(db, { balance: 100_000 });
  const products = [await makeProduct(db, { price: 100 }), await makeProduct(db, { price: 100 })];
  const buy = async (i: number) => {
    await fillCart(filling, userId, [{ productId: products[i % 2] as number, quantity: 1 }]);
    return press(db, userId);
  };
  const topUp = () => {
    const command = { userId, amount: 1_000, idempotencyKey: randomUUID() };
    return topUpWallet(charging, command, GENEROUS_LIMITS, NOON);
  };
  const [bought, toppedUp] = await Promise.all([times(100, buy), times(100, topUp)]);
  await Promise.all([filling.close(), charging.close()]);
  expect(toppedUp.every((outcome) => outcome.ok)).toBe(true);
  // Presses share one cart: some find what they put in already ordered by another.
  const placed = await db.orm.select({ subtotal: orders.subtotal }).from(orders);
  const spent = placed.reduce((sum, order) => sum + order.subtotal, 0);
  expect(placed.length).toBeGreaterThanOrEqual(20);
  expect(tally(bought).placed).toBe(placed.length);
  expect(spent).toBe(10_000);
  expect(succeeded(await getBalance(db, userId)).balance).toBe(100_000 + 100_000 - spent);
});

test('coupon limit 10, 500 shoppers: 10 uses', async ({ db }) => {
  const productId = await makeProduct(db, { quantity: 1_000, price: 1_000 });
  const { couponId, code } = await makeCoupon(db, { totalLimit: 10 });
  const shoppers = await times(500, () => makeShopper(db, { balance: 1_000 }));
  for (const userId of shoppers) await fillCart(db, userId, [{ productId, quantity: 1 }]);

  const outcomes = await Promise.all(
    shoppers.map((userId) => press(db, userId, { couponCode: code, confirmedTotal: 1_000 })),
  );
  expect(tally(outcomes)).toEqual({ placed: 500 });
  expect(await db.orm.select().from(couponUsage)).toMatchObject([{ couponId, used: 10 }]);
  const discounted = db.orm
    .select({ n: count() })
    .from(orders)
    .where(eq(orders.couponId, couponId));
  expect(await discounted).toEqual([{ n: 10 }]);
});

test('carts (A,B) and (B,A), 32 clients, each an instance of its own: no deadlock', async ({
  db,
  workerDatabase,
}) => {
  const applicationName = 'client';
  const clients = Array.from({ length: 32 }, () =>
    createDatabase({ url: workerDatabase.url('app'), max: 1, applicationName }),
  );
  const [a, b] = [await makeProduct(db), await makeProduct(db)];
  const shoppers = await times(32, () => makeShopper(db, { balance: 1_000_000 }));
  const deadlocksBefore = await countDeadlocks(db);
  const outcomes = await times(32, async (i) => {
    const [client, userId] = [clients[i] as Database, shoppers[i] as number];
    const answers: PlaceOrderOutcome[] = [];
    for (let round = 0; round < 2; round++) {
      for (const [late, productId] of (i % 2 ? [a, b] : [b, a]).entries()) {
        const line = { owner: { userId }, productId, quantity: 1 };
        succeeded(await setCartQuantity(client, line, new Date(NOON.getTime() + late)));
      }
      answers.push(await press(client, userId));
    }
    return answers;
  });
  await Promise.all(clients.map((client) => client.close()));
  expect(tally(outcomes.flat())).toEqual({ placed: 64 });
  expect(await orderCount(db)).toBe(64);
  // A command met by one is tried again, and its shopper hears nothing of it: the server counts them,
  // once the session that met one is over.
  const sessions = () => db.sql`select from pg_stat_activity
    where datname = current_database() and application_name = ${applicationName}`;
  await expect.poll(sessions).toHaveLength(0);
  expect(await countDeadlocks(db)).toBe(deadlocksBefore);
});

test('one coupon, one shopper, 20 tabs: one use', async ({ db, workerDatabase }) => {
  const filling = createDatabase({ url: workerDatabase.url('app'), max: 1 });
  const userId = await makeShopper(db, { balance: 1_000_000 });
  const productId = await makeProduct(db);
  const { code } = await makeCoupon(db, { perShopperLimit: 1 });
  const outcomes = await times(20, async () => {
    await fillCart(filling, userId, [{ productId, quantity: 1 }]);
    return press(db, userId, { couponCode: code });
  });
  await filling.close();
  expect(tally(outcomes).placed).toBeGreaterThanOrEqual(2);
  expect(await db.orm.select().from(couponUsage)).toMatchObject([{ used: 1 }]);
});

test('one cart, 20 tabs, 20 different keys: one order, the others are shown it', async ({ db }) => {
  const userId = await makeShopper(db, { balance: 1_000_000 });
  const productId = await makeProduct(db);
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const outcomes = await times(20, () => press(db, userId));
  expect(tally(outcomes)).toEqual({ placed: 1, ALREADY_ORDERED: 19 });
});

test('one command that the database refuses fails alone in its batch', async ({ db }) => {
  const productId = await makeProduct(db);
  const shoppers = await times(5, () => makeShopper(db, { balance: 10_000 }));
  for (const userId of shoppers) await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const [poisoned, ...others] = shoppers as [number, ...number[]];
  // No text column takes a NUL: the whole batch's INSERT fails on it.
  const delivery = { recipient: 'a\u0000b', phone: '1', address: '2' };
  const answers = await Promise.allSettled([
    press(db, poisoned, { delivery }),
    ...others.map((userId) => press(db, userId)),
  ]);
  expect(answers.map((answer) => answer.status)).toEqual([
    'rejected',
    ...others.map(() => 'fulfilled'),
  ]);
  expect(await orderCount(db)).toBe(4);
});

test('a fault that only a batch has costs nobody an order, and is heard of', async ({
  db: direct,
  workerDatabase,
}) => {
  const reported: unknown[] = [];
  const db = createDatabase({
    url: workerDatabase.url('app'),
    onTrouble: (trouble, error) => reported.push(trouble, error),
  });
  const productId = await makeProduct(direct);
  const shoppers = await times(3, () => makeShopper(direct, { balance: 10_000 }));
  for (const userId of shoppers) await fillCart(direct, userId, [{ productId, quantity: 1 }]);
  const owner = postgres(workerDatabase.url('owner'), { max: 1, onnotice: () => undefined });
  await owner`
    create trigger one_at_a_time before update on stock for each row
    when (old.quantity - new.quantity > 1) execute function refuse_change()`;
  try {
    const outcomes = await Promise.all(shoppers.map((userId) => press(db, userId)));
    expect(tally(outcomes)).toEqual({ placed: 3 });
    expect(reported).toMatchObject(['batch.refused', { code: '23001' }]);
  } finally {
    await owner`drop trigger one_at_a_time on stock`;
    await Promise.all([owner.end(), db.close()]);
  }
});

test('one key in two spellings is one key', async ({ db }) => {
  const productId = await makeProduct(db);
  const userId = await makeShopper(db, { balance: 100_000 });
  const idempotencyKey = randomUUID();
  const spellings = [idempotencyKey, idempotencyKey.toUpperCase()];
  const pressAll = () =>
    Promise.all(spellings.map((key) => press(db, userId, { idempotencyKey: key })));
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  expect(tally(await pressAll())).toEqual({ placed: 1, replayed: 1 });
  // The cart is full again, but the key has bought its order.
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  expect(tally(await pressAll())).toEqual({ replayed: 2 });
  expect(await orderCount(db)).toBe(1);
});

test('one UUID of two shoppers in one batch, one refused and one accepted: two keys', async ({
  db,
}) => {
  const productId = await makeProduct(db);
  const [rich, poor] = [await makeShopper(db, { balance: 20_000 }), await makeShopper(db)];
  for (const userId of [rich, poor]) await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const idempotencyKey = randomUUID();
  const pressBoth = () =>
    Promise.all([rich, poor].map((userId) => press(db, userId, { idempotencyKey })));
  expect(tally(await pressBoth())).toEqual({ placed: 1, INSUFFICIENT_BALANCE: 1 });
  const kept = db.orm
    .select({ userId: idempotencyKeys.userId })
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.action, 'checkout'));
  expect(await kept).toEqual([{ userId: rich }]);
  // The refused one kept no key and can be sent again; the accepted one is shown again.
  const topUp = { userId: poor, amount: 10_000, idempotencyKey };
  succeeded(await topUpWallet(db, topUp, GENEROUS_LIMITS, NOON));
  expect(tally(await pressBoth())).toEqual({ replayed: 1, placed: 1 });
});

test('another request under a spent key leaves that key alone, in a batch that keeps others', async ({
  db,
}) => {
  const productId = await makeProduct(db);
  const [early, late] = await times(2, () => makeShopper(db, { balance: 20_000 }));
  for (const userId of [early, late]) {
    await fillCart(db, userId as number, [{ productId, quantity: 1 }]);
  }
  const first = { idempotencyKey: randomUUID() };
  const { orderId } = succeeded(await press(db, early as number, first));
  const outcomes = await Promise.all([
    press(db, early as number, { ...first, couponCode: 'OTHER' }),
    press(db, late as number),
  ]);
  expect(tally(outcomes)).toEqual({ KEY_REUSED: 1, placed: 1 });
  const again = await press(db, early as number, first);
  expect(again).toMatchObject({ ok: true, replayed: true, value: { orderId } });
});

test('another request under a key that travels in the same batch is refused', async ({ db }) => {
  const productId = await makeProduct(db);
  const userId = await makeShopper(db, { balance: 100_000 });
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const idempotencyKey = randomUUID();
  const outcomes = await Promise.all([
    press(db, userId, { idempotencyKey }),
    press(db, userId, { idempotencyKey }),
    press(db, userId, { idempotencyKey, couponCode: 'OTHER' }),
  ]);
  expect(tally(outcomes)).toEqual({ placed: 1, replayed: 1, KEY_REUSED: 1 });
});

test('a locked product holds up those who want it, and hardly those behind them', async ({
  db,
  workerDatabase,
}) => {
  const [held, free] = [await makeProduct(db), await makeProduct(db)];
  const shoppers = await times(24, () => makeShopper(db, { balance: 10_000 }));
  for (const userId of shoppers) await fillCart(db, userId, [{ productId: held, quantity: 1 }]);
  const last = await makeShopper(db, { balance: 10_000 });
  await fillCart(db, last, [{ productId: free, quantity: 1 }]);
  const holder = postgres(workerDatabase.url('superuser'), { max: 1 });
  const outcomes = await holder.begin(async (sql) => {
    await sql`select from stock where product_id = ${held} for update`;
    return Promise.all([...shoppers, last].map((userId) => press(db, userId)));
  });
  await holder.end();
  expect(tally(outcomes)).toEqual({ BUSY: 24, placed: 1 });
});

test('backends killed under load: no half order, no lost one, and the pool goes on', async ({
  db,
  workerDatabase,
}) => {
  const productId = await makeProduct(db, { quantity: 10_000 });
  const shoppers = await times(24, () => makeShopper(db, { balance: 1_000_000 }));
  const killer = postgres(workerDatabase.url('superuser'), { max: 1, onnotice: () => undefined });
  const killed: number[] = [];
  const killOne = async () => {
    const rows = await killer<{ pid: number }[]>`
      select pid, pg_terminate_backend(pid) from (
        select pid from pg_stat_activity
        where datname = ${workerDatabase.name} and application_name = 'jangteo'
          and state in ('active', 'idle in transaction')
        limit 1
      ) as victim`;
    killed.push(...rows.map(({ pid }) => pid));
  };
  const shop = async (userId: number) => {
    const acknowledged: number[] = [];
    for (let i = 0; i < 12; i++) {
      await fillCartThroughKills(db, userId, productId);
      const idempotencyKey = randomUUID();
      let outcome = await press(db, userId, { idempotencyKey });
      while (!outcome.ok) {
        expect(['BUSY', 'OUTCOME_UNKNOWN']).toContain(outcome.refusal.code);
        outcome = await press(db, userId, { idempotencyKey });
      }
      acknowledged.push(outcome.value.orderId);
      if (acknowledged.length % 4 === 0) await killOne();
    }
    return acknowledged;
  };
  const acknowledged = (await Promise.all(shoppers.map(shop))).flat();
  await killer.end();

  expect(killed.length).toBeGreaterThan(5);
  const stored = (await db.orm.select({ id: orders.id }).from(orders)).map(({ id }) => id);
  expect(stored.toSorted((a, b) => a - b)).toEqual(acknowledged.toSorted((a, b) => a - b));
  expect(stored).toHaveLength(24 * 12);
});

/** Adding to a cart carries no key, so a lost connection is answered; setting a quantity repeats. */
async function fillCartThroughKills(db: Database, userId: number, productId: number) {
  const line = { owner: { userId }, productId, quantity: 1 };
  let outcome = await setCartQuantity(db, line, NOON);
  while (!outcome.ok) {
    expect(['BUSY', 'OUTCOME_UNKNOWN']).toContain(outcome.refusal.code);
    outcome = await setCartQuantity(db, line, NOON);
  }
}

test('cancel 5 times at once: one refund, one restock', async ({ db }) => {
  const userId = await makeShopper(db, { balance: 10_000 });
  const productId = await makeProduct(db, { quantity: 7 });
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const { orderId } = succeeded(await press(db, userId));
  const actor = { userId, role: 'shopper' } as const;
  const outcomes = await times(5, () => cancelOrder(db, { orderId, actor }, NOON));
  expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
  expect(outcomes.filter((outcome) => outcome.ok && !outcome.replayed)).toHaveLength(1);
  expect(succeeded(await getBalance(db, userId)).balance).toBe(10_000);
  expect(await db.orm.select().from(stock)).toEqual([{ productId, quantity: 7 }]);
});
