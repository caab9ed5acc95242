import type { Database, TransactionSql } from '@/db/client';

const READS = 'isolation level repeatable read read only';

/** Runs a read on whichever connection is free first. */
export type SharedReads = <Rows>(read: (sql: TransactionSql) => Promise<Rows>) => Promise<Rows>;

/**
 * Reads on two connections at the same time what one moment of the database holds, so that a screen
 * of many sums uses two processors.
 *
 * @param reports a small pool of its own, taken from first: who waits for it holds nothing, and who has
 *   it waits for `db` alone
 * @param use what is handed to `read` first begins first: the dearest is best handed in first
 */
export function inOneSnapshot<Result>(
  db: Database,
  reports: Database,
  use: (read: SharedReads) => Promise<Result>,
): Promise<Result> {
  return reports.sql.begin(READS, async (beside) => {
    const [snapshot] = await beside<[{ id: string }]>`select pg_export_snapshot() as id`;
    return db.sql.begin(READS, async (sql) => {
      // It takes no parameter; the name is the server's own.
      await sql.unsafe(`set transaction snapshot '${snapshot.id}'`);
      return use(shareOut([sql, beside]));
    });
  }) as Promise<Result>;
}

function shareOut(free: TransactionSql[]): SharedReads {
  const waiting: ((sql: TransactionSql) => void)[] = [];
  return async (read) => {
    const sql = free.shift() ?? (await new Promise<TransactionSql>((next) => waiting.push(next)));
    // Behind a read that fails nothing begins: the transaction is over.
    const rows = await read(sql);
    const next = waiting.shift();
    if (next) next(sql);
    else free.push(sql);
    return rows;
  };
}
