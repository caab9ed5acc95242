/** What a press may be told, when the database forgets, refuses or takes its time. */

import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { createDatabase, type Database } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import { meetAtLock } from '@/e2e/support/meet-at-lock';
import {
  fillCart,
  GENEROUS_LIMITS,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { MOST_AGE_MS } from '../age-rules';
import { changeStock } from '../catalog/change-stock';
import { lockStock, moveStock } from '../catalog/store';
import { lockWallet } from '../wallet/store';
import { topUpWallet } from '../wallet/top-up-wallet';
import { cancelOrder } from './cancel-order';
import { lockOrder } from './cancel-store';
import { fulfilOrder } from './fulfil-order';

/** A shopper with one product in the cart and the money for it. */
async function buyer(db: Database, productId: number, balance = 10_000): Promise<number> {
  const userId = await makeShopper(db, { balance });
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  return userId;
}

for (const forgotten of [
  'insert into idempotency_keys',
  'from wallets',
  'from stock',
  'insert into orders',
]) {
  test(`a checkout whose "${forgotten}" the server forgot is made once, and whole`, async ({
    db,
    workerDatabase,
  }) => {
    const productId = await makeProduct(db);
    const one = createDatabase({ url: workerDatabase.url('app'), max: 1 });
    // Two, so that every statement has been prepared, and kept.
    for (let i = 0; i < 2; i++) succeeded(await press(one, await buyer(db, productId)));
    const prepared = await one.sql<{ name: string }[]>`
      select name from pg_prepared_statements where statement like ${`%${forgotten}%`}`;
    expect(prepared.length).toBeGreaterThan(0);
    for (const { name } of prepared) await one.sql.unsafe(`deallocate "${name}"`);
    const words = await one.sql`
      select statement from pg_prepared_statements where statement ~ '^\\s*(begin|commit|rollback)'`;
    expect(words).toEqual([]);
    succeeded(await press(one, await buyer(db, productId)));
    // Keys, order and payment are of one transaction.
    const [row] = await db.sql<{ transactions: number }[]>`
      select count(distinct t.id)::int as transactions from (
        select xmin::text as id from idempotency_keys
          where key = (select key from idempotency_keys order by created_at, ctid desc limit 1)
        union all (select xmin::text from orders order by id desc limit 1)
        union all (select xmin::text from wallet_entries order by ctid desc limit 1)
      ) t`;
    expect(row).toEqual({ transactions: 1 });
    await one.close();
  });
}

test('an order stands, whatever becomes of the record of those refused beside it', async ({
  workerDatabase,
  db: direct,
}) => {
  const troubles: string[] = [];
  const db = createDatabase({
    url: workerDatabase.url('app'),
    onTrouble: (trouble) => troubles.push(trouble),
  });
  const productId = await makeProduct(direct, { quantity: 10 });
  const poor = await buyer(direct, productId, 1);
  const rich = await buyer(direct, productId);
  const superuser = postgres(workerDatabase.url('superuser'), { max: 1 });
  await superuser`revoke insert on checkout_attempts from jangteo_app`;
  try {
    const outcomes = await Promise.all([press(db, poor), press(db, rich)]);
    expect(outcomes).toMatchObject([
      { refusal: { code: 'INSUFFICIENT_BALANCE' } },
      { ok: true, replayed: false },
    ]);
    expect(troubles).toEqual(['attempts.unrecorded']);

    // Nor does an order wait for it.
    const other = await buyer(direct, productId);
    const held = superuser.begin(async (tx) => {
      await tx`grant insert on checkout_attempts to jangteo_app`;
      await tx`lock table checkout_attempts in exclusive mode`;
      let told = false;
      const waits = press(db, poor).finally(() => {
        told = true;
      });
      succeeded(await press(db, other));
      expect(told).toBe(false);
      return waits;
    });
    expect(await held).toMatchObject({ refusal: { code: 'INSUFFICIENT_BALANCE' } });
  } finally {
    await superuser`grant insert on checkout_attempts to jangteo_app`;
    await superuser.end();
    await db.close();
  }
});

test('a hundred refused presses of one shopper in 24 hours are recorded, and no more', async ({
  db,
}) => {
  const productId = await makeProduct(db);
  const [busy, other] = [await buyer(db, productId, 1), await buyer(db, productId, 1)];
  const pressAll = (userId: number, times: number, now = NOON) =>
    Promise.all(Array.from({ length: times }, () => press(db, userId, { now })));
  await pressAll(busy, 60);
  await pressAll(busy, 60);
  await pressAll(other, 1);
  const recorded = async (userId: number) =>
    (await db.sql`select from checkout_attempts where user_id = ${userId}`).length;
  expect([await recorded(busy), await recorded(other)]).toEqual([100, 1]);
  await pressAll(busy, 1, new Date(NOON.getTime() + 24 * 3_600_000));
  expect(await recorded(busy)).toBe(101);
});

test('of its own key, held too long by another press, nobody is told that nothing was done', async ({
  db,
  workerDatabase,
}) => {
  const productId = await makeProduct(db);
  const userId = await buyer(db, productId);
  const idempotencyKey = randomUUID();
  const topUp = { userId, amount: 1_000, idempotencyKey };
  const restock = { productId, kind: 'restock', delta: 1, reason: '추가 입고' } as const;
  const elsewhere = createDatabase({ url: workerDatabase.url('app'), max: 1 });
  try {
    const told = await elsewhere.sql.begin(async (tx) => {
      await tx`
        insert into idempotency_keys (user_id, action, key, request_hash, created_at)
        select ${userId}, action, ${idempotencyKey}, 'another press', now()
        from unnest(array['checkout', 'top_up', 'restock']::idempotent_action[]) as action`;
      const all = await Promise.all([
        press(db, userId, { idempotencyKey }),
        topUpWallet(db, topUp, GENEROUS_LIMITS, NOON),
        changeStock(db, { ...restock, actorUserId: userId, idempotencyKey }, NOON),
      ]);
      await tx`delete from idempotency_keys where key = ${idempotencyKey}`;
      return all;
    });
    const unknown = { ok: false, refusal: { code: 'OUTCOME_UNKNOWN' } };
    expect(told).toMatchObject([unknown, unknown, unknown]);
  } finally {
    await elsewhere.close();
  }
});

test('of a hundred such keys too, though patience ends before each has had its turn alone', async ({
  db,
  workerDatabase,
}) => {
  const userId = await makeShopper(db);
  const keys = Array.from({ length: 100 }, () => randomUUID());
  const elsewhere = createDatabase({ url: workerDatabase.url('app'), max: 1 });
  try {
    const told = await elsewhere.sql.begin(async (tx) => {
      await tx`
        insert into idempotency_keys (user_id, action, key, request_hash, created_at)
        select ${userId}, 'top_up', key, 'another press', now()
        from unnest(${keys}::text[]::uuid[]) as key`;
      const all = await Promise.all(
        keys.map((idempotencyKey) =>
          topUpWallet(db, { userId, amount: 1_000, idempotencyKey }, GENEROUS_LIMITS, NOON),
        ),
      );
      await tx`delete from idempotency_keys where user_id = ${userId}`;
      return all;
    });
    const codes = told.map((outcome) => (outcome.ok ? 'done' : outcome.refusal.code));
    expect(new Set(codes)).toEqual(new Set(['OUTCOME_UNKNOWN']));
  } finally {
    await elsewhere.close();
  }
});

test.describe('what is still waiting when it has grown too old is not done any more', () => {
  const aboutToBeTooOld = () => performance.now() - MOST_AGE_MS + 300;
  const tooOld = (since: number) => async () => {
    await expect
      .poll(() => performance.now() - since, { intervals: [20] })
      .toBeGreaterThan(MOST_AGE_MS);
  };
  const BUSY = { ok: false, refusal: { code: 'BUSY' } };

  test('a checkout, alone of its batch, and its key is free', async ({ db, workerDatabase }) => {
    const productId = await makeProduct(db);
    const admin = await makeShopper(db, { role: 'admin' });
    const [old, young] = [await buyer(db, productId), await buyer(db, productId)];
    const idempotencyKey = randomUUID();
    const since = aboutToBeTooOld();
    const outcomes = await meetAtLock(workerDatabase, {
      change: (tx) =>
        moveStock(tx, {
          ...{ productId, kind: 'correction', delta: 1, reason: '세어 보니 달랐어요' },
          ...{ actorUserId: admin, createdAt: NOON },
        }),
      command: () => Promise.all([press(db, old, { idempotencyKey, since }), press(db, young)]),
      look: tooOld(since),
    });
    expect(outcomes).toMatchObject([BUSY, { ok: true }]);
    expect(await db.sql`select from orders`).toHaveLength(1);
    expect(await press(db, old, { idempotencyKey })).toMatchObject({ ok: true, replayed: false });
    // What was done is told at any age.
    expect(await press(db, old, { idempotencyKey, since })).toMatchObject({ replayed: true });
  });

  test('a top-up', async ({ db, workerDatabase }) => {
    const userId = await makeShopper(db, { balance: 1 });
    const topUp = { userId, amount: 1_000, idempotencyKey: randomUUID() };
    const since = aboutToBeTooOld();
    const outcome = await meetAtLock(workerDatabase, {
      change: (tx) => lockWallet(tx, userId),
      command: () => topUpWallet(db, topUp, GENEROUS_LIMITS, NOON, since),
      look: tooOld(since),
    });
    expect(outcome).toEqual(BUSY);
    expect(await topUpWallet(db, topUp, GENEROUS_LIMITS, NOON)).toMatchObject({ replayed: false });
  });

  test('a cancel', async ({ db, workerDatabase }) => {
    const userId = await buyer(db, await makeProduct(db));
    const { orderId } = succeeded(await press(db, userId));
    const cancel = { orderId, actor: { userId, role: 'shopper' } } as const;
    const since = aboutToBeTooOld();
    const outcome = await meetAtLock(workerDatabase, {
      change: (tx) => lockWallet(tx, userId),
      command: () => cancelOrder(db, cancel, NOON, since),
      look: tooOld(since),
    });
    expect(outcome).toEqual(BUSY);
    expect(await cancelOrder(db, cancel, NOON)).toMatchObject({ ok: true, replayed: false });
    expect(await cancelOrder(db, cancel, NOON, since)).toMatchObject({ ok: true, replayed: true });
  });

  test('a restock', async ({ db, workerDatabase }) => {
    const productId = await makeProduct(db);
    const actorUserId = await makeShopper(db, { role: 'admin' });
    const units = { productId, kind: 'restock', delta: 1, reason: '추가 입고' } as const;
    const restock = { ...units, actorUserId, idempotencyKey: randomUUID() };
    const since = aboutToBeTooOld();
    const outcome = await meetAtLock(workerDatabase, {
      change: (tx) => lockStock(tx, productId),
      command: () => changeStock(db, restock, NOON, since),
      look: tooOld(since),
    });
    expect(outcome).toEqual(BUSY);
    expect(await changeStock(db, restock, NOON)).toMatchObject({ ok: true, replayed: false });
  });

  test('an order being sent', async ({ db, workerDatabase }) => {
    const userId = await buyer(db, await makeProduct(db));
    const { orderId } = succeeded(await press(db, userId));
    const sending = { orderId, actorUserId: await makeShopper(db, { role: 'admin' }) };
    const since = aboutToBeTooOld();
    const outcome = await meetAtLock(workerDatabase, {
      change: (tx) => lockOrder(tx, orderId),
      command: () => fulfilOrder(db, sending, NOON, since),
      look: tooOld(since),
    });
    expect(outcome).toEqual(BUSY);
    expect(await fulfilOrder(db, sending, NOON)).toMatchObject({ ok: true, replayed: false });
  });
});
