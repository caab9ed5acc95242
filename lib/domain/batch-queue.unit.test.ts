import { expect, test } from '@playwright/test';
import { createBatchQueue, QueueFullError } from './batch-queue';

/** A queue whose batches last until `finish` is called. */
function heldQueue(limits: { mostWaiting?: number; mostWaitMs?: number } = {}) {
  const batches: string[][] = [];
  const finishers: (() => void)[] = [];
  const queue = createBatchQueue<string, string>({
    run: (commands) => {
      batches.push(commands);
      return new Promise((resolve) => {
        const answers = commands.map((value) => ({ status: 'fulfilled' as const, value }));
        finishers.push(() => resolve(answers));
      });
    },
    ...{ workers: 1, mostPerBatch: 2, mostWaiting: 10, mostWaitMs: 60_000, ...limits },
  });
  return { queue, batches, finish: () => finishers.shift()?.() };
}

test('commands of one breath travel together, later ones in the next batch', async () => {
  const { queue, batches, finish } = heldQueue();
  const answers = ['a', 'b', 'c'].map((command) => queue.submit(command));
  await Promise.resolve();
  finish();
  expect(await Promise.all(answers.slice(0, 2))).toEqual(['a', 'b']);
  finish();
  expect(await answers[2]).toBe('c');
  expect(batches).toEqual([['a', 'b'], ['c']]);
});

test('who comes to a full queue is sent away at once', async () => {
  const { queue, finish } = heldQueue({ mostWaiting: 1 });
  const first = queue.submit('a');
  await Promise.resolve();
  const second = queue.submit('b');
  await expect(queue.submit('c')).rejects.toThrow(QueueFullError);
  finish();
  expect(await first).toBe('a');
  finish();
  expect(await second).toBe('b');
});

test('who has waited too long is sent away unbegun, and the queue goes on', async () => {
  // Less than nothing is too long.
  const { queue, batches } = heldQueue({ mostWaitMs: -1 });
  await expect(queue.submit('a')).rejects.toThrow(QueueFullError);
  await expect(queue.submit('b')).rejects.toThrow(QueueFullError);
  expect(batches).toEqual([]);
});
