import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { createBatchQueue, QueueFullError } from './batch-queue';

const CROWD = 2;

/** A queue whose batches end when they are told to. A command is a name and what it wants. */
function scene({ mostWaiting = 100, mostPerBatch = 100, mostWaitMs = 60_000 } = {}) {
  const batches: { names: string[]; end: (error?: Error) => void }[] = [];
  const queue = createBatchQueue<{ name: string; wants: number[] }, string>({
    run: (commands) =>
      new Promise((resolve, reject) => {
        const names = commands.map(({ name }) => name);
        const answers = names.map((value) => ({ status: 'fulfilled', value }) as const);
        batches.push({ names, end: (error) => (error ? reject(error) : resolve(answers)) });
      }),
    wantsOf: ({ wants }) => wants,
    crowd: CROWD,
    mostPerBatch,
    mostWaiting,
    mostWaitMs,
  });
  const submit = (name: string, ...wants: number[]) => queue.submit({ name, wants });
  const names = () => batches.map((batch) => batch.names.join(' '));
  return { submit, names, end: (i: number, error?: Error) => batches[i]?.end(error) };
}

/** Until everything that can happen without a batch's end has happened. */
async function settle(): Promise<void> {
  await nextTurn();
  await nextTurn();
}

test('what is submitted in one breath travels together, what comes later in the next batch', async () => {
  const { submit, names, end } = scene();
  const first = [submit('a'), submit('b')];
  await settle();
  const second = submit('c');
  await settle();
  expect(names()).toEqual(['a b']);
  end(0);
  expect(await Promise.all(first)).toEqual(['a', 'b']);
  await settle();
  expect(names()).toEqual(['a b', 'c']);
  end(1);
  expect(await second).toBe('c');
});

/** A step of an answer's way to its shopper. */
const shopper = async () => undefined;

test('who is answered and presses again at once travels with those who waited', async () => {
  const { submit, names, end } = scene();
  const first = submit('a');
  await settle();
  void submit('b');
  const pressed = first
    .then(shopper)
    .then(shopper)
    .then(() => void submit('c'));
  end(0);
  await pressed;
  await settle();
  expect(names()).toEqual(['a', 'b c']);
});

test('who wants what many want travels apart, and holds up nobody else', async () => {
  const { submit, names, end } = scene();
  for (const name of ['a', 'b', 'c', 'd']) void submit(name, 1);
  const other = submit('other', 2);
  await settle();
  // Two are no crowd yet.
  expect(names()).toEqual(['a b other', 'c d']);
  end(0);
  expect(await other).toBe('other');
  const again = submit('again', 2);
  void submit('e', 1, 2);
  await settle();
  expect(names()).toEqual(['a b other', 'c d', 'again']);
  end(2);
  expect(await again).toBe('again');
  end(1);
  await settle();
  expect(names().at(-1)).toBe('e');
});

test('a crowd that presses again at once is a crowd still, and none when it is gone', async () => {
  const { submit, names, end } = scene();
  for (const name of ['a', 'b', 'c']) void submit(name, 1);
  await settle();
  end(0);
  end(1);
  await settle();
  void submit('x', 2);
  void submit('d', 1);
  await settle();
  // In the crowd's lane it waits for nobody.
  expect(names()).toEqual(['a b', 'c', 'x', 'd']);
  end(2);
  end(3);
  await settle();
  void submit('y', 2);
  await settle();
  void submit('e', 1);
  await settle();
  // In the quiet lane it waits its turn.
  expect(names()).toEqual(['a b', 'c', 'x', 'd', 'y']);
});

test('a batch that fails fails alone', async () => {
  const { submit, end } = scene();
  const lost = submit('a');
  await settle();
  const next = submit('b');
  end(0, new Error('broken'));
  await expect(lost).rejects.toThrow('broken');
  await settle();
  end(1);
  expect(await next).toBe('b');
});

test('a batch has its most, and so has the queue', async () => {
  const { submit, names } = scene({ mostWaiting: 3, mostPerBatch: 2 });
  for (const name of ['a', 'b', 'c']) void submit(name);
  await expect(submit('d')).rejects.toThrow(QueueFullError);
  await settle();
  expect(names()).toEqual(['a b']);
});

test('who wants nothing in particular travels with the quiet ones', async () => {
  const { submit, names } = scene();
  for (const name of ['a', 'b', 'c']) void submit(name, 1);
  void submit('n');
  await settle();
  expect(names()).toEqual(['a b n', 'c']);
});

test('a crowd under way is remembered when the first of it are forgotten', async () => {
  const { submit, names, end } = scene();
  for (const name of ['a', 'b', 'c', 'd']) void submit(name, 1);
  await settle();
  end(0);
  await settle();
  void submit('x', 2);
  await settle();
  end(2);
  await settle();
  void submit('e', 1);
  await settle();
  // It waits in the crowd's lane, although the quiet one is free.
  expect(names()).toEqual(['a b', 'c d', 'x']);
  end(1);
  await settle();
  expect(names().at(-1)).toBe('e');
});

test('those of both lanes count as waiting', async () => {
  const { submit } = scene({ mostWaiting: 3 });
  for (const name of ['a', 'b', 'c']) void submit(name, 1);
  await expect(submit('d')).rejects.toThrow('too many commands are waiting');
});

test('who waited too long is told, and nobody else', async () => {
  const { now } = performance;
  let clock = 0;
  performance.now = () => clock;
  try {
    const { submit, names, end } = scene({ mostWaitMs: 100 });
    void submit('a');
    await settle();
    const late = submit('b');
    clock = 1;
    const inTime = submit('c');
    clock = 101;
    end(0);
    await expect(late).rejects.toThrow(QueueFullError);
    await settle();
    const lateToo = submit('d');
    clock = 300;
    end(1);
    expect(await inTime).toBe('c');
    await expect(lateToo).rejects.toThrow(QueueFullError);
    await settle();
    expect(names()).toEqual(['a', 'c']);
  } finally {
    performance.now = now;
  }
});

test("each command gets its own answer, and a batch's missing one is an error", async () => {
  const queue = createBatchQueue<string, string>({
    run: async () => [
      { status: 'fulfilled', value: 'fine' },
      { status: 'rejected', reason: new Error('wrong') },
    ],
    wantsOf: () => [],
    crowd: CROWD,
    mostPerBatch: 3,
    mostWaiting: 3,
    mostWaitMs: 1_000,
  });
  const answers = await Promise.allSettled(['a', 'b', 'c'].map((name) => queue.submit(name)));
  expect(answers).toEqual([
    { status: 'fulfilled', value: 'fine' },
    { status: 'rejected', reason: new Error('wrong') },
    { status: 'rejected', reason: new Error('a command got no answer') },
  ]);
});
