/** A served shop for tests: the production build on a free port against a database of its own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { build, isBuilt } from '@/db/boot/build.mjs';
import { createDatabase } from '@/db/client';
import { DEMO_PASSWORD, seedSampleShop } from '@/db/seed';
import { quickHash } from './accounts';
import { copyDatabase, databaseExists, databaseUrl, EMPTY_DATABASE, oneAtATime } from './cluster';

/** Migrated and filled with the sample shop; every shop under test has a copy. */
const SAMPLE_DATABASE = 'test_sample';
const TEST_DIST_DIR = '.next-test';
const SHOP_DIST_DIR = '.next';
const READY_MS = 30_000;
const POLL_MS = 50;
const STOP_MS = 5_000;

export interface Shop {
  /** `http://127.0.0.1:port`, no slash at its end. */
  url: string;
  /** Its database, as the application's role and as the owner of the tables. */
  databaseUrl: string;
  ownerUrl: string;
  process: ChildProcess;
  /** What it has written so far: one JSON object a line, and Next's own words. */
  log(): string;
  stop(): Promise<void>;
}

/** The directory of a build of the present sources: the shop's own if it is that, else the tests'. */
export function distDir(): string {
  return isBuilt(SHOP_DIST_DIR) ? SHOP_DIST_DIR : TEST_DIST_DIR;
}

/** Starts a shop on a fresh copy of the sample database, building and seeding first if need be. */
export async function openSampleShop(name: string): Promise<Shop> {
  await ensureTestBuild();
  await oneAtATime(fillSampleOnce);
  await copyDatabase(name, SAMPLE_DATABASE);
  return startShop(name);
}

/**
 * Starts another instance on a database that is there.
 *
 * @param env on top of the defaults, for example `{ TOP_UP_MAX_WON: '5000' }`
 */
export async function startShop(database: string, env: Record<string, string> = {}): Promise<Shop> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const appUrl = databaseUrl('app', database);
  const { NODE_OPTIONS, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '--port', String(port), '--hostname', '127.0.0.1'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...inherited,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        DIST_DIR: distDir(),
        PORT: String(port),
        PUBLIC_URL: url,
        DATABASE_URL: appUrl,
        AUTH_SECRET: 'only-for-tests-0f3c9a7be2d84516a0d7',
        ...env,
      },
    },
  );
  let written = '';
  const collect = (chunk: Buffer) => {
    written += chunk;
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // Whatever ends the worker ends its shop.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);

  const stop = async () => {
    child.kill('SIGTERM');
    const patience = setTimeout(kill, STOP_MS);
    await ended;
    clearTimeout(patience);
    process.off('exit', kill);
  };
  if (!(await isReady(url, child))) {
    await stop();
    throw new Error(`The shop did not start:\n${written}`);
  }
  return {
    url,
    databaseUrl: appUrl,
    ownerUrl: databaseUrl('owner', database),
    process: child,
    log: () => written,
    stop,
  };
}

/** Builds what is tested, unless that is done already; one worker does, the others wait. */
export async function ensureTestBuild(): Promise<void> {
  await oneAtATime(async () => {
    if (isBuilt(distDir())) return;
    const { status, output } = await build(TEST_DIST_DIR);
    if (status !== 0) throw new Error(`The build failed:\n${output}`);
  });
}

async function fillSampleOnce(): Promise<void> {
  if (!(await databaseExists(SAMPLE_DATABASE))) {
    await copyDatabase(SAMPLE_DATABASE, EMPTY_DATABASE);
    const url = databaseUrl('app', SAMPLE_DATABASE);
    await seedSampleShop(url);
    const db = createDatabase({ url, max: 1 });
    await db.sql`
      update users set password_hash = ${quickHash(DEMO_PASSWORD)} where password_hash is not null`;
    await db.close();
  }
}

async function isReady(url: string, child: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + READY_MS;
  while (child.exitCode === null && performance.now() < deadline) {
    const response = await fetch(`${url}/api/health/ready`).catch(() => undefined);
    if (response?.ok) return true;
    await pause(POLL_MS);
  }
  return false;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
