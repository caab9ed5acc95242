import { createDatabase } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import { countSignIn, forgiveSignIn } from './sign-in-limits';

const guesser = { email: 'owner@example.com', address: '203.0.113.7' };
const owner = { email: 'owner@example.com', address: '198.51.100.9' };

test('a guesser waits ten seconds at most while the owner elsewhere goes on', async ({ db }) => {
  const waits: number[] = [];
  for (let tries = 0; tries < 30; tries++) waits.push(await countSignIn(db, guesser));
  expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
  for (const wait of waits.slice(5)) {
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(10);
  }
  expect(await countSignIn(db, owner)).toBe(0);
});

test('tries at the same time, on two instances, are counted together', async ({
  db,
  workerDatabase,
}) => {
  const other = createDatabase({ url: workerDatabase.url('app'), max: 5 });
  try {
    const tries = Array.from({ length: 40 }, (_, i) => countSignIn(i % 2 ? db : other, guesser));
    const through = (await Promise.all(tries)).filter((wait) => wait === 0);
    expect(through).toHaveLength(5);
  } finally {
    await other.close();
  }
});

test('guessing one account from everywhere and every account from one place are both slowed', async ({
  db,
}) => {
  const count = async (attempts: { email: string; address: string }[]) => {
    const waits = await Promise.all(attempts.map((attempt) => countSignIn(db, attempt)));
    return waits.filter((wait) => wait === 0).length;
  };
  const many = Array.from({ length: 100 }, (_, i) => i);
  const { email } = owner;
  expect(await count(many.map((i) => ({ email, address: `192.0.2.${i}` })))).toBe(20);
  const address = '198.18.0.1';
  expect(await count(many.map((i) => ({ email: `u${i}@example.com`, address })))).toBe(60);
});

test('whoever signs in rightly is not counted', async ({ db }) => {
  for (let visits = 0; visits < 30; visits++) {
    expect(await countSignIn(db, owner)).toBe(0);
    await forgiveSignIn(db, owner);
  }
});
