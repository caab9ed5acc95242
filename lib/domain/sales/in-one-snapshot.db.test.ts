import { expect, test } from '@/e2e/support/db-test';
import { inOneSnapshot } from './in-one-snapshot';

test('two connections see one moment, and each takes the next read', async ({ db }) => {
  const at = await inOneSnapshot(db, db, async (read) => {
    // Whoever looked only now would see that it has ended.
    await db.sql`select pg_current_xact_id()`;
    return Promise.all(
      Array.from({ length: 5 }, () =>
        read(async (sql) => {
          const [row] = await sql<{ seen: string; backend: number; workers: string }[]>`
            select pg_current_snapshot()::text as seen, pg_backend_pid() as backend,
              current_setting('max_parallel_workers_per_gather') as workers`;
          return row;
        }),
      ),
    );
  });
  expect(new Set(at.map((row) => row?.seen)).size).toBe(1);
  expect(new Set(at.map((row) => row?.backend)).size).toBe(2);
  expect(new Set(at.map((row) => row?.workers))).toEqual(new Set(['0']));
});

test('behind a read that fails none begins, and the others end inside their transaction', async ({
  db,
}) => {
  const seen: string[] = [];
  let fails = (): void => undefined;
  const failure = new Promise<void>((resolve) => {
    fails = resolve;
  });
  const reading = inOneSnapshot(db, db, (read) =>
    Promise.all([
      read(async (sql) => {
        await failure;
        // Whatever the rejection sets in motion has had its turn by then.
        await sql`select 1`;
        const [row] = await sql<{ isolation: string }[]>`
          select current_setting('transaction_isolation') as isolation`;
        seen.push(row?.isolation ?? 'none');
      }),
      read(async (sql) => {
        await sql`select 1 / 0`.catch((error: unknown) => {
          fails();
          throw error;
        });
      }),
      read(async () => {
        seen.push('began');
      }),
    ]),
  );
  await expect(reading).rejects.toThrow('division by zero');
  expect(seen).toEqual(['repeatable read']);
});
