/** Top-ups that wait together travel in one transaction, and each is answered as if it went alone. */
import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { createDatabase, type Database } from '@/db/client';
import { walletEntries } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { GENEROUS_LIMITS, makeShopper, NOON, succeeded } from '@/e2e/support/sample';
import { getBalance } from './get-balance';
import { topUpWallet } from './top-up-wallet';

interface Press {
  userId: number;
  amount: number;
  idempotencyKey?: string;
  now?: Date;
}

/** In one breath, so that they travel together. */
const pressAll = (db: Database, presses: Press[], limits = GENEROUS_LIMITS) =>
  Promise.all(
    presses.map(({ now = NOON, idempotencyKey = randomUUID(), ...command }) =>
      topUpWallet(db, { ...command, idempotencyKey }, limits, now),
    ),
  );

const balanceOf = async (db: Database, userId: number) =>
  succeeded(await getBalance(db, userId)).balance;

test('each is decided on what the ones before it left, in one transaction', async ({ db }) => {
  const userId = await makeShopper(db, { balance: 5_000 });
  const other = await makeShopper(db);
  const limits = { ...GENEROUS_LIMITS, dayWon: 1_005_000, heldWon: 1_000_000 };
  const outcomes = await pressAll(
    db,
    [
      { userId, amount: 400_000 },
      { userId, amount: 700_000 },
      { userId: other, amount: 700_000 },
      { userId, amount: 599_000 },
      { userId, amount: 0 },
      { userId, amount: 1_001 },
      { userId: 999_999, amount: 1_000 },
    ],
    limits,
  );
  expect(outcomes).toMatchObject([
    { value: { balanceBefore: 5_000, balanceAfter: 405_000, entrySeq: 2 } },
    { refusal: { code: 'DAY_LIMIT', leftWon: 600_000 } },
    { value: { balanceBefore: 0, balanceAfter: 700_000, entrySeq: 1 } },
    { refusal: { code: 'HELD_LIMIT', leftWon: 595_000 } },
    { refusal: { code: 'AMOUNT_BELOW_MINIMUM' } },
    { value: { balanceBefore: 405_000, balanceAfter: 406_001, entrySeq: 3 } },
    { refusal: { code: 'UNKNOWN_USER' } },
  ]);
  expect(await balanceOf(db, userId)).toBe(406_001);
  const entries = await db.orm
    .select({ seq: walletEntries.seq, after: walletEntries.balanceAfter })
    .from(walletEntries)
    .where(eq(walletEntries.userId, userId))
    .orderBy(asc(walletEntries.seq));
  expect(entries.map(({ seq, after }) => [seq, after])).toEqual([
    [1, 5_000],
    [2, 405_000],
    [3, 406_001],
  ]);
  const [row] = await db.sql<{ transactions: number }[]>`
    select count(distinct xmin::text)::int as transactions from wallet_entries where amount <> 5000`;
  expect(row).toEqual({ transactions: 1 });
});

test("presses of two Seoul days in one batch count for their own day's limit", async ({ db }) => {
  const userId = await makeShopper(db);
  const [monday, tuesday] = [
    new Date('2026-11-23T14:59:59.999Z'),
    new Date('2026-11-23T15:00:00.000Z'),
  ];
  const outcomes = await pressAll(
    db,
    [monday, monday, tuesday, tuesday].map((now) => ({ userId, amount: 600, now })),
    { ...GENEROUS_LIMITS, dayWon: 1_000 },
  );
  expect(outcomes).toMatchObject([
    { ok: true },
    { refusal: { code: 'DAY_LIMIT', leftWon: 400 } },
    { ok: true },
    { refusal: { code: 'DAY_LIMIT', leftWon: 400 } },
  ]);
});

test('twins in one batch are charged once, another amount under their key is refused', async ({
  db,
}) => {
  const userId = await makeShopper(db);
  const idempotencyKey = randomUUID();
  const presses = [10_000, 10_000, 20_000].map((amount) => ({ userId, amount, idempotencyKey }));
  const done = { ok: true, value: { amount: 10_000, balanceAfter: 10_000 } };
  const reused = { ok: false, refusal: { code: 'KEY_REUSED' } };
  expect(await pressAll(db, presses)).toMatchObject([
    { ...done, replayed: false },
    { ...done, replayed: true },
    reused,
  ]);
  // Later too, in a batch that keeps another one.
  const another = { userId, amount: 1_000 };
  expect(await pressAll(db, [...presses, another])).toMatchObject([
    { ...done, replayed: true },
    { ...done, replayed: true },
    reused,
    { ok: true, replayed: false },
  ]);
  expect(await balanceOf(db, userId)).toBe(11_000);
});

test('one that is refused gives its key back, though its batch keeps others', async ({ db }) => {
  const [userId, other] = [await makeShopper(db), await makeShopper(db)];
  const refused = { userId, amount: 5_000, idempotencyKey: randomUUID() };
  const limits = { ...GENEROUS_LIMITS, maxWon: 1_000 };
  expect(await pressAll(db, [refused, { userId: other, amount: 1_000 }], limits)).toMatchObject([
    { refusal: { code: 'AMOUNT_ABOVE_MAXIMUM' } },
    { ok: true },
  ]);
  expect(await pressAll(db, [refused])).toMatchObject([{ ok: true, replayed: false }]);
});

test('one that the database refuses fails alone in its batch, and is heard of', async ({
  db: direct,
  workerDatabase,
}) => {
  const troubles: string[] = [];
  const db = createDatabase({
    url: workerDatabase.url('app'),
    onTrouble: (trouble) => troubles.push(trouble),
  });
  const shoppers = [await makeShopper(direct), await makeShopper(direct)];
  const topUp = (userId: number, amount: number) =>
    topUpWallet(db, { userId, amount, idempotencyKey: randomUUID() }, GENEROUS_LIMITS, NOON);
  // No column of won takes half a one.
  const answers = await Promise.allSettled([
    topUp(shoppers[0] as number, 1_000),
    topUp(shoppers[1] as number, 1.5),
    topUp(shoppers[1] as number, 1_000),
  ]);
  await db.close();
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(troubles).toEqual(['batch.refused']);
  for (const userId of shoppers) expect(await balanceOf(direct, userId)).toBe(1_000);
});

test('a rush of 400 on one wallet over two instances: the exact sum', async ({
  db,
  workerDatabase,
}) => {
  const other = createDatabase({ url: workerDatabase.url('app') });
  const userId = await makeShopper(db);
  const amounts = Array.from({ length: 200 }, (_, i) => ({ userId, amount: 1_000 + i }));
  const outcomes = await Promise.all([pressAll(db, amounts), pressAll(other, amounts)]);
  await other.close();
  expect(outcomes.flat().every(({ ok }) => ok)).toBe(true);
  expect(await balanceOf(db, userId)).toBe(2 * (200 * 1_000 + (199 * 200) / 2));
});
