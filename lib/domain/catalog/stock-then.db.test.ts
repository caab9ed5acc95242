import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import { expectInvariants } from '@/e2e/support/expect-invariants';
import { cancelAt, makeSalesHistory, orderAt, seoul } from '@/e2e/support/sales-history';
import { makeShopper, succeeded } from '@/e2e/support/sample';
import { closeDays } from '../sales/close-days';
import { changeStock } from './change-stock';
import { stockThen } from './stock-then';

const NOW = seoul('2026-11-23T15:30:00');
const HOUR_MS = 3_600_000;

type Shelf = { product_id: number; quantity: number };

/** The last movement by then in the order of writing, told from the whole of the books. */
const byAllMovements = (db: Database, at: Date) => db.sql<Shelf[]>`
  select distinct on (product_id) product_id, quantity_after as quantity from stock_movements
  where created_at <= ${at} order by product_id, id desc`;
const looked = (db: Database, at: Date) => db.sql<Shelf[]>`
  select product_id, quantity from ${stockThen(db.sql, at)} s order by product_id`;
const restockAt = async (db: Database, productId: number, delta: number, at: string) => {
  const actorUserId = await makeShopper(db, { role: 'admin' });
  const restock = { productId, kind: 'restock', delta, reason: '들어왔어요', actorUserId } as const;
  succeeded(await changeStock(db, { ...restock, idempotencyKey: randomUUID() }, seoul(at)));
};
const sundays = async (db: Database) =>
  (await db.sql<{ day: string }[]>`select day::text from closed_shelves order by day`).map(
    ({ day }) => day,
  );

test('every hour of three weeks has the same shelves with Sundays closed as without', async ({
  db,
}) => {
  const { apple, pear } = await makeSalesHistory(db);
  // Written the other way round, across the midnight that a week ends at.
  await restockAt(db, pear, 2, '2026-11-16T00:00:01');
  await restockAt(db, pear, 5, '2026-11-15T23:59:58');
  const instants = Array.from(
    { length: 21 * 24 },
    (_, i) => new Date(NOW.getTime() - i * HOUR_MS + 1_800_000),
  ).concat(
    seoul('2026-11-16T00:00:00'),
    seoul('2026-11-16T00:00:01'),
    seoul('2026-11-15T23:59:59'),
  );
  const open = await Promise.all(instants.map((at) => looked(db, at)));
  await closeDays(db, NOW);
  expect(await sundays(db)).toEqual(['2026-11-15', '2026-11-22']);
  for (const [i, at] of instants.entries()) {
    const expected = await byAllMovements(db, at);
    expect(open[i], at.toISOString()).toEqual(expected);
    expect(await looked(db, at), at.toISOString()).toEqual(expected);
  }
  const [shelf] =
    await db.sql`select product_ids, quantities from closed_shelves order by day desc`;
  expect(shelf?.product_ids).toEqual([apple, pear]);
  await expectInvariants(db);
});

test('a movement written into a closed week opens its shelves, and those after it', async ({
  db,
}) => {
  const { apple } = await makeSalesHistory(db);
  await closeDays(db, NOW);
  await restockAt(db, apple, 7, '2026-11-20T12:00:00');
  expect(await sundays(db)).toEqual(['2026-11-15']);
  await closeDays(db, NOW);
  expect(await sundays(db)).toEqual(['2026-11-15', '2026-11-22']);
  const { orderId } = await orderAt(db, '2026-11-13T12:00:00', { productId: apple, quantity: 1 });
  expect(await sundays(db)).toEqual([]);
  await closeDays(db, NOW);
  await cancelAt(db, orderId, '2026-11-16T12:00:00');
  expect(await sundays(db)).toEqual(['2026-11-15']);
  await closeDays(db, NOW);
  expect(await looked(db, NOW)).toEqual(await byAllMovements(db, NOW));
  await expectInvariants(db);
});
