import type { Database } from '@/db/client';
import { type BatchQueue, createBatchQueue, QueueFullError } from './batch-queue';
import { type Outcome, refused } from './result';

/** An answer, and what its shopper waits for besides. */
export interface Told<Value, Refusal extends { code: string }> {
  outcome: Outcome<Value, Refusal>;
  /** Settled, never rejected. */
  recorded?: Promise<void>;
}

export type Answer<Value, Refusal extends { code: string }> = PromiseSettledResult<
  Told<Value, Refusal>
>;

/** Nobody waits longer than this for a batch to start, or for a turn of its own behind a refused one. */
export const MOST_WAIT_MS = 5_000;

const LIMITS = {
  /** As many who want one thing travel apart from all others. */
  crowd: 8,
  mostPerBatch: 128,
  /** About half a second of work; beyond it a shopper is told to wait rather than left waiting. */
  mostWaiting: 4_096,
  /** While the database is away each batch takes seconds: whoever came behind it hears of it too. */
  mostWaitMs: MOST_WAIT_MS,
};

/**
 * A command whose requests travel in batches, one queue a process and database (protocol.md: fact 5).
 *
 * @param run one answer a request, in their order
 * @param wantsOf what a request competes for (`createBatchQueue`)
 * @returns hands a request in; `BUSY` when too many wait, or it waited too long: nothing was done
 */
export function inBatches<Request, Value, Refusal extends { code: string }>(
  run: (db: Database, requests: Request[]) => Promise<Answer<Value, Refusal>[]>,
  wantsOf: (request: Request) => readonly number[],
): (db: Database, request: Request) => Promise<Outcome<Value, Refusal | { code: 'BUSY' }>> {
  const queues = new WeakMap<Database, BatchQueue<Request, Told<Value, Refusal>>>();
  return async (db, request) => {
    let queue = queues.get(db);
    if (!queue) {
      queue = createBatchQueue({ run: (requests) => run(db, requests), wantsOf, ...LIMITS });
      queues.set(db, queue);
    }
    try {
      const { outcome, recorded } = await queue.submit(request);
      await recorded;
      return outcome;
    } catch (error) {
      if (error instanceof QueueFullError) return refused({ code: 'BUSY' });
      throw error;
    }
  };
}
