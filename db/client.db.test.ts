import { sql as fragment } from 'drizzle-orm';
import { pgTable, timestamp } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { createDatabase } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';

const INSTANT = '2026-01-31T15:00:00.123456Z';

test('bigint is a number, and one beyond the safe integers is an error', async ({ db }) => {
  const [row] = await db.sql`SELECT ${9_007_199_254_740_991}::bigint AS won`;
  expect(row?.won).toBe(9_007_199_254_740_991);
  await expect(db.sql`SELECT 9007199254740992::bigint`).rejects.toThrow('beyond the safe integers');
});

test('raw sql takes a Date or an ISO string as an instant and gives an ISO string', async ({
  db,
}) => {
  const [row] =
    await db.sql`SELECT ${INSTANT}::timestamptz AS text, ${new Date(INSTANT)}::timestamptz AS date`;
  expect(row).toEqual({ text: INSTANT, date: '2026-01-31T15:00:00.123Z' });
});

test('a drizzle column gives a Date for the same instant', async ({ db }) => {
  const instants = pgTable('instants', { at: timestamp({ withTimezone: true, mode: 'date' }) });
  const at = fragment`${INSTANT}::timestamptz`.mapWith(instants.at);
  const [row] = await db.orm.select({ at }).from(fragment`(SELECT 1) AS one`);
  expect(row?.at).toEqual(new Date(INSTANT));
});

test('arrays go there and back, with quotes, backslashes and NULL', async ({ db }) => {
  const texts = ['a "b"', 'back\\slash', 'comma, {brace}', '', null];
  const [row] = await db.sql`
    SELECT ${[1, 2]}::bigint[] AS ids, ${texts}::text[] AS texts,
           ${db.sql.array([true, false])} AS flags, ${db.sql.array([new Date(INSTANT)])} AS dates`;
  expect(row).toEqual({
    ids: [1, 2],
    texts,
    flags: ['t', 'f'].map((flag) => flag === 't'),
    dates: ['2026-01-31T15:00:00.123Z'],
  });
});

test('jsonb takes an object and gives it back', async ({ db }) => {
  const [row] = await db.sql`SELECT ${db.sql.json({ a: [1, '둘'] })} AS value`;
  expect(row?.value).toEqual({ a: [1, '둘'] });
});

test('every connection carries the limits of the money protocol', async ({ db }) => {
  const [row] = await db.sql`
    SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement,
           current_setting('idle_in_transaction_session_timeout') AS idle,
           current_setting('client_connection_check_interval') AS check,
           current_setting('deadlock_timeout') AS deadlock, current_setting('TimeZone') AS zone`;
  expect(row).toEqual({
    lock: '2s',
    statement: '5s',
    idle: '10s',
    check: '2s',
    deadlock: '1s',
    zone: 'UTC',
  });
});

test('the application can read and write rows but not change or drop a table', async ({ db }) => {
  await expect(db.sql`DROP TABLE wallet_entries`).rejects.toMatchObject({ code: '42501' });
  await expect(db.sql`TRUNCATE wallet_entries`).rejects.toMatchObject({ code: '42501' });
  await expect(db.sql`CREATE TABLE mine (id int)`).rejects.toMatchObject({ code: '42501' });
});

test('Korean sorts in dictionary order', async ({ db }) => {
  const rows = await db.sql<{ name: string }[]>`
    SELECT name FROM unnest(${['하늘', '가방', '나무', 'Apple', '강']}::text[]) AS name ORDER BY name`;
  expect(rows.map(({ name }) => name)).toEqual(['Apple', '가방', '강', '나무', '하늘']);
});

test('a driver without db/patches is refused before it is used', ({ workerDatabase }) => {
  const mark = Object.getOwnPropertyDescriptor(postgres, 'survivesConnectionLoss') ?? {};
  Reflect.deleteProperty(postgres, 'survivesConnectionLoss');
  try {
    expect(() => createDatabase({ url: workerDatabase.url('app') })).toThrow('lacks db/patches');
  } finally {
    Object.defineProperty(postgres, 'survivesConnectionLoss', mark);
  }
});
