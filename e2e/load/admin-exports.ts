/** How an export of everything begins, how long it takes, and what memory the shop holds meanwhile. */

import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type AdminBench, printTable } from './admin-bench';

export const EXPORTS = ['orders', 'lines', 'products', 'wallet-entries', 'coupons'] as const;

const SAMPLE_MS = 50;
/** Lets what the request before has left be collected. */
const REST_MS = 3_000;
const MB = 1_048_576;

interface Memory {
  rss: number;
  heapUsed: number;
}

/** Prints a row for each file; twice the largest one, so that what stays behind would show. */
export async function benchExports(bench: AdminBench): Promise<void> {
  const rows: string[][] = [];
  for (const kind of [...EXPORTS, 'lines'] as const) {
    await pause(REST_MS);
    const before = readMemory(bench);
    const peak = watchMemory(bench);
    const file = await fetchExport(bench, kind);
    const { rss, heapUsed } = peak.stop();
    await pause(REST_MS);
    const after = readMemory(bench);
    const memory = (part: keyof Memory, most: number) =>
      [before[part], most, after[part]].map((bytes) => (bytes / MB).toFixed(0)).join(' → ');
    rows.push([
      kind,
      file.rows.toLocaleString('en'),
      `${(file.bytes / MB).toFixed(1)} MB`,
      `${file.firstByteMs.toFixed(0)} ms`,
      `${(file.totalMs / 1_000).toFixed(1)} s`,
      memory('rss', rss),
      memory('heapUsed', heapUsed),
    ]);
  }
  printTable(
    ['Export', 'rows', 'size', 'first byte', 'total', 'RSS MB before → most → after', 'heap MB'],
    rows,
  );
}

/** One file, read as it comes and kept nowhere. */
export async function fetchExport(
  { operator, url }: AdminBench,
  kind: string,
  signal?: AbortSignal,
): Promise<{ rows: number; bytes: number; firstByteMs: number; totalMs: number }> {
  const from = performance.now();
  const answer = await fetch(`${url}/admin/export/${kind}`, {
    headers: { cookie: operator.cookies.header() ?? '' },
    redirect: 'manual',
    ...(signal && { signal }),
  });
  if (answer.status !== 200 || !answer.body) throw new Error(`${kind}: ${answer.status}`);
  let [bytes, lines, firstByteMs] = [0, 0, 0];
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    if (bytes === 0) firstByteMs = performance.now() - from;
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
  }
  // The first line names the columns.
  return { rows: lines - 1, bytes, firstByteMs, totalMs: performance.now() - from };
}

function watchMemory(bench: AdminBench): { stop(): Memory } {
  const most = readMemory(bench);
  const timer = setInterval(() => {
    const { rss, heapUsed } = readMemory(bench);
    most.rss = Math.max(most.rss, rss);
    most.heapUsed = Math.max(most.heapUsed, heapUsed);
  }, SAMPLE_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}

function readMemory({ memoryFile }: AdminBench): Memory {
  return JSON.parse(readFileSync(memoryFile, 'utf8')) as Memory;
}
