/** What the parts of `npm run bench:admin` share. */

import { readFileSync } from 'node:fs';
import type { Database } from '@/db/client';
import type { FormClient } from '../support/form-client';

export interface AdminBench {
  /** The shop's database, past the shop. */
  db: Database;
  /** Signed in as the shop's operator. */
  operator: FormClient;
  /** `http://127.0.0.1:port`. */
  url: string;
  /** Where the shop says what memory it holds. */
  memoryFile: string;
  /** The shop's process and PostgreSQL's first one. */
  pids: readonly number[];
}

const TICK_MS = 10;

/**
 * Milliseconds that the shop and its database have computed so far: what a page costs, also on a
 * machine that is busy with something else. NaN where no `/proc` tells.
 */
export function computedMs({ pids }: AdminBench): number {
  const family = pids.flatMap((pid) => [pid, ...childrenOf(pid)]);
  return family.reduce((sum, pid) => {
    const fields = readProc(pid, 'stat')
      .replace(/^.*\) /, '')
      .split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }, 0);
}

const childrenOf = (pid: number) =>
  readProc(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number);

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** One request of the operator, its body read to the end. Throws at anything but 200. */
export async function ask({ operator, url }: AdminBench, page: string): Promise<string> {
  const answer = await fetch(url + page, {
    headers: { cookie: operator.cookies.header() ?? '', accept: 'text/html' },
    redirect: 'manual',
  });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${page}: ${answer.status}`);
  return body;
}

/** @param share 0.5: the median; of numbers in any order */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A table for README. */
export function printTable(titles: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  console.log([line(titles), line(titles.map(() => '---')), ...rows.map(line), ''].join('\n'));
}
