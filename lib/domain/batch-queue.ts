import { setImmediate as nextTurn } from 'node:timers/promises';

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
  wants: readonly number[];
  /** In milliseconds of `performance.now()`. */
  since: number;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** One batch at a time. */
interface Lane<Command, Answer> {
  waiting: Waiting<Command, Answer>[];
  running: boolean;
  /** The batch before: those who press again at once are still the same crowd. */
  last: Waiting<Command, Answer>[];
}

/**
 * Two lanes: commands that many want the same thing of travel in the crowd's, all others in the quiet
 * one, so that a flood on one product holds up nobody who buys another.
 *
 * @param run answers a batch, one settled answer a command in their order; when it throws, every
 *   command of the batch fails with that error. It is called for both lanes at the same time
 * @param wantsOf what a command competes for, as far as the caller knows; a wrong answer costs time
 * @param crowd more commands than this that want the same thing are a crowd
 * @param mostPerBatch commands in one batch at most
 * @param mostWaiting commands in the queue at most
 * @param mostWaitMs nobody waits longer than this for a batch to start; none of theirs was begun
 */
export function createBatchQueue<Command, Answer>({
  run,
  wantsOf,
  crowd,
  mostPerBatch,
  mostWaiting,
  mostWaitMs,
}: {
  run(commands: Command[]): Promise<PromiseSettledResult<Answer>[]>;
  wantsOf(command: Command): readonly number[];
  crowd: number;
  mostPerBatch: number;
  mostWaiting: number;
  mostWaitMs: number;
}): BatchQueue<Command, Answer> {
  // Stryker disable next-line ArrayDeclaration: what is no command wants nothing that is counted
  const newLane = (): Lane<Command, Answer> => ({ waiting: [], running: false, last: [] });
  const quiet = newLane();
  const crowded = newLane();
  /** How many commands want a thing: of those waiting, under way, and of the batches before. */
  const wanted = new Map<number, number>();

  async function work(lane: Lane<Command, Answer>): Promise<void> {
    while (lane.waiting.length > 0) {
      const latest = performance.now() - mostWaitMs;
      const inTime = lane.waiting.findIndex(({ since }) => since >= latest);
      const tooLate = lane.waiting.splice(0, inTime < 0 ? lane.waiting.length : inTime);
      for (const { reject } of tooLate) reject(new QueueFullError());
      forget(tooLate);

      const batch = lane.waiting.splice(0, mostPerBatch);
      if (batch.length > 0) await answer(batch);
      forget(lane.last);
      lane.last = batch;
      // The answers go out first, and whoever has arrived by then joins: else those who wait and those
      // who were just answered take turns in half batches, for good.
      // Stryker disable next-line ConditionalExpression,EqualityOperator: with nobody waiting it ends
      if (lane.waiting.length > 0) await nextTurn();
    }
    lane.running = false;
  }

  async function answer(batch: Waiting<Command, Answer>[]): Promise<void> {
    try {
      const answers = await run(batch.map(({ command }) => command));
      batch.forEach(({ resolve, reject }, i) => {
        const settled = answers[i];
        if (settled?.status === 'fulfilled') resolve(settled.value);
        else reject(settled?.reason ?? new Error('a command got no answer'));
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  function laneOf(wants: readonly number[]): Lane<Command, Answer> {
    let lane = quiet;
    for (const thing of wants) {
      const many = (wanted.get(thing) ?? 0) + 1;
      wanted.set(thing, many);
      if (many > crowd) lane = crowded;
    }
    return lane;
  }

  function forget(gone: Waiting<Command, Answer>[]): void {
    for (const thing of gone.flatMap(({ wants }) => wants)) {
      const left = (wanted.get(thing) ?? 0) - 1;
      // Stryker disable next-line ConditionalExpression,EqualityOperator: a 0 that stays counts as none
      if (left > 0) wanted.set(thing, left);
      else wanted.delete(thing);
    }
  }

  return {
    submit(command) {
      if (quiet.waiting.length + crowded.waiting.length >= mostWaiting) {
        return Promise.reject(new QueueFullError());
      }
      return new Promise((resolve, reject) => {
        const wants = wantsOf(command);
        const lane = laneOf(wants);
        lane.waiting.push({ command, wants, since: performance.now(), resolve, reject });
        if (lane.running) return;
        lane.running = true;
        // A microtask later, so that commands submitted in the same breath travel together.
        queueMicrotask(() => void work(lane));
      });
    },
  };
}
