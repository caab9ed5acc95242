/** The proxy itself: each condition does to a connection what it says, on a real PostgreSQL. */

import postgres, { type Sql } from 'postgres';
import { test as base, expect } from './db-test';
import { type CutPoint, startTcpProxy, type TcpProxy } from './tcp-proxy';

interface Scene {
  proxy: TcpProxy;
  /** One connection through the proxy. */
  sql: Sql;
  /** Names committed, asked past the proxy. */
  marks(): Promise<string[]>;
}

const test = base.extend<{ scene: Scene }>({
  scene: async ({ workerDatabase }, use) => {
    const direct = postgres(workerDatabase.url('owner'), { max: 1, onnotice: () => undefined });
    await direct`DROP TABLE IF EXISTS marks`;
    await direct`CREATE TABLE marks (name text PRIMARY KEY)`;
    const proxy = await startTcpProxy(workerDatabase.url('owner'));
    const options = { max: 1, fetch_types: false, connect_timeout: 2 };
    const sql = postgres(proxy.through(workerDatabase.url('owner')), options);
    const marks = async () => {
      const rows = await direct<{ name: string }[]>`SELECT name FROM marks ORDER BY name`;
      return rows.map(({ name }) => name);
    };
    await sql`SELECT 1`;
    await use({ proxy, sql, marks });
    await sql.end({ timeout: 0 });
    await proxy.close();
    await direct`DROP TABLE marks`;
    await direct.end();
  },
});

const LOST = /CONNECTION_CLOSED|ECONNRESET/;

/** Writes one mark in a transaction. Statements sent together share a round trip. */
const writeMark = (sql: Sql, name: string) =>
  sql.begin(async (tx) => {
    await Promise.all([tx`INSERT INTO marks VALUES (${name})`, tx`SELECT 1`]);
  });

const once = () => {
  let left = 1;
  return () => left-- > 0;
};

test('it counts round trips as the application waits for them', async ({ scene }) => {
  const { proxy, sql } = scene;
  await writeMark(sql, 'warm');
  const before = proxy.counts();
  await writeMark(sql, 'counted');
  const { roundTrips, commits, connections } = proxy.counts();
  // BEGIN, both statements together, COMMIT.
  expect(roundTrips - before.roundTrips).toBe(3);
  expect(commits - before.commits).toBe(1);
  expect(connections).toBe(1);
});

test('a delay is added to each round trip once, and order is kept', async ({ scene }) => {
  const { proxy, sql, marks } = scene;
  await writeMark(sql, 'warm');
  proxy.set({ delayMs: 500 });
  const from = performance.now();
  await writeMark(sql, 'slow');
  const took = performance.now() - from;
  expect(took).toBeGreaterThanOrEqual(1_500);
  expect(took).toBeLessThan(3_000);
  const answers = await Promise.all([1, 2, 3, 4].map((n) => sql`SELECT ${n}::int AS n`));
  expect(answers.map(([row]) => row?.n)).toEqual([1, 2, 3, 4]);
  expect(await marks()).toEqual(['slow', 'warm']);
});

const leaves: Record<CutPoint, string[]> = {
  send: [],
  answer: [],
  'commit-sent': [],
  'commit-answered': ['mark'],
};

for (const at of Object.keys(leaves) as CutPoint[]) {
  // The first transaction of a connection prepares its COMMIT, the second executes it.
  for (const transaction of ['first', 'second']) {
    test(`cut at ${at}, in the ${transaction} transaction of a connection`, async ({ scene }) => {
      const { proxy, sql, marks } = scene;
      if (transaction === 'second') await sql.begin((tx) => tx`SELECT 1`);
      proxy.set({ cut: { at, when: once() } });
      await expect(writeMark(sql, 'mark')).rejects.toThrow(LOST);
      expect(proxy.counts().cuts).toBe(1);
      await expect.poll(marks).toEqual(leaves[at]);
      await writeMark(sql, 'after');
      expect(await marks()).toEqual(['after', ...leaves[at]]);
    });
  }
}

test('silent: no answer and no goodbye; a connection that lost bytes stays dead', async ({
  scene,
  workerDatabase,
}) => {
  const { proxy, sql, marks } = scene;
  proxy.set({ silent: true });
  let settled = false;
  const swallowed = sql`INSERT INTO marks VALUES ('swallowed')`.execute();
  swallowed
    .catch(() => undefined)
    .finally(() => {
      settled = true;
    });
  // A new connection gets as far as the proxy and no farther.
  const other = postgres(proxy.through(workerDatabase.url('owner')), {
    max: 1,
    connect_timeout: 1,
  });
  await expect(other`SELECT 1`.then()).rejects.toThrow('CONNECT_TIMEOUT');
  proxy.restore();
  expect(settled).toBe(false);
  expect(await marks()).toEqual([]);
});

test('cutting all ends every open connection, and new ones are served', async ({ scene }) => {
  const { proxy, sql } = scene;
  const lost = sql`SELECT pg_sleep(30)`.catch((error: Error) => error.message);
  proxy.cutAll();
  expect(await lost).toMatch(LOST);
  await expect.poll(() => sql`SELECT 1 AS one`.catch(() => 'lost')).toEqual([{ one: 1 }]);
});
