import type { Database, TransactionSql } from '@/db/client';

const READS = 'isolation level repeatable read read only';

/**
 * Reads on two connections at the same time what one moment of the database holds, so that a screen
 * of many sums uses two processors.
 *
 * @param reports a small pool of its own, taken from first: who waits for it holds nothing, and who has
 *   it waits for `db` alone
 * @param read gets a transaction of each
 */
export function inOneSnapshot<Result>(
  db: Database,
  reports: Database,
  read: (sql: TransactionSql, beside: TransactionSql) => Promise<Result>,
): Promise<Result> {
  return reports.sql.begin(READS, async (beside) => {
    const [snapshot] = await beside<[{ id: string }]>`select pg_export_snapshot() as id`;
    return db.sql.begin(READS, async (sql) => {
      // It takes no parameter; the name is the server's own.
      await sql.unsafe(`set transaction snapshot '${snapshot.id}'`);
      return read(sql, beside);
    });
  }) as Promise<Result>;
}
