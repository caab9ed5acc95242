import type { Database, TransactionSql } from '@/db/client';

const READS = 'isolation level repeatable read read only';

/** Runs a read on whichever connection is free first. */
export type SharedReads = <Rows>(read: (sql: TransactionSql) => Promise<Rows>) => Promise<Rows>;

/**
 * Reads on two connections at the same time what one moment of the database holds, so that a screen
 * of many sums uses two processors; workers beside each would take as much again from those who pay.
 *
 * @param reports a small pool of its own, taken from first: who waits for it holds nothing, and who has
 *   it waits for `db` alone
 * @param use what is handed to `read` first begins first: the dearest is best handed in first. When one
 *   fails none begins any more, and the transactions end after those that are under way
 */
export function inOneSnapshot<Result>(
  db: Database,
  reports: Database,
  use: (read: SharedReads) => Promise<Result>,
): Promise<Result> {
  return reports.sql.begin(READS, async (beside) => {
    const [snapshot] = await beside<[{ id: string }]>`
      select pg_export_snapshot() as id, set_config('max_parallel_workers_per_gather', '0', true)`;
    return db.sql.begin(READS, async (sql) => {
      // It takes no parameter; the name is the server's own.
      await sql.unsafe(`set transaction snapshot '${snapshot.id}';
        set local max_parallel_workers_per_gather = 0`);
      const { read, ended } = shareOut([sql, beside]);
      try {
        return await use(read);
      } finally {
        // What is sent behind a ROLLBACK travels with whoever has the connection by then.
        await ended();
      }
    });
  }) as Promise<Result>;
}

function shareOut(free: TransactionSql[]): { read: SharedReads; ended(): Promise<unknown> } {
  const waiting: ((sql: TransactionSql) => void)[] = [];
  const running = new Set<Promise<unknown>>();
  let failed = false;
  const read: SharedReads = async (from) => {
    const sql = free.shift() ?? (await new Promise<TransactionSql>((next) => waiting.push(next)));
    const rows = from(sql);
    running.add(rows);
    try {
      return await rows;
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      running.delete(rows);
      // Behind a read that fails none begins, on neither connection.
      const next = failed ? undefined : waiting.shift();
      if (next) next(sql);
      else free.push(sql);
    }
  };
  return { read, ended: () => Promise.allSettled(running) };
}
