/** How long the pool waits (hardening.md: Pool): for an answer, for a connection, for a server. */

import { createServer, type Server, type Socket } from 'node:net';
import { createDatabase, type DatabaseOptions } from '@/db/client';
import { test as base, expect } from '@/e2e/support/db-test';
import { startTcpProxy, type TcpProxy } from '@/e2e/support/tcp-proxy';

interface Scene {
  proxy: TcpProxy;
  /** A pool through the proxy. */
  open(options: Omit<DatabaseOptions, 'url'>): ReturnType<typeof createDatabase>;
}

const test = base.extend<{ scene: Scene }>({
  scene: async ({ workerDatabase }, use) => {
    const proxy = await startTcpProxy(workerDatabase.url('app'));
    const pools: ReturnType<typeof createDatabase>[] = [];
    await use({
      proxy,
      open: (options) => {
        const pool = createDatabase({ url: proxy.through(workerDatabase.url('app')), ...options });
        pools.push(pool);
        return pool;
      },
    });
    await Promise.all(pools.map((pool) => pool.sql.end({ timeout: 0 })));
    await proxy.close();
  },
});

/** What became of a statement: `answered`, or the code of its error. */
const resultOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error: { code?: string }) => error.code,
  );

test('a server that went silent is given up, and the pool opens a new connection', async ({
  scene: { proxy, open },
}) => {
  const { sql } = open({ max: 1, answerSeconds: 0.5 });
  await sql`SELECT 1`;
  proxy.set({ silent: true });
  const from = performance.now();
  const lost = [resultOf(sql`SELECT 1`), resultOf(sql`SELECT 2`)];
  expect(await Promise.all(lost)).toEqual(['ANSWER_TIMEOUT', 'ANSWER_TIMEOUT']);
  expect(performance.now() - from).toBeLessThan(2_000);
  proxy.restore();
  await expect.poll(() => resultOf(sql`SELECT 1`)).toBe('answered');
});

test('silence in the middle of a transaction ends it', async ({ scene: { proxy, open } }) => {
  const { sql } = open({ max: 1, answerSeconds: 0.5 });
  const lost = sql.begin(async (tx) => {
    await tx`SELECT 1`;
    proxy.set({ silent: true });
    await tx`SELECT 2`;
  });
  expect(await resultOf(lost)).toMatch(/ANSWER_TIMEOUT|CONNECTION_CLOSED/);
  proxy.restore();
  await expect.poll(() => resultOf(sql.begin((tx) => tx`SELECT 1`))).toBe('answered');
});

test('patience is with silence: answers that keep coming, or a connection at rest, are left alone', async ({
  scene: { proxy, open },
}) => {
  const { sql } = open({ max: 1, answerSeconds: 1.5 });
  const few = [1, 2, 3, 4, 5].map(() => resultOf(sql`SELECT pg_sleep(0.4)`));
  expect(await Promise.all(few)).toEqual(Array(5).fill('answered'));
  await open({ max: 1 }).sql`SELECT pg_sleep(2)`;
  expect(await resultOf(sql`SELECT 1`)).toBe('answered');
  expect(proxy.counts().connections).toBe(2);
});

test('nobody waits for a connection for long, nor in a crowd', async ({ scene: { open } }) => {
  const { sql } = open({ max: 2, waiting: { seconds: 0.3, most: 3 } });
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const holders: Promise<string | undefined>[] = [];
  for (const name of ['first', 'second']) {
    await new Promise<unknown>((taken) => {
      const holding = sql.begin(async (tx) => {
        taken(await tx`SELECT ${name}::text`);
        await held;
      });
      holders.push(resultOf(holding));
    });
  }
  const from = performance.now();
  let over = 0;
  const waiters = [1, 2, 3].map(async () => {
    const result = await resultOf(sql`SELECT 1`);
    over += 1;
    return result;
  });
  const tooMany = await resultOf(sql.begin((tx) => tx`SELECT 1`));
  expect(tooMany).toBe('POOL_EXHAUSTED');
  expect(over, 'refused before those who wait').toBe(0);
  expect(await Promise.all(waiters)).toEqual(Array(3).fill('POOL_EXHAUSTED'));
  expect(performance.now() - from).toBeLessThan(1_500);

  const patient = resultOf(sql`SELECT 1`);
  letGo();
  expect(await patient).toBe('answered');
  expect(await Promise.all(holders)).toEqual(['answered', 'answered']);
});

test('nobody waits behind the statement of another for longer than that either', async ({
  scene: { open },
}) => {
  const { sql } = open({ max: 1, waiting: { seconds: 0.3, most: 3 } });
  await sql`SELECT 1`;
  const slow = resultOf(sql`SELECT pg_sleep(1)`);
  const behind = [1, 2].map(() => resultOf(sql`SELECT 1`));
  expect(await Promise.all(behind)).toEqual(['POOL_EXHAUSTED', 'POOL_EXHAUSTED']);
  expect(await slow).toBe('answered');
  expect(await resultOf(sql`SELECT 1`)).toBe('answered');
});

test('a door that opens and shuts without a word is an error, not a wait', async () => {
  const server = await listen((socket) => socket.end());
  const { sql } = createDatabase({ url: urlOf(server), max: 1 });
  expect(await resultOf(sql`SELECT 1`)).toMatch(/CONNECT_CLOSED|ECONNRESET/);
  await sql.end({ timeout: 0 });
  server.close();
});

test('after an outage the pool is back within a second', async ({ workerDatabase }) => {
  const nobody = await listen(() => undefined);
  const url = new URL(workerDatabase.url('app'));
  const { port } = new URL(urlOf(nobody));
  await new Promise((resolve) => nobody.close(resolve));
  const away = new URL(url);
  away.port = port;
  const { sql } = createDatabase({ url: away.href, max: 1 });
  // As many tries as bring the driver's own pause to its longest.
  for (let i = 0; i < 8; i++) expect(await resultOf(sql`SELECT 1`)).toBe('ECONNREFUSED');
  const from = performance.now();
  expect(await resultOf(sql`SELECT 1`)).toBe('ECONNREFUSED');
  expect(performance.now() - from).toBeLessThan(1_000);
  await sql.end({ timeout: 0 });
});

function listen(onConnection: (socket: Socket) => void): Promise<Server> {
  const server = createServer(onConnection);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function urlOf(server: Server): string {
  const address = server.address();
  return `postgres://u:p@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/none`;
}
