import { randomUUID } from 'node:crypto';
import { createDatabase, type Database } from '@/db/client';
import { askSales } from '@/e2e/support/ask-sales';
import { expect, test } from '@/e2e/support/db-test';
import { expectInvariants } from '@/e2e/support/expect-invariants';
import { cancelAt, makeSalesHistory, orderAt, seoul } from '@/e2e/support/sales-history';
import { adjustInside, GENEROUS_LIMITS, makeShopper, succeeded } from '@/e2e/support/sample';
import { done } from '../result';
import { inTransaction } from '../transaction';
import { topUpWallet } from '../wallet/top-up-wallet';
import { closeDays } from './close-days';
import { getSalesScreen } from './get-sales-screen';
import { splitPeriod } from './read-closed-days';

const NOW = seoul('2026-11-23T15:30:00');

const closed = async (db: Database) =>
  (await db.sql<{ day: string }[]>`select day::text from closed_days order by day`).map(
    ({ day }) => day,
  );
const look = (db: Database, query: object) =>
  getSalesScreen(db, askSales({ ...query }, NOW), { asOf: NOW, live: true }, db);

test('a day closes an hour after its end, with every day since the first entry', async ({ db }) => {
  expect(await closeDays(db, NOW)).toBe(0);
  const userId = await makeShopper(db);
  const topUp = { userId, amount: 50_000, idempotencyKey: randomUUID() };
  const at = seoul('2026-11-18T10:00:00');
  succeeded(await topUpWallet(db, topUp, GENEROUS_LIMITS, at));
  expect(await closeDays(db, seoul('2026-11-20T00:59:59'))).toBe(1);
  expect(await closeDays(db, seoul('2026-11-21T01:00:00'))).toBe(2);
  expect(await closeDays(db, seoul('2026-11-21T23:00:00'))).toBe(0);
  expect(await closed(db)).toEqual(['2026-11-18', '2026-11-19', '2026-11-20']);
  expect(await db.sql`select top_ups, held from closed_days order by day`).toEqual([
    { top_ups: 50_000, held: 50_000 },
    { top_ups: 0, held: 50_000 },
    { top_ups: 0, held: 50_000 },
  ]);
});

test('a long history is closed to its end; where nothing can be written the screen is the same', async ({
  db,
  workerDatabase,
}) => {
  await makeSalesHistory(db);
  const userId = await makeShopper(db);
  const topUp = { userId, amount: 1_000, idempotencyKey: randomUUID() };
  succeeded(await topUpWallet(db, topUp, GENEROUS_LIMITS, seoul('2026-08-01T10:00:00')));
  const troubles: string[] = [];
  const readOnly = createDatabase({
    url: `${workerDatabase.url('app')}?default_transaction_read_only=on`,
    max: 1,
    onTrouble: (trouble) => troubles.push(trouble),
  });
  const question = askSales({ range: '30d' }, NOW);
  const moment = { asOf: NOW, live: true };
  const unclosed = await getSalesScreen(readOnly, question, moment, db);
  await readOnly.close();
  expect(troubles).toEqual(['days.unclosed']);
  expect(await closed(db)).toEqual([]);
  expect(await getSalesScreen(db, question, moment, db)).toEqual(unclosed);
  const days = await closed(db);
  expect([days[0], days.at(-1), days.length]).toEqual(['2026-08-01', '2026-11-22', 114]);
  await expectInvariants(db);
});

test('what is written into a closed day opens it and all later ones, and the screen is right again', async ({
  db,
}) => {
  const { apple } = await makeSalesHistory(db);
  const week = { range: '7d' };
  const before = await look(db, week);
  const all = await closed(db);
  expect(all.at(-1)).toBe('2026-11-22');

  const { orderId } = await orderAt(db, '2026-11-20T12:00:00', { productId: apple, quantity: 1 });
  expect(await closed(db)).toEqual(all.filter((day) => day < '2026-11-20'));
  const after = await look(db, week);
  expect(after.figures[3]).toMatchObject({ orders: 1, gross: 10_000 });
  expect(after.figures.toSpliced(3, 1)).toEqual(before.figures.toSpliced(3, 1));
  expect(await closed(db)).toEqual(all);

  await cancelAt(db, orderId, '2026-11-21T12:00:00');
  expect((await closed(db)).at(-1)).toBe('2026-11-20');
  const { figures, wallet } = await look(db, week);
  expect(figures[3]).toMatchObject({ orders: 1, cancelledOrders: 1 });
  expect(figures[4]).toMatchObject({ returns: 10_000, returnedUnits: 1 });
  expect(wallet.flows[4]?.refunds).toBe(10_000);
  await expectInvariants(db);
});

test('while somebody writes into a closed day none is closed, and nobody waits', async ({ db }) => {
  await makeSalesHistory(db);
  await closeDays(db, NOW);
  const userId = await makeShopper(db, { balance: 0 });
  const later = seoul('2026-11-24T15:30:00');
  await inTransaction(db, async (tx) => {
    await adjustInside(tx, { userId, amount: 700 }, seoul('2026-11-22T12:00:00'));
    expect(await closeDays(db, later)).toBe(0);
    return done(null);
  });
  expect(await closeDays(db, later)).toBe(2);
  const [day] = await db.sql`select adjusted_up from closed_days where day = '2026-11-22'`;
  expect(day).toEqual({ adjusted_up: 700 });
});

test('a day that the database has not seen the end of stays open, whatever the time is here', async ({
  db,
}) => {
  const userId = await makeShopper(db);
  const topUp = { userId, amount: 1_000, idempotencyKey: randomUUID() };
  succeeded(await topUpWallet(db, topUp, GENEROUS_LIMITS, new Date()));
  expect(await closeDays(db, new Date(Date.now() + 10 * 86_400_000))).toBe(0);
});

test('hours are counted from the orders; a period takes the closed days that it holds whole', () => {
  const day = (day: string) => ({ day }) as Parameters<typeof splitPeriod>[1][number];
  const days = [day('2026-11-19'), day('2026-11-20'), day('2026-11-21')];
  const period = {
    ...({ from: '2026-11-20', to: '2026-11-22', unit: 'day', buckets: 3 } as const),
    ...{ start: seoul('2026-11-20T00:00:00'), until: seoul('2026-11-22T23:59:59.999') },
  };
  const split = (changed: object) => {
    const { closed, open } = splitPeriod({ ...period, ...changed }, days);
    return [closed.map(({ day, bucket }) => [day, bucket]), open?.from ?? null];
  };
  const both = [
    ['2026-11-20', 0],
    ['2026-11-21', 1],
  ];
  expect(split({})).toEqual([both, '2026-11-22']);
  expect(split({ unit: 'week' })).toEqual([both.map(([day]) => [day, 0]), '2026-11-22']);
  expect(split({ unit: 'hour' })).toEqual([[], '2026-11-20']);
  expect(split({ until: seoul('2026-11-21T12:00:00') })).toEqual([[both[0]], '2026-11-21']);
  expect(split({ to: '2026-11-21', until: seoul('2026-11-21T23:59:59.999') })).toEqual([
    both,
    null,
  ]);
  expect(split({ from: '2026-11-22', start: seoul('2026-11-22T00:00:00') })).toEqual([
    [],
    '2026-11-22',
  ]);
});
