/** Two transactions that meet at a row, in an order that a test can rely on. */

import { expect } from '@playwright/test';
import postgres from 'postgres';
import { createDatabase } from '@/db/client';
import { done, refused } from '@/lib/domain/result';
import { inTransaction, type Transaction } from '@/lib/domain/transaction';
import type { WorkerDatabase } from './db-test';

interface Meeting<Answer> {
  /** Changes rows first, on a connection of its own; committed once the command waits for them. */
  change(tx: Transaction): Promise<unknown>;
  /** The change is taken back instead. */
  undone?: boolean;
  /** Starts while they are changed and not committed. */
  command(): Promise<Answer>;
  /** Looks at the locks, past every right, while the command waits. */
  look?(superuser: postgres.Sql): Promise<unknown>;
}

/**
 * What a command answers that had to wait for another transaction. It fails when the command does
 * not come to wait.
 */
export async function meetAtLock<Answer>(
  workerDatabase: WorkerDatabase,
  { change, undone = false, command, look = async () => undefined }: Meeting<Answer>,
): Promise<Answer> {
  const first = createDatabase({ url: workerDatabase.url('app'), max: 1 });
  const superuser = postgres(workerDatabase.url('superuser'), { max: 1 });
  const waiting = async () => {
    const [row] = await superuser<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity
      where datname = ${workerDatabase.name} and wait_event_type = 'Lock'`;
    return row?.n;
  };
  let second: Promise<Answer> | undefined;
  try {
    await inTransaction(first, async (tx) => {
      await change(tx);
      second = command();
      second.catch(() => undefined);
      await expect.poll(waiting, { intervals: [20], message: 'the command waits' }).toBe(1);
      await look(superuser);
      return undone ? refused({ code: 'UNDONE' }) : done(null);
    });
    return await (second as unknown as Promise<Answer>);
  } finally {
    await second?.catch(() => undefined);
    await first.close();
    await superuser.end();
  }
}
