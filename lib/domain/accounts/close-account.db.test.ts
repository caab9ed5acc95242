import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Sql } from 'postgres';
import {
  auditLog,
  carts,
  deliveryDetails,
  orders,
  sessions,
  users,
  walletEntries,
} from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { expectInvariants } from '@/e2e/support/expect-invariants';
import { meetAtLock } from '@/e2e/support/meet-at-lock';
import {
  DELIVERY,
  fillCart,
  fillWallet,
  GENEROUS_LIMITS,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { openSession } from '@/lib/auth/session-store';
import { cancelOrder } from '../orders/cancel-order';
import { fulfilOrder } from '../orders/fulfil-order';
import type { Transaction } from '../transaction';
import { adjustWallet } from '../wallet/adjust-wallet';
import { topUpWallet } from '../wallet/top-up-wallet';
import { closeAccount } from './close-account';
import { openAccount } from './open-account';
import { closedAccountEmail } from './rules';
import { updateProfile } from './update-profile';

test.afterEach(async ({ db }) => {
  await expectInvariants(db);
});

test('an account with money in its wallet stays open', async ({ db }) => {
  const userId = await makeShopper(db, { balance: 1 });
  const [before] = await db.orm.select().from(users).where(eq(users.id, userId));
  expect(await closeAccount(db, { userId }, NOON)).toEqual({
    ok: false,
    refusal: { code: 'BALANCE_LEFT', balance: 1 },
  });
  expect(await db.orm.select().from(users).where(eq(users.id, userId))).toEqual([before]);
});

test('an account stays open until its orders are sent or cancelled', async ({ db }) => {
  const userId = await makeShopper(db, { balance: 20_000 });
  const admin = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db);
  const buy = async () => {
    await fillCart(db, userId, [{ productId, quantity: 1 }]);
    return succeeded(await press(db, userId)).orderId;
  };
  const [first, second] = [await buy(), await buy()];
  const waiting = { code: 'ORDERS_WAITING', count: 2, orderId: second };
  expect(await closeAccount(db, { userId }, NOON)).toEqual({ ok: false, refusal: waiting });
  succeeded(await fulfilOrder(db, { orderId: first, actorUserId: admin }, NOON));
  expect(await closeAccount(db, { userId }, NOON)).toMatchObject({ refusal: { count: 1 } });
  const actor = { userId, role: 'shopper' } as const;
  succeeded(await cancelOrder(db, { orderId: second, actor }, NOON));
  // The money came back.
  expect(await closeAccount(db, { userId }, NOON)).toMatchObject({
    refusal: { code: 'BALANCE_LEFT', balance: 10_000 },
  });
});

test('a closed account leaves its books and nothing of the person', async ({ db }) => {
  const email = `${randomUUID()}@example.com`;
  const account = { email, name: '허난설헌', passwordHash: 'a', role: 'shopper' } as const;
  const { userId } = succeeded(await openAccount(db, account, NOON));
  const productId = await makeProduct(db);
  await fillWallet(db, userId, 10_000);
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const { orderId } = succeeded(await press(db, userId));
  const admin = await makeShopper(db, { role: 'admin' });
  succeeded(await fulfilOrder(db, { orderId, actorUserId: admin }, NOON));
  succeeded(await updateProfile(db, { userId, name: '허난설헌', delivery: DELIVERY }, NOON));
  await fillCart(db, userId, [{ productId, quantity: 2 }]);
  await openSession(db, userId, NOON);
  const entries = await db.orm.select().from(walletEntries);

  expect(await closeAccount(db, { userId }, NOON)).toMatchObject({ ok: true, replayed: false });
  expect(await closeAccount(db, { userId }, NOON)).toMatchObject({ ok: true, replayed: true });

  const [user] = await db.orm.select().from(users).where(eq(users.id, userId));
  expect(user).toMatchObject({
    name: '탈퇴한 회원',
    email: `closed-${userId}@closed.invalid`,
    passwordHash: null,
  });
  const [order] = await db.orm.select().from(orders).where(eq(orders.id, orderId));
  expect(order).toMatchObject({
    status: 'fulfilled',
    total: 10_000,
    recipient: '',
    phone: '',
    address: '',
  });
  expect(await db.orm.select().from(deliveryDetails)).toEqual([]);
  expect(await db.orm.select().from(carts)).toEqual([]);
  expect(await db.orm.select().from(sessions)).toEqual([]);
  expect(await db.orm.select().from(walletEntries)).toEqual(entries);
  const [{ text } = { text: '' }] = await db.sql<{ text: string }[]>`
    select (select json_agg(t) from users t)::text || (select json_agg(t) from orders t)::text
      || (select json_agg(t) from audit_log t)::text || (select json_agg(t) from idempotency_keys t)::text
      as text`;
  for (const personal of [email, '허난설헌', ...Object.values(DELIVERY)]) {
    expect(text).not.toContain(personal);
  }
  const audit = await db.orm.select().from(auditLog).where(eq(auditLog.action, 'account.close'));
  expect(audit).toMatchObject([{ actorUserId: userId, entity: 'customer', before: null }]);

  expect(await openAccount(db, account, NOON)).toMatchObject({ ok: true });
});

test('a closed wallet takes no money and pays for nothing', async ({ db }) => {
  const userId = await makeShopper(db);
  succeeded(await closeAccount(db, { userId }, NOON));
  const topUp = { userId, amount: 5_000, idempotencyKey: randomUUID() };
  expect(await topUpWallet(db, topUp, GENEROUS_LIMITS, NOON)).toEqual({
    ok: false,
    refusal: { code: 'UNKNOWN_USER' },
  });
  await fillCart(db, userId, [{ productId: await makeProduct(db, { price: 0 }), quantity: 1 }]);
  expect(await press(db, userId)).toMatchObject({ refusal: { code: 'UNKNOWN_USER' } });
});

test('money and closing at the same moment never both happen', async ({ db }) => {
  for (let round = 0; round < 10; round++) {
    const userId = await makeShopper(db);
    const topUp = { userId, amount: 5_000, idempotencyKey: randomUUID() };
    const [money, closing] = await Promise.all([
      topUpWallet(db, topUp, GENEROUS_LIMITS, NOON),
      closeAccount(db, { userId }, NOON),
    ]);
    expect([money.ok, closing.ok].filter(Boolean)).toHaveLength(1);
  }
});

/** What closing does first, not yet committed. */
const closing = (userId: number) => (tx: Transaction) =>
  tx.orm
    .update(users)
    .set({ email: closedAccountEmail(userId) })
    .where(eq(users.id, userId));

const freeWallets = (superuser: Sql, userId: number) =>
  superuser`select from wallets where user_id = ${userId} for update skip locked`;

test('a cancel lets the closing of the account go first, with neither order nor wallet in hand', async ({
  db,
  workerDatabase,
}) => {
  const userId = await makeShopper(db, { balance: 100_000 });
  const operator = await makeShopper(db, { role: 'admin' });
  await fillCart(db, userId, [{ productId: await makeProduct(db), quantity: 1 }]);
  const { orderId } = succeeded(await press(db, userId));
  const actor = { userId: operator, role: 'admin' } as const;
  const outcome = await meetAtLock(workerDatabase, {
    change: closing(userId),
    command: () => cancelOrder(db, { orderId, actor }, NOON),
    look: async (superuser) => {
      expect(await superuser`select from orders for update skip locked`).toHaveLength(1);
      expect(await freeWallets(superuser, userId)).toHaveLength(1);
    },
  });
  expect(outcome).toMatchObject({ ok: true });
});

test('an adjustment lets the closing of the account go first, without the wallet in hand', async ({
  db,
  workerDatabase,
}) => {
  const customerId = await makeShopper(db, { balance: 10_000 });
  const adjustment = {
    customerId,
    amount: 5_000,
    reason: '사과의 뜻',
    shownBalance: 10_000,
    actorUserId: await makeShopper(db, { role: 'admin' }),
    idempotencyKey: randomUUID(),
  };
  const outcome = await meetAtLock(workerDatabase, {
    change: closing(customerId),
    command: () => adjustWallet(db, adjustment, { mostWon: 10_000, heldWon: 100_000 }, NOON),
    look: async (superuser) => {
      expect(await freeWallets(superuser, customerId)).toHaveLength(1);
    },
  });
  expect(outcome).toMatchObject({ ok: true });
});

test('an operator’s account stays', async ({ db }) => {
  const userId = await makeShopper(db, { role: 'admin' });
  expect(await closeAccount(db, { userId }, NOON)).toEqual({
    ok: false,
    refusal: { code: 'OPERATOR_STAYS' },
  });
});
