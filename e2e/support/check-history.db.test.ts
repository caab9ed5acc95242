/** The log against a real database, and lies planted in its rows past every trigger. */

import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import type { Database } from '@/db/client';
import { cancelOrder } from '@/lib/domain/orders/cancel-order';
import { topUpWallet } from '@/lib/domain/wallet/top-up-wallet';
import { openBooks } from './books';
import { checkHistory } from './check-history';
import { BREAKS_BOOKS, expect, test } from './db-test';
import { createHistory } from './history';
import {
  fillCart,
  GENEROUS_LIMITS,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from './sample';

/** A top-up, an order pressed twice and its cancellation, each with what its client was told. */
async function story(db: Database) {
  const userId = await makeShopper(db, { balance: 20_000 });
  const productId = await makeProduct(db, { price: 7_000 });
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const before = await openBooks(db);
  const history = createHistory();

  const topUp = { userId, amount: 1_000, idempotencyKey: randomUUID() };
  const told = history.sent({
    userId,
    action: 'top_up',
    key: topUp.idempotencyKey,
    request: topUp.amount,
  });
  const { value } = await asDone(topUpWallet(db, topUp, GENEROUS_LIMITS, NOON));
  const { balanceBefore, ...result } = value;
  expect(balanceBefore).toBe(20_000);
  told({ kind: 'acknowledged', result, replayed: false });

  const idempotencyKey = randomUUID();
  const order = { userId, action: 'checkout', key: idempotencyKey, request: null } as const;
  history.sent(order)({ kind: 'unknown' });
  await press(db, userId, { idempotencyKey });
  const answered = history.sent(order);
  const { value: placed, replayed } = await asDone(press(db, userId, { idempotencyKey }));
  answered({ kind: 'acknowledged', result: { ...placed, total: 7_000 }, replayed });

  const cancel = { userId, action: 'cancel', key: String(placed.orderId), request: null } as const;
  const cancelled = history.sent(cancel);
  const actor = { userId, role: 'shopper' } as const;
  const given = succeeded(await cancelOrder(db, { orderId: placed.orderId, actor }, NOON));
  cancelled({ kind: 'acknowledged', result: given, replayed: false });
  return { history, before, userId };
}

async function asDone<Value>(
  outcome: Promise<{ ok: true; value: Value; replayed: boolean } | { ok: false }>,
) {
  const settled = await outcome;
  if (!settled.ok) throw new Error('refused');
  return settled;
}

test('the books hold what the clients were told, and the counts say so', async ({ db }) => {
  const { history, before } = await story(db);
  expect(checkHistory(history, before, await openBooks(db))).toEqual({
    contradictions: [],
    counts: {
      sent: 4,
      done: 2,
      again: 1,
      refused: 0,
      open: 1,
      acknowledged: 3,
      unknownThenSettled: 1,
      lost: 0,
      doubled: 0,
    },
  });
});

const lies = [
  { rule: 'lost', sql: `delete from idempotency_keys where action = 'checkout'` },
  { rule: 'lost', sql: `delete from wallet_entries where kind = 'refund'` },
  { rule: 'other-result', sql: `update wallet_entries set amount = -7001 where kind = 'payment'` },
  {
    rule: 'doubled',
    sql: `insert into wallet_entries (user_id, seq, kind, amount, balance_after, actor_user_id, created_at)
      select user_id, 9, kind, amount, balance_after, actor_user_id, created_at
      from wallet_entries where amount = 1000`,
  },
] as const;

for (const { rule, sql } of lies) {
  test(`a lie in the database is caught: ${sql.slice(0, 60)}`, { tag: BREAKS_BOOKS }, async ({
    db,
    workerDatabase,
  }) => {
    const { history, before } = await story(db);
    const superuser = postgres(workerDatabase.url('superuser'), {
      max: 1,
      connection: { session_replication_role: 'replica' },
    });
    expect((await superuser.unsafe(sql)).count).toBe(1);
    await superuser.end();
    const { contradictions } = checkHistory(history, before, await openBooks(db));
    expect(contradictions.map((found) => found.rule)).toContain(rule);
  });
}
