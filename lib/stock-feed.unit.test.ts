import { expect, test } from '@playwright/test';
import { createStockFeed } from './stock-feed';

/** A shop whose stock the test sets, read only when the test lets it. */
function shelf(stock: Record<number, number>) {
  const asked: number[][] = [];
  let answer: (() => void)[] = [];
  const feed = createStockFeed(async (ids) => {
    asked.push(ids);
    await new Promise<void>((resolve) => answer.push(resolve));
    if (stock[0] !== undefined) throw new Error('the database is away');
    return new Map(ids.filter((id) => id in stock).map((id) => [id, stock[id] ?? 0]));
  });
  /** Lets the readings under way end, and what follows from them begin. */
  const settle = async () => {
    const now = answer;
    answer = [];
    for (const resolve of now) resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const told: Record<number, number>[] = [];
  const tell = (changed: ReadonlyMap<number, number>) => told.push(Object.fromEntries(changed));
  return { stock, feed, asked, settle, told, tell };
}

test('a watcher is told at once, then only what changed, and nothing after it left', async () => {
  const { stock, feed, settle, told, tell } = shelf({ 1: 5, 2: 9 });
  const leave = feed.watch([1, 2, 3], tell);
  await settle();
  expect(told).toEqual([{ 1: 5, 2: 9 }]);
  stock[1] = 4;
  feed.look([1, 2, 77]);
  await settle();
  feed.look('any');
  await settle();
  expect(told.slice(1)).toEqual([{ 1: 4 }]);
  leave();
  expect(feed.size()).toBe(0);
  stock[2] = 0;
  feed.look('any');
  await settle();
  expect(told).toHaveLength(2);
});

test('one reading serves everybody; what nobody watches is not read', async () => {
  const { feed, asked, settle, tell } = shelf({ 1: 5, 2: 9 });
  feed.watch([1], tell);
  feed.watch([1, 2], tell);
  feed.watch([2], tell);
  await settle();
  await settle();
  expect(asked).toEqual([[1], [1, 2]]);
  feed.look([3, 4]);
  await settle();
  expect(asked).toHaveLength(2);
});

test('news that come while reading are read after it, so an old number never follows a new one', async () => {
  const { stock, feed, asked, settle, told, tell } = shelf({ 1: 5 });
  feed.watch([1], tell);
  stock[1] = 4;
  feed.look([1]);
  feed.look([1]);
  expect(asked).toHaveLength(1);
  await settle();
  stock[1] = 3;
  await settle();
  expect(asked).toHaveLength(2);
  expect(told).toEqual([{ 1: 4 }, { 1: 3 }]);
});

test('a reading that fails tells nobody anything, and the next one goes on', async () => {
  const { stock, feed, settle, told, tell } = shelf({ 0: 0, 1: 5 });
  feed.watch([1], tell);
  await settle();
  expect(told).toEqual([]);
  delete stock[0];
  feed.look([1]);
  await settle();
  expect(told).toEqual([{ 1: 5 }]);
});
