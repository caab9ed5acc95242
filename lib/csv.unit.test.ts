import { expect, test } from '@playwright/test';
import { csvLine, csvResponse, csvStream } from './csv';

async function* batchesOf<Row>(...batches: Row[][]): AsyncGenerator<Row[]> {
  yield* batches;
}

/** Reads RFC 4180 as a spreadsheet does: the test's own reader, written without the writer. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      i++;
    } else cell += sign;
  }
  return rows;
}

test('82: a text that a spreadsheet would run gets an apostrophe; a number stays a number', () => {
  const formulas = ['=1+1', '+82', '-2', '@SUM(A1)', '\tx', '\rx', '\nx', '\0x', '＝1', '－1'];
  for (const text of formulas) {
    expect(parseCsv(csvLine([text])), text).toEqual([[`'${text}`]]);
  }
  expect(csvLine([-14_000, 0, 9_007_199_254_740_991])).toBe('-14000,0,9007199254740991\r\n');
  expect(csvLine(['a=b', '사과 -2', null])).toBe('a=b,사과 -2,\r\n');
});

test('83: commas, quotes and line breaks come back as they were', () => {
  const cells = ['a,b', '"', '""', 'a"b', 'line\r\nline', ' edge ', "it's", '사과, 배', ''];
  expect(parseCsv(csvLine(cells) + csvLine(cells))).toEqual([cells, cells]);
});

test('an instant is written as Seoul reads it, with its offset', () => {
  expect(csvLine([new Date('2026-11-22T15:30:09.999Z')])).toBe('2026-11-23T00:30:09+09:00\r\n');
});

test('86: a file name cannot leave its header', async () => {
  const file = { columns: [], batches: batchesOf<never>() };
  const response = csvResponse({ ...file, name: 'a\r\nSet-Cookie: x=1"; 지갑\uD800.csv' });
  const disposition = response.headers.get('content-disposition') ?? '';
  expect(disposition).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/);
  expect(disposition).toContain(encodeURIComponent('지갑'));
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  await response.body?.cancel();
});

test('the file begins with a byte order mark and its titles, empty batches or none', async () => {
  const columns = [{ title: '금액', cell: (won: number) => won }];
  const read = (...batches: number[][]) =>
    new Response(
      csvStream({ name: 'x.csv', columns, batches: batchesOf(...batches) }),
    ).arrayBuffer();
  const bytes = Buffer.from(await read([1, -2], [], [3]));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.subarray(3).toString()).toBe('금액\r\n1\r\n-2\r\n3\r\n');
  expect(
    Buffer.from(await read())
      .subarray(3)
      .toString(),
  ).toBe('금액\r\n');
});

test('nothing is read before it is fetched, one batch at a time, and nothing after the reader left', async () => {
  const seen: string[] = [];
  async function* rows() {
    try {
      for (let i = 1; ; i++) {
        seen.push(`read ${i}`);
        yield [i];
      }
    } finally {
      seen.push('ended');
    }
  }
  const columns = [{ title: 'n', cell: (n: number) => n }];
  const reader = csvStream({ name: 'x.csv', columns, batches: rows() }).getReader();
  expect(seen).toEqual([]);
  await reader.read();
  expect(seen).toEqual([]);
  await reader.read();
  await reader.read();
  expect(seen).toEqual(['read 1', 'read 2']);
  await reader.cancel();
  expect(seen).toEqual(['read 1', 'read 2', 'ended']);
});

test('a read that fails breaks the file off', async () => {
  async function* rows(): AsyncGenerator<number[]> {
    yield [1];
    throw new Error('lost');
  }
  const columns = [{ title: 'n', cell: (n: number) => n }];
  const whole = new Response(csvStream({ name: 'x.csv', columns, batches: rows() })).text();
  await expect(whole).rejects.toThrow('lost');
});
