/** Turns commands that arrive together into batches (protocol.md: fact 5). */
export interface BatchQueue<Command, Answer> {
  /**
   * Hands in a command; alone it is a batch of one and waits for nobody.
   * @throws QueueFullError when too many wait already, or it waited too long to be worth starting
   */
  submit(command: Command): Promise<Answer>;
}

export class QueueFullError extends Error {
  constructor() {
    super('too many commands are waiting');
  }
}

interface Waiting<Command, Answer> {
  command: Command;
  /** In milliseconds of `performance.now()`. */
  since: number;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * @param run answers a batch, one settled answer a command in their order; when it throws, every
 *   command of the batch fails with that error
 * @param workers batches under way at once
 * @param mostPerBatch commands in one batch at most
 * @param mostWaiting commands in the queue at most
 * @param mostWaitMs nobody waits longer than this for a batch to start; none of theirs was begun
 */
export function createBatchQueue<Command, Answer>({
  run,
  workers,
  mostPerBatch,
  mostWaiting,
  mostWaitMs,
}: {
  run(commands: Command[]): Promise<PromiseSettledResult<Answer>[]>;
  workers: number;
  mostPerBatch: number;
  mostWaiting: number;
  mostWaitMs: number;
}): BatchQueue<Command, Answer> {
  const queue: Waiting<Command, Answer>[] = [];
  let busyWorkers = 0;

  async function work(): Promise<void> {
    busyWorkers += 1;
    while (queue.length > 0) {
      const latest = performance.now() - mostWaitMs;
      while (queue[0] && queue[0].since < latest) queue.shift()?.reject(new QueueFullError());
      const batch = queue.splice(0, mostPerBatch);
      if (batch.length === 0) break;
      try {
        const answers = await run(batch.map(({ command }) => command));
        batch.forEach(({ resolve, reject }, i) => {
          const answer = answers[i];
          if (answer?.status === 'fulfilled') resolve(answer.value);
          else reject(answer?.reason ?? new Error('a command got no answer'));
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    busyWorkers -= 1;
  }

  return {
    submit(command) {
      if (queue.length >= mostWaiting) return Promise.reject(new QueueFullError());
      return new Promise((resolve, reject) => {
        queue.push({ command, since: performance.now(), resolve, reject });
        // A microtask later, so that commands submitted in the same breath travel together.
        if (busyWorkers < workers) {
          busyWorkers += 1;
          queueMicrotask(() => {
            busyWorkers -= 1;
            void work();
          });
        }
      });
    },
  };
}
