/** The shop as an owner starts it (`npm start`): launcher, application and embedded PostgreSQL. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runningEmbedded } from '@/db/embedded';
import { findPostmaster } from '@/db/embedded/postmaster';
import type { Connections } from '@/db/embedded/roles';
import { distDir } from '../support/shop';

export interface LaunchedShop {
  /** `http://127.0.0.1:port`. */
  url: string;
  dataDir: string;
  /** Its PostgreSQL; the port stays the same when that is started again. */
  database: Connections;
  /** The process that serves, at this moment; undefined while there is none. */
  applicationPid(): number | undefined;
  postmasterPid(): number | undefined;
  /** Everything written so far, by the launcher and the application. */
  log(): string;
  /** Asks it to stop, once. */
  terminate(): void;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
}

const READY_MS = 60_000;
const POLL_MS = 25;
/** Presses are many here: what a shopper may do a day is not what is tried. */
const NO_LIMITS = {
  TOP_UP_MAX_WON: '1000000000',
  TOP_UP_DAY_MAX_WON: '1000000000000',
  WALLET_MAX_WON: '1000000000000',
};

/** Starts the built shop on a data directory, which is made at the first start. */
export async function launchShop(
  dataDir: string,
  port: number,
  env: Record<string, string>,
): Promise<LaunchedShop> {
  const url = `http://127.0.0.1:${port}`;
  const { NODE_OPTIONS, DATABASE_URL, npm_lifecycle_event, ...inherited } = process.env;
  const launcher = spawn(process.execPath, ['db/start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...inherited,
      ...NO_LIMITS,
      NODE_ENV: 'production',
      DIST_DIR: distDir(),
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      ...env,
    },
  });
  let written = '';
  const collect = (chunk: Buffer) => {
    written += chunk;
  };
  launcher.stdout.on('data', collect);
  launcher.stderr.on('data', collect);
  const ended = once(launcher, 'exit').then(([code]) => code as number | null);
  // The application and PostgreSQL end when they find their launcher gone.
  const kill = () => launcher.kill('SIGKILL');
  process.once('exit', kill);
  ended.then(() => process.off('exit', kill));

  const becomesReady = isReady(url, READY_MS, () => launcher.exitCode === null);
  if (!(await becomesReady)) {
    launcher.kill('SIGTERM');
    throw new Error(`The shop did not start:\n${written}`);
  }
  const database = runningEmbedded(dataDir);
  if (!database) throw new Error(`No PostgreSQL runs on ${dataDir}.`);
  return {
    url,
    dataDir,
    database,
    applicationPid: () => applicationOf(launcher),
    postmasterPid: () => findPostmaster(path.resolve(dataDir, 'postgres'))?.pid,
    log: () => written,
    terminate: () => launcher.kill('SIGTERM'),
    ended,
  };
}

/** Waits until an instance says that it can serve. */
export async function isReady(
  url: string,
  withinMs: number,
  goOn: () => boolean = () => true,
): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline && goOn()) {
    const signal = AbortSignal.timeout(2_000);
    const answer = await fetch(`${url}/api/health/ready`, { signal }).catch(() => undefined);
    if (answer?.ok) return true;
    await pause(POLL_MS);
  }
  return false;
}

/** Of the launcher's children the one that is Next. */
function applicationOf({ pid }: ChildProcess): number | undefined {
  const children = readText(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  return children.map(Number).find((child) => /next/.test(readText(`/proc/${child}/cmdline`)));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
