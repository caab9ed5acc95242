/**
 * Tables as CSV files that Korean Excel opens as they are: UTF-8 with a byte order mark, RFC 4180
 * quotes, whole won, Seoul times with their offset (admin.md: Exports; hardening.md: 82–86).
 *
 * The rows come in batches from wherever they are read, so that a file of any length holds one batch
 * in memory: a generator that reads page after page by key (nothing stays open between two batches,
 * however slowly the file is fetched), or a cursor of the driver (`` sql`…`.cursor(500) ``, one
 * statement and so one snapshot, for readers who may keep a connection).
 */

import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { formatTimestamp } from './format/date-time';
import { log, newReference } from './log';

/** Numbers stay numbers, instants become `2026-11-20T09:05:00+09:00`, null an empty cell. */
export type CsvCell = string | number | Date | null;

export interface CsvColumn<Row> {
  title: string;
  cell: (row: Row) => CsvCell;
}

export interface CsvFile<Row> {
  /** With its ending. Whatever it holds, it cannot leave its header. */
  name: string;
  columns: readonly CsvColumn<Row>[];
  batches: AsyncIterable<readonly Row[]>;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** A text that a spreadsheet would run: these signs, wide ones too, and what it skips before them. */
const RUNS_AS_FORMULA = /^[=+\-@＝＋－＠\t\r\n\0]/;
const NEEDS_QUOTES = /[",\r\n\t]|^\s|\s$/;

/**
 * One line with its end. A text that begins like a formula gets an apostrophe in front, so that a
 * name typed by a stranger runs nowhere; numbers need none.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (cell instanceof Date) return formatTimestamp(cell);
  const harmless = RUNS_AS_FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * The file as a download that nobody keeps a copy of on the way. Rows are read as fast as they are
 * fetched; nothing is read before the first byte is asked for, and nothing after the reader has left.
 *
 * A read that fails breaks the transfer off, so that half a file is never taken for a whole one.
 */
export function csvResponse<Row>(file: CsvFile<Row>): Response {
  return new Response(csvStream(file), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': attachment(file.name),
      'Cache-Control': 'private, no-store',
    },
  });
}

/** The file's bytes; see `csvResponse`. */
export function csvStream<Row>(file: CsvFile<Row>): ReadableStream<Uint8Array> {
  const chunks = chunksOf(file);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          log('error', 'query.failed', { reference: newReference(), query: file.name }, error);
          throw error;
        }
      },
      async cancel() {
        await chunks.return();
      },
    },
    { highWaterMark: 0 },
  );
}

async function* chunksOf<Row>({
  columns,
  batches,
}: CsvFile<Row>): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  yield encoder.encode(BYTE_ORDER_MARK + csvLine(columns.map(({ title }) => title)));
  const giveWay = createPace();
  let asked = performance.now();
  for await (const batch of batches) {
    const lines = batch.map((row) => csvLine(columns.map(({ cell }) => cell(row))));
    const took = performance.now() - asked;
    if (lines.length > 0) yield encoder.encode(lines.join(''));
    await giveWay(took);
    asked = performance.now();
  }
}

/** For each part of the time that a file works it rests so many: in a process that is idle, and at work. */
const RESTS = { idle: 2, busy: 40 };
/** Far below what a reader's transaction may stand idle for (`SESSION_LIMITS`). */
const LONGEST_REST_MS = 2_500;

/**
 * Leaves process and database to others: a file of everything must not slow down those who pay. How
 * much they had to do while it rested says how long it rests the next time; at first they may be many.
 */
function createPace(): (workedMs: number) => Promise<void> {
  let rests = RESTS.busy;
  return async (workedMs) => {
    const since = performance.eventLoopUtilization();
    await pause(Math.min(workedMs * rests, LONGEST_REST_MS));
    const { utilization } = performance.eventLoopUtilization(since);
    rests = RESTS.idle + (RESTS.busy - RESTS.idle) * utilization;
  };
}

/** RFC 6266: the name in ASCII for old readers, and as it is for the others. */
function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]/g, '_');
  const exact = encodeURIComponent(name.replace(/\p{Cs}/gu, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
