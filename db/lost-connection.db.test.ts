/**
 * What db/patches mends (`protocol.md`, fact 1): a transaction whose connection dies ends there, and
 * nothing of it reaches a connection again. Each case ends the backend at another point.
 */

import postgres from 'postgres';
import {
  createDatabase,
  type Database,
  type ReservedSql,
  type Sql,
  type TransactionSql,
} from '@/db/client';
import { test as base, expect } from '@/e2e/support/db-test';

interface Scene {
  /** A pool of two connections: what is lost is soon in use by somebody else. */
  pool: Database;
  /** Ends a backend and waits until it is gone. */
  kill(pid: number): Promise<void>;
  /** Names committed into `marks`. */
  marks(): Promise<string[]>;
  uncaught: unknown[];
}

const test = base.extend<{ scene: Scene }>({
  scene: async ({ workerDatabase }, use) => {
    const admin = postgres(workerDatabase.url('superuser'), { max: 1, onnotice: () => undefined });
    await admin`DROP TABLE IF EXISTS marks`;
    await admin`CREATE TABLE marks (name text PRIMARY KEY)`;
    await admin`GRANT SELECT, INSERT ON marks TO jangteo_app`;
    const uncaught: unknown[] = [];
    const collect = (error: unknown) => uncaught.push(error);
    process.on('uncaughtException', collect).on('unhandledRejection', collect);
    const pool = createDatabase({ url: workerDatabase.url('app'), max: 2 });
    await use({
      pool,
      uncaught,
      marks: async () => {
        const rows = await admin<{ name: string }[]>`SELECT name FROM marks ORDER BY name`;
        return rows.map(({ name }) => name);
      },
      kill: async (pid) => {
        await admin`SELECT pg_terminate_backend(${pid}, 5000)`;
      },
    });
    await pool.close();
    await admin`DROP TABLE marks`;
    await admin.end();
    process.off('uncaughtException', collect).off('unhandledRejection', collect);
    expect(uncaught, 'nothing escapes past the caller').toEqual([]);
  },
});

async function pidOf(sql: Sql | TransactionSql): Promise<number> {
  const [row] = await sql<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  return row?.pid ?? 0;
}

const LOST = /CONNECTION_CLOSED|CONNECTION_DESTROYED|terminating connection|ECONNRESET|EPIPE/;

const points: Record<string, (tx: TransactionSql, die: () => Promise<void>) => Promise<unknown>> = {
  'before its first statement': async (tx, die) => {
    await die();
    await tx`INSERT INTO marks VALUES ('lost-1')`;
  },
  'between two statements': async (tx, die) => {
    await tx`INSERT INTO marks VALUES ('lost-1')`;
    await die();
    await tx`INSERT INTO marks VALUES ('lost-2')`;
  },
  'with its errors caught and more statements sent': async (tx, die) => {
    await tx`INSERT INTO marks VALUES ('lost-1')`;
    await die();
    for (const name of ['lost-2', 'lost-3', 'lost-4']) {
      await tx`INSERT INTO marks VALUES (${name})`.catch(() => undefined);
    }
  },
  'before COMMIT': async (tx, die) => {
    await tx`INSERT INTO marks VALUES ('lost-1')`;
    await die();
  },
  'in the middle of a statement': async (tx, die) => {
    await tx`INSERT INTO marks VALUES ('lost-1')`;
    await Promise.all([tx`SELECT pg_sleep(4)`, die()]);
  },
  'with statements in flight together': async (tx, die) => {
    await tx`INSERT INTO marks VALUES ('lost-1')`;
    await Promise.all([
      tx`SELECT pg_sleep(4)`,
      ...['lost-2', 'lost-3'].map((name) => tx`INSERT INTO marks VALUES (${name})`),
      die(),
    ]);
  },
  'before ROLLBACK': async (tx, die) => {
    await tx`INSERT INTO marks VALUES ('lost-1')`;
    await die();
    throw new Error('CONNECTION_CLOSED was on its way');
  },
};

for (const [point, body] of Object.entries(points)) {
  test(`a transaction whose backend dies ${point} leaves nothing and harms nobody`, async ({
    scene,
  }) => {
    const { pool, kill, marks } = scene;
    for (let round = 0; round < 5; round++) {
      const before = await marks();
      const lost = pool.sql.begin(async (tx) => {
        const pid = await pidOf(tx);
        await body(tx, () => kill(pid));
      });
      const load = Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          pool.sql.begin(async (tx) => {
            await tx`INSERT INTO marks VALUES (${`${point}-${round}-${i}-a`})`;
            await tx`INSERT INTO marks VALUES (${`${point}-${round}-${i}-b`})`;
          }),
        ),
      );
      await expect(lost).rejects.toThrow(LOST);
      await load;
      const after = await marks();
      expect(after.filter((name) => name.startsWith('lost'))).toEqual([]);
      expect(after).toHaveLength(before.length + 40);
    }
    expect(await pidOf(pool.sql)).toBeGreaterThan(0);
  });
}

test('a callback that goes on after the loss cannot reach another transaction', async ({
  scene: { pool, kill, marks },
}) => {
  const next = deferred();
  const lateErrors: unknown[] = [];
  const late = deferred();
  const lost = pool.sql.begin(async (tx) => {
    await kill(await pidOf(tx));
    await next.promise;
    await tx`INSERT INTO marks VALUES ('late')`.catch((error: unknown) => lateErrors.push(error));
    late.resolve(undefined);
  });
  await expect(lost).rejects.toThrow(LOST);
  await Promise.all(
    ['x', 'y'].map((name) =>
      pool.sql
        .begin(async (tx) => {
          await tx`INSERT INTO marks VALUES (${name})`;
          next.resolve(undefined);
          await late.promise;
          await tx`SELECT 1`;
          throw new Error('rolled back on purpose');
        })
        .catch((error: Error) => expect(error.message).toBe('rolled back on purpose')),
    ),
  );
  expect(lateErrors).toHaveLength(1);
  expect(await marks()).toEqual([]);
});

test('a reserved connection that dies refuses everything after, and the pool goes on', async ({
  scene: { pool, kill },
}) => {
  const reserved = await pool.sql.reserve();
  const [row] = await reserved<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  await kill(row?.pid ?? 0);
  for (let i = 0; i < 3; i++) await expect(reserved`SELECT 1`.then()).rejects.toThrow(LOST);
  await Promise.all(Array.from({ length: 10 }, () => pool.sql`SELECT 1`));
  await expect(reserved`SELECT 1`.then()).rejects.toThrow(LOST);
  reserved.release();
  await Promise.all(Array.from({ length: 10 }, () => pool.sql`SELECT 1`));
});

test('reserve() answers on a pool without a connection, and a released one is closed to its holder', async ({
  scene: { pool },
}) => {
  const [a, b] = await Promise.all([pool.sql.reserve(), pool.sql.reserve()]);
  expect(await a`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  a.release();
  await expect(a`SELECT 1`.then()).rejects.toThrow('given back');
  expect(await pool.sql`SELECT 2 AS two`).toEqual([{ two: 2 }]);
  b.release();
});

test('a statement that cannot be built fails alone among statements in flight', async ({
  scene: { pool },
}) => {
  const wrong = undefined as unknown as string;
  const answers = await pool.sql
    .begin((tx) =>
      Promise.allSettled([tx`SELECT 1 AS n`, tx`SELECT ${wrong} AS n`, tx`SELECT 3 AS n`]),
    )
    .catch((error: { code?: string }) => error.code);
  expect(answers).toBe('UNDEFINED_VALUE');
  const all = await Promise.all([1, 2, 3, 4].map((n) => pool.sql`SELECT ${n}::int AS n`));
  expect(all.map(([row]) => row?.n)).toEqual([1, 2, 3, 4]);
});

test('BEGIN at the end of a full pipeline still reserves its connection', async ({
  workerDatabase,
}) => {
  const pool = createDatabase({ url: workerDatabase.url('app'), max: 1 });
  await pool.sql`SELECT 1`;
  const before = Array.from({ length: 100 }, (_, i) => pool.sql`SELECT ${i}::int AS n`.execute());
  const transaction = pool.sql.begin(async (tx) => {
    const [row] = await tx`SELECT pg_current_xact_id() AS id`;
    const [again] = await tx`SELECT pg_current_xact_id() AS id`;
    return row?.id === again?.id;
  });
  const after = Array.from({ length: 100 }, (_, i) => pool.sql`SELECT ${i}::int AS n`.execute());
  expect(await transaction).toBe(true);
  await Promise.all([...before, ...after]);
  const [state] = await pool.sql`SELECT pg_current_xact_id_if_assigned() IS NULL AS outside`;
  expect(state?.outside).toBe(true);
  await pool.close();
});

test('a statement that the server forgot is not run again behind what was sent after it', async ({
  workerDatabase,
  scene: { marks },
}) => {
  const pool = createDatabase({ url: workerDatabase.url('app'), max: 1 });
  const mark = (sql: Sql | ReservedSql, name: string) => sql`INSERT INTO marks VALUES (${name})`;
  const forget = () => pool.sql.unsafe('deallocate all');
  await mark(pool.sql, 'prepared');
  await forget();
  // Alone it is.
  await mark(pool.sql, 'alone');
  await forget();

  const reserved = await pool.sql.reserve();
  const answers = await Promise.allSettled([
    reserved`begin`.simple().execute(),
    mark(reserved, 'rolled back').execute(),
    reserved`rollback`.simple().execute(),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  reserved.release();
  await mark(pool.sql, 'prepared anew');
  await forget();
  const behind = await Promise.allSettled([
    mark(pool.sql, 'first').execute(),
    pool.sql`SELECT 1`.execute(),
  ]);
  expect(behind.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(await marks()).toEqual(['alone', 'prepared', 'prepared anew']);
  await pool.close();
});

function deferred() {
  let resolve: (value: unknown) => void = () => undefined;
  const promise = new Promise<unknown>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
