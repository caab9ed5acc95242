import { randomUUID } from 'node:crypto';
import { count, eq } from 'drizzle-orm';
import postgres from 'postgres';
import { users, walletEntries, wallets } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { GENEROUS_LIMITS, makeShopper, NOON } from '@/e2e/support/sample';
import { getBalance } from './get-balance';
import { topUpWallet } from './top-up-wallet';

const LIMITS = { minWon: 1_000, maxWon: 1_000_000, dayWon: 2_000_000, heldWon: 2_000_000 };
const NOBODY = 999_999;

test.describe('잔액 조회', () => {
  test('조회 실패: an unknown user gets a refusal, and nothing is created', async ({ db }) => {
    expect(await getBalance(db, NOBODY)).toEqual({ ok: false, refusal: { code: 'UNKNOWN_USER' } });
    expect(await db.orm.select({ n: count() }).from(users)).toEqual([{ n: 0 }]);
    expect(await db.orm.select({ n: count() }).from(wallets)).toEqual([{ n: 0 }]);
  });

  test('조회 성공: the balance is returned', async ({ db }) => {
    const userId = await makeShopper(db, { balance: 12_345 });
    expect(await getBalance(db, userId)).toMatchObject({ ok: true, value: { balance: 12_345 } });
  });
});

test.describe('잔액 충전', () => {
  test('조회 실패: an unknown user gets a refusal, and nothing is stored', async ({ db }) => {
    const topUp = { userId: NOBODY, amount: 10_000, idempotencyKey: randomUUID() };
    expect(await topUpWallet(db, topUp, LIMITS, NOON)).toEqual({
      ok: false,
      refusal: { code: 'UNKNOWN_USER' },
    });
    expect(await db.orm.select({ n: count() }).from(walletEntries)).toEqual([{ n: 0 }]);
  });

  test('조회 성공: the balance grows and the history holds the top-up', async ({ db }) => {
    const userId = await makeShopper(db, { balance: 5_000 });
    const topUp = { userId, amount: 10_000, idempotencyKey: randomUUID() };
    expect(await topUpWallet(db, topUp, LIMITS, NOON)).toEqual({
      ok: true,
      replayed: false,
      value: { amount: 10_000, balanceBefore: 5_000, balanceAfter: 15_000, entrySeq: 2 },
    });
    const entries = await db.orm
      .select()
      .from(walletEntries)
      .where(eq(walletEntries.userId, userId))
      .orderBy(walletEntries.seq);
    expect(entries.map(({ amount, balanceAfter }) => [amount, balanceAfter])).toEqual([
      [5_000, 5_000],
      [10_000, 15_000],
    ]);
  });

  test('balance and history commit together or not at all', async ({ db, workerDatabase }) => {
    const userId = await makeShopper(db);
    const owner = workerDatabase.url('owner');
    await asOwner(
      owner,
      `alter table wallet_entries add constraint no_top_ups check (kind <> 'top_up') not valid`,
    );
    const topUp = { userId, amount: 10_000, idempotencyKey: randomUUID() };
    await expect(topUpWallet(db, topUp, LIMITS, NOON)).rejects.toThrow();
    await asOwner(owner, 'alter table wallet_entries drop constraint no_top_ups');
    expect(await getBalance(db, userId)).toMatchObject({ value: { balance: 0 } });
    // The key went with the rest: the same form can be sent again.
    expect(await topUpWallet(db, topUp, LIMITS, NOON)).toMatchObject({ ok: true, replayed: false });
  });

  test('the same key again shows the first result; another amount under it is refused', async ({
    db,
  }) => {
    const userId = await makeShopper(db);
    const topUp = { userId, amount: 10_000, idempotencyKey: randomUUID() };
    const first = await topUpWallet(db, topUp, LIMITS, NOON);
    const again = await topUpWallet(db, topUp, LIMITS, NOON);
    expect(again).toEqual({ ...first, replayed: true });
    expect(await topUpWallet(db, { ...topUp, amount: 20_000 }, LIMITS, NOON)).toEqual({
      ok: false,
      refusal: { code: 'KEY_REUSED' },
    });
    expect(await getBalance(db, userId)).toMatchObject({ value: { balance: 10_000 } });
  });

  test("another shopper's key is another key", async ({ db }) => {
    const [a, b] = [await makeShopper(db), await makeShopper(db)];
    const idempotencyKey = randomUUID();
    for (const userId of [a, b]) {
      const topUp = { userId, amount: 10_000, idempotencyKey };
      expect(await topUpWallet(db, topUp, LIMITS, NOON)).toMatchObject({ replayed: false });
    }
  });

  test('50 presses of one form at once charge once', async ({ db }) => {
    const userId = await makeShopper(db);
    const topUp = { userId, amount: 10_000, idempotencyKey: randomUUID() };
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => topUpWallet(db, topUp, LIMITS, NOON)),
    );
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.replayed)).toHaveLength(1);
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(await getBalance(db, userId)).toMatchObject({ value: { balance: 10_000 } });
  });

  test("the day's limit counts the Seoul day, under competing presses too", async ({ db }) => {
    const userId = await makeShopper(db);
    const press = (now: Date) =>
      topUpWallet(
        db,
        { userId, amount: 1_000_000, idempotencyKey: randomUUID() },
        { ...GENEROUS_LIMITS, dayWon: 2_000_000 },
        now,
      );
    const lateMonday = new Date('2026-11-23T14:59:59.999Z');
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => press(lateMonday)));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(2);
    expect(outcomes.find((outcome) => !outcome.ok)).toEqual({
      ok: false,
      refusal: { code: 'DAY_LIMIT', dayWon: 2_000_000, leftWon: 0 },
    });
    const tuesday = new Date('2026-11-23T15:00:00.000Z');
    expect(await press(tuesday)).toMatchObject({ ok: true });
  });
});

test('the history refuses to be changed, whoever asks', async ({ db, workerDatabase }) => {
  await makeShopper(db, { balance: 1_000 });
  const owner = workerDatabase.url('owner');
  const append = /append-only/;
  await expect(asOwner(owner, 'update wallet_entries set amount = 1')).rejects.toThrow(append);
  await expect(asOwner(owner, 'delete from wallet_entries')).rejects.toThrow(append);
  await expect(asOwner(owner, 'truncate wallet_entries cascade')).rejects.toThrow(append);
});

test('the database refuses a negative balance', async ({ db }) => {
  const userId = await makeShopper(db, { balance: 1_000 });
  const overdraw = db.orm.update(wallets).set({ balance: -1 }).where(eq(wallets.userId, userId));
  await expect(overdraw).rejects.toMatchObject({ cause: { code: '23514' } });
});

async function asOwner(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
