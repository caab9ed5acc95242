/**
 * The server process of a data directory: who it is, whether it is ready, and how to end it.
 *
 * `postmaster.pid` outlives a `kill -9`, and its number may by then belong to another program (after
 * a container restart it often does). So a process counts as ours only if its command line says so.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

/** Lines of `postmaster.pid`, counted from 0. */
const LINE = { pid: 0, port: 3, status: 7 };

const POLL_MS = 20;
/** Fast shutdown, then immediate shutdown (recovers at the next start), then the end. */
const WAYS_TO_STOP: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 3_000],
  ['SIGKILL', 3_000],
];

/** The live server of this data directory, or undefined. */
export function findPostmaster(dataDirectory: string): Postmaster | undefined {
  const file = path.join(dataDirectory, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[LINE.pid]);
  if (!pid || !runsOn(pid, dataDirectory)) return undefined;
  return { pid, port: Number(lines[LINE.port]), ready: lines[LINE.status]?.trim() === 'ready' };
}

/** Removes a `postmaster.pid` whose server is gone; PostgreSQL itself trips over a reused number. */
export function clearStalePid(dataDirectory: string): void {
  const file = path.join(dataDirectory, 'postmaster.pid');
  if (existsSync(file) && !findPostmaster(dataDirectory)) rmSync(file, { force: true });
}

/** Ends the server and waits for it. Safe to call when it has gone. */
export async function stopPostmaster(pid: number, dataDirectory: string): Promise<void> {
  for (const [signal, patienceMs] of WAYS_TO_STOP) {
    if (!runsOn(pid, dataDirectory)) return;
    process.kill(pid, signal);
    const deadline = performance.now() + patienceMs;
    while (performance.now() < deadline) {
      if (!runsOn(pid, dataDirectory)) return;
      await pause(POLL_MS);
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
}

/** A process that has ended but was not yet collected by its parent has no command line. */
function runsOn(pid: number, dataDirectory: string): boolean {
  return commandLine(pid).includes(`-D ${dataDirectory} `);
}

function commandLine(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? '';
}
