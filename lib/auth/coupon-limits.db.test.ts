import { createDatabase, type Database } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import { type CodeTry, waitForCode } from './coupon-limits';

const HERE = '203.0.113.7';
const guesser: CodeTry = { userId: 1, address: HERE, purpose: 'apply' };

/** Gives codes at the same time. @returns the waits, 0: looked up, null: nothing could be counted */
function give(db: Database | Database[], tries: CodeTry[], exists: boolean) {
  const instances = Array.isArray(db) ? db : [db];
  return Promise.all(
    tries.map((attempt, i) =>
      waitForCode(instances[i % instances.length] as Database, attempt, async () => exists),
    ),
  );
}

const times = (count: number, attempt: CodeTry) =>
  Array.from({ length: count }, (): CodeTry => attempt);
const lookedUp = (waits: (number | null)[]) => waits.filter((wait) => wait === 0).length;

test('a guesser gets five codes in ten seconds, over two instances, and nothing looks at the rest', async ({
  db,
  workerDatabase,
}) => {
  const other = createDatabase({ url: workerDatabase.url('app'), max: 5 });
  const waits = await give([db, other], times(40, guesser), false);
  await other.close();
  expect(lookedUp(waits)).toBe(5);
  for (const wait of waits) expect(wait).toBeLessThanOrEqual(10);

  let looks = 0;
  const wait = await waitForCode(db, guesser, async () => {
    looks++;
    return true;
  });
  expect(wait).toBeGreaterThan(0);
  expect(looks, 'an existing code is not told from another while waiting').toBe(0);
});

test('whoever slipped at Apply can still pay, a script that goes on there is slowed down too', async ({
  db,
}) => {
  await give(db, times(10, guesser), false);
  const paying: CodeTry = { ...guesser, purpose: 'pay' };
  expect(lookedUp(await give(db, times(30, paying), false))).toBe(10);
});

test('existing codes never count, one after the other or a hundred shoppers at once', async ({
  db,
}) => {
  for (let codes = 0; codes < 30; codes++) expect(await give(db, [guesser], true)).toEqual([0]);
  const many = Array.from({ length: 100 }, (_, i): CodeTry => ({ ...guesser, userId: 100 + i }));
  expect(lookedUp(await give(db, many, true))).toBe(100);
});

test('guessing with many accounts from one address is slowed down, elsewhere nobody is', async ({
  db,
}) => {
  for (let userId = 1; userId <= 60; userId++) {
    expect(await give(db, [{ ...guesser, userId }], false)).toEqual([0]);
  }
  const [wait] = await give(db, [{ ...guesser, userId: 61 }], false);
  expect(wait).toBeGreaterThan(0);
  const elsewhere = { ...guesser, userId: 61, address: '198.51.100.9' };
  expect(await give(db, [elsewhere], false)).toEqual([0]);
});

test('a guest counts as one account of the address', async ({ db }) => {
  expect(lookedUp(await give(db, times(20, { ...guesser, userId: null }), false))).toBe(5);
  expect(await give(db, [guesser], false)).toEqual([0]);
});

test('a database that is away counts nothing and throws nothing', async ({ workerDatabase }) => {
  const url = new URL(workerDatabase.url('app'));
  url.port = '1';
  const away = createDatabase({ url: url.href, max: 1 });
  expect(await give(away, [guesser], true)).toEqual([null]);
  await away.close();
});
