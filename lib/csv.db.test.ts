import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readInBatches } from '@/db/read-in-batches';
import { expect, test } from '@/e2e/support/db-test';
import { csvStream } from './csv';

const MILLION = 1_000_000;
const MEGABYTE = 1024 * 1024;

type Row = { n: number; text: string };

const columns = [
  { title: 'n', cell: ({ n }: Row) => n },
  { title: 'text', cell: ({ text }: Row) => text },
];

async function readAll<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Bytes that are really held, whenever the collector would have come by itself. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

test('84: a million rows pass through a cursor in flat memory', async ({ db }) => {
  const query = db.sql<Row[]>`
    select n::int as n, repeat('가', 20) as text from generate_series(1, ${MILLION}::int) n`;
  const file = { name: 'x.csv', columns, batches: readInBatches(db, query) };
  const reader = csvStream(file).getReader();
  await reader.read();
  const before = heldBytes();
  let bytes = 0;
  let rows = 0;
  let most = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.length;
    for (const byte of chunk.value) if (byte === 10) rows++;
    if (rows % (MILLION / 10) === 0) most = Math.max(most, heldBytes() - before);
  }
  expect(rows).toBe(MILLION);
  expect(bytes / MEGABYTE).toBeGreaterThan(60);
  expect(most / MEGABYTE).toBeLessThan(4);
});

test('a cursor reads one snapshot, whatever is written meanwhile', async ({ db }) => {
  const categories = db.sql<{ slug: string }[]>`select slug from categories order by position`;
  for (const [slug, position] of [
    ['a', 1],
    ['b', 2],
  ] as const) {
    await db.sql`insert into categories values (${slug}, ${slug}, ${slug}, ${position})`;
  }
  const seen: string[] = [];
  for await (const batch of readInBatches(db, categories, 1)) {
    seen.push(...batch.map(({ slug }) => slug));
    await db.sql`insert into categories values ('c', 'c', 'c', 3) on conflict do nothing`;
  }
  expect(seen).toEqual(['a', 'b']);
});

test('readers who leave, and reads that fail, give their connections back', async ({ db }) => {
  // The pool has ten.
  for (let i = 0; i < 12; i++) {
    const query = db.sql<
      Row[]
    >`select n::int, '' as text from generate_series(1, ${MILLION}::int) n`;
    const reader = csvStream({
      name: 'x.csv',
      columns,
      batches: readInBatches(db, query),
    }).getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();
    const failing = readInBatches(
      db,
      db.sql<Row[]>`select 1 / (2 - n) as n from generate_series(1, 3) n`,
      1,
    );
    await expect(readAll(failing)).rejects.toThrow('division by zero');
  }
  expect([...(await db.sql`select 1 as alive`)]).toEqual([{ alive: 1 }]);
});
