import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import { expectInvariants } from '@/e2e/support/expect-invariants';
import { makeShopper, NOON } from '@/e2e/support/sample';
import { type AdjustWalletCommand, adjustWallet } from './adjust-wallet';
import { getBalance } from './get-balance';
import { quoteAdjustment } from './quote-adjustment';

const LIMITS = { mostWon: 1_000_000, heldWon: 2_000_000 };

async function counter(db: Database, balance: number) {
  const customerId = await makeShopper(db, { balance });
  const actorUserId = await makeShopper(db, { role: 'admin' });
  const form = (amount: number, shownBalance = balance): AdjustWalletCommand => ({
    customerId,
    amount,
    reason: '늦은 배송 사과',
    shownBalance,
    actorUserId,
    idempotencyKey: randomUUID(),
  });
  return { customerId, actorUserId, form };
}

test('an adjustment moves the balance with an entry, a reason and an audit entry', async ({
  db,
}) => {
  const { customerId, actorUserId, form } = await counter(db, 12_000);
  expect(await quoteAdjustment(db, { customerId, amount: -2_000 }, LIMITS)).toMatchObject({
    value: { balanceBefore: 12_000, balanceAfter: 10_000 },
  });
  expect(await adjustWallet(db, form(-2_000), LIMITS, NOON)).toEqual({
    ok: true,
    replayed: false,
    value: {
      customerId,
      amount: -2_000,
      balanceBefore: 12_000,
      balanceAfter: 10_000,
      entrySeq: 2,
    },
  });
  const [entry] = await db.sql`
    select kind, amount, balance_after, actor_user_id, reason, order_id from wallet_entries
    where user_id = ${customerId} and seq = 2`;
  expect(entry).toEqual({
    kind: 'adjustment',
    amount: -2_000,
    balance_after: 10_000,
    actor_user_id: actorUserId,
    reason: '늦은 배송 사과',
    order_id: null,
  });
  const [audit] = await db.sql`
    select actor_user_id, entity, entity_id, before, after from audit_log
    where action = 'wallet.adjust'`;
  expect(audit).toEqual({
    actor_user_id: actorUserId,
    entity: 'customer',
    entity_id: String(customerId),
    before: { balance: 12_000 },
    after: { balance: 10_000, amount: -2_000, reason: '늦은 배송 사과', entry: 2 },
  });
  await expectInvariants(db);
});

test('50 presses of one form at once adjust once; another amount under its key is refused', async ({
  db,
}) => {
  const { customerId, form } = await counter(db, 0);
  const press = form(5_000);
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => adjustWallet(db, press, LIMITS, NOON)),
  );
  expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
  expect(outcomes.filter((outcome) => outcome.ok && !outcome.replayed)).toHaveLength(1);
  expect(await adjustWallet(db, { ...press, amount: 6_000 }, LIMITS, NOON)).toEqual({
    ok: false,
    refusal: { code: 'KEY_REUSED' },
  });
  expect(await getBalance(db, customerId)).toMatchObject({ value: { balance: 5_000 } });
  await expectInvariants(db);
});

test('of ten who saw the same balance one adjusts it, and the others are shown the new one', async ({
  db,
}) => {
  const { customerId, form } = await counter(db, 9_000);
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => adjustWallet(db, form(-9_000), LIMITS, NOON)),
  );
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok).map((o) => !o.ok && o.refusal)).toEqual(
    Array(9).fill({ code: 'BALANCE_BELOW_ZERO', balance: 0 }),
  );
  expect(await adjustWallet(db, form(1_000, 9_000), LIMITS, NOON)).toEqual({
    ok: false,
    refusal: { code: 'BALANCE_CHANGED', shown: 9_000, balance: 0 },
  });
  expect(await getBalance(db, customerId)).toMatchObject({ value: { balance: 0 } });
});

test('a refusal leaves nothing, its key neither; nobody has no wallet to adjust', async ({
  db,
}) => {
  const { form } = await counter(db, 1_000);
  const press = form(-1_001);
  expect(await adjustWallet(db, press, LIMITS, NOON)).toMatchObject({ ok: false });
  expect(await adjustWallet(db, { ...press, customerId: 999_999 }, LIMITS, NOON)).toEqual({
    ok: false,
    refusal: { code: 'UNKNOWN_CUSTOMER' },
  });
  expect(await db.sql`select 1 from idempotency_keys where action = 'adjustment'`).toHaveLength(0);
  expect(await db.sql`select 1 from audit_log`).toHaveLength(0);
  expect(await adjustWallet(db, { ...press, amount: -1_000 }, LIMITS, NOON)).toMatchObject({
    ok: true,
    replayed: false,
  });
});
