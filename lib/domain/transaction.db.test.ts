import { randomUUID } from 'node:crypto';
import { createDatabase, type Database } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import { makeShopper, NOON } from '@/e2e/support/sample';
import { MOST_AGE_MS, SETTLED_AFTER_MS } from './age-rules';
import { done } from './result';
import { inTransaction, inTwoFlights } from './transaction';

const LOST = 'CONNECTION_CLOSED';
const DEADLOCK = '40P01';
const LOCK_TIMEOUT = '55P03';
const TOO_MANY_CONNECTIONS = '53300';

/** Runs work that ends with these codes of the database, one a try, and then succeeds. */
async function run(db: Database, codes: string[], settlesByKey: boolean) {
  const left = [...codes];
  const work = async () => {
    const code = left.shift();
    if (code) throw Object.assign(new Error(code), { code });
    return done('value');
  };
  const outcome = await inTransaction(db, work, { settlesByKey });
  return outcome.ok ? outcome.value : outcome.refusal.code;
}

test('a lock that stays taken is answered at once: nothing was done', async ({ db }) => {
  expect(await run(db, [LOCK_TIMEOUT], true)).toBe('BUSY');
});

test('what was surely aborted runs again, three times at most', async ({ db }) => {
  expect(await run(db, Array(3).fill(DEADLOCK), false)).toBe('value');
  expect(await run(db, Array(4).fill(DEADLOCK), false)).toBe('BUSY');
});

test('what never started runs again, with a key or without', async ({ db }) => {
  expect(await run(db, [TOO_MANY_CONNECTIONS], true)).toBe('value');
  expect(await run(db, [TOO_MANY_CONNECTIONS], false)).toBe('value');
});

test('with a key a lost connection runs again; without one somebody has to look', async ({
  db,
}) => {
  expect(await run(db, [LOST], true)).toBe('value');
  expect(await run(db, [LOST], false)).toBe('MAYBE_DONE');
});

test('after a lost connection nobody says that nothing was done', async ({ db }) => {
  // The lost try may still hold its locks until the server notices.
  expect(await run(db, [LOST, LOCK_TIMEOUT], true)).toBe('value');
  expect(await run(db, [LOST, ...Array(4).fill(DEADLOCK)], true)).toBe('OUTCOME_UNKNOWN');
});

test('a database out of reach is told from a busy one', async ({ db }) => {
  expect(await run(db, ['53100'], true)).toBe('UNAVAILABLE');
  expect(await run(db, ['POOL_EXHAUSTED'], true)).toBe('BUSY');
  expect(await run(db, ['ECONNREFUSED'], true)).toBe('value');
  expect(await run(db, [LOST, '53100'], true)).toBe('value');
});

test('a bug after a lost connection is reported, and nobody says that nothing was done', async ({
  workerDatabase,
}) => {
  const reported: unknown[] = [];
  const db = createDatabase({
    url: workerDatabase.url('app'),
    max: 1,
    onTrouble: (trouble, error) => reported.push(trouble, error),
  });
  expect(await run(db, [LOST, '23514'], true)).toBe('OUTCOME_UNKNOWN');
  expect(reported).toMatchObject(['command.unsettled', { code: '23514' }]);
  await expect(run(db, ['23514'], true)).rejects.toThrow('23514');
  await db.close();
});

test('a write that cannot be built takes the keys of its transaction with it', async ({ db }) => {
  const userId = await makeShopper(db);
  const wrong = undefined as unknown as string;
  const claiming = inTwoFlights(
    db,
    (sql) => sql`
      insert into idempotency_keys (user_id, action, key, request_hash, created_at)
      values (${userId}, 'checkout', ${randomUUID()}, 'hash', ${NOON.toISOString()})`,
    () => ({ value: 'written', write: (sql) => sql`select ${wrong}::text` }),
  );
  await expect(claiming).rejects.toMatchObject({ code: 'UNDEFINED_VALUE' });
  expect(await db.sql`select from idempotency_keys`).toHaveLength(0);
});

test('what a page may say after a while covers the longest that a write may take', async ({
  db,
}) => {
  const { answer_timeout: seconds } = db.sql.options as unknown as { answer_timeout: number };
  expect(SETTLED_AFTER_MS).toBeGreaterThanOrEqual(MOST_AGE_MS + seconds * 1_000);
});
