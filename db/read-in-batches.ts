import type postgres from 'postgres';
import type { Database } from './client';

/**
 * The rows of a query of any length, batch by batch, on one snapshot: a read-only transaction with a
 * cursor, that holds one batch and one connection of the pool until it ends or its reader leaves.
 * Each batch has the session's `statement_timeout`; a reader who stops asking is dropped by
 * `idle_in_transaction_session_timeout`. For readers who are trusted with a connection.
 *
 * @param query a fragment of the pool's own `sql`, parameters included; instants come as ISO strings
 */
export async function* readInBatches<Row extends object>(
  { sql }: Database,
  query: postgres.PendingQuery<Row[]>,
  rowsAtOnce = 1_000,
): AsyncGenerator<Row[], void> {
  // Whoever writes waits until the batch before was taken.
  const { readable, writable } = new TransformStream<Row[], Row[]>(undefined, undefined, {
    highWaterMark: 0,
  });
  const writer = writable.getWriter();
  sql
    .begin('isolation level repeatable read read only', async (tx) => {
      // A query may look thousands of keys up: better in memory than row by row.
      await tx`select set_config('work_mem', '64MB', true)`;
      await tx`declare batches no scroll cursor for ${query}`;
      for (;;) {
        await writer.ready;
        const rows = await tx.unsafe<Row[]>(`fetch ${rowsAtOnce} from batches`);
        if (rows.length === 0) return;
        await writer.write(rows);
      }
    })
    .then(
      () => writer.close(),
      (error) => writer.abort(error),
    )
    // The reader has left, or has had the error already.
    .catch(() => undefined);
  yield* readable;
}
