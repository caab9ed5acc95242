import { createDatabase, type Database } from '@/db/client';
import { BREAKS_BOOKS, expect, test } from '@/e2e/support/db-test';
import {
  fillCart,
  fillWallet,
  makeProduct,
  makeShopper,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { cancelOrder } from '../orders/cancel-order';
import { getLedger, ledgerAgrees } from './get-ledger';

const NOBODY = 999_999;

/** Shopper 1: ₩30,000 in, ₩10,000 out, ₩10,000 back in a later month; with a neighbour. */
async function smallLedger(db: Database): Promise<number> {
  const userId = await makeShopper(db, { balance: 30_000 });
  await makeShopper(db, { balance: 7_000 });
  await fillCart(db, userId, [{ productId: await makeProduct(db), quantity: 1 }]);
  const { orderId } = succeeded(await press(db, userId));
  const actor = { userId, role: 'shopper' } as const;
  // Midnight in Seoul of 1 December.
  succeeded(await cancelOrder(db, { orderId, actor }, new Date('2026-11-30T15:00:00Z')));
  return userId;
}

test('a ledger is the balance beside the sum of every entry, and the months that have some', async ({
  db,
}) => {
  const userId = await smallLedger(db);
  const ledger = await getLedger(db, userId);
  expect(ledger).toEqual({
    balance: 30_000,
    entries: 3,
    entriesTotal: 30_000,
    firstBrokenSeq: null,
    months: ['2026-12', '2026-11'],
  });
  expect(ledger && ledgerAgrees(ledger)).toBe(true);
});

test('a new wallet agrees with nothing in it; an unknown user has none', async ({ db }) => {
  const userId = await makeShopper(db);
  const ledger = await getLedger(db, userId);
  expect(ledger).toMatchObject({ balance: 0, entries: 0, entriesTotal: 0, months: [] });
  expect(ledger && ledgerAgrees(ledger)).toBe(true);
  expect(await getLedger(db, NOBODY)).toBeNull();
});

test('it never disagrees while money moves', async ({ db }) => {
  const userId = await makeShopper(db);
  const moving = (async () => {
    for (let i = 1; i <= 60; i++) await fillWallet(db, userId, i);
  })();
  let looks = 0;
  for (let over = false; !over; looks++) {
    over = await Promise.race([moving.then(() => true), getLedger(db, userId).then(() => false)]);
    const ledger = await getLedger(db, userId);
    expect(ledger && ledgerAgrees(ledger), JSON.stringify(ledger)).toBe(true);
  }
  expect(looks).toBeGreaterThan(1);
  expect(await getLedger(db, userId)).toMatchObject({ balance: 1_830, entries: 60 });
});

const FAULTS = {
  'update wallets set balance = 29000': { balance: 29_000, entriesTotal: 30_000 },
  'update wallet_entries set balance_after = 1 where seq = 2': { firstBrokenSeq: 2 },
  'update wallet_entries set seq = 9 where seq = 3': { firstBrokenSeq: 9 },
  'delete from wallet_entries where seq = 1': { entries: 2, firstBrokenSeq: 2, entriesTotal: 0 },
};

for (const [fault, found] of Object.entries(FAULTS)) {
  test(`a planted fault is seen: ${fault}`, { tag: BREAKS_BOOKS }, async ({
    db,
    workerDatabase,
  }) => {
    const userId = await smallLedger(db);
    const superuser = createDatabase({ url: workerDatabase.url('superuser'), max: 1 });
    await superuser.sql`set session_replication_role = replica`;
    const where = fault.includes(' where ') ? 'and' : 'where';
    await superuser.sql.unsafe(`${fault} ${where} user_id = ${userId}`);
    await superuser.close();
    const ledger = await getLedger(db, userId);
    expect(ledger).toMatchObject(found);
    expect(ledger && ledgerAgrees(ledger)).toBe(false);
  });
}
