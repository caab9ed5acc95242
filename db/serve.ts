/** The second half of `npm start`: database, migrations, sample shop, the application, and their end. */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { DRAIN_SIGNAL } from '@/lib/draining';
import { type Env, parseEnv } from '@/lib/env';
import { say } from './boot/run.mjs';
import { type EmbeddedServer, startEmbedded } from './embedded';
import { fillingMark } from './filling-mark';
import { prepareDatabase, recreateDatabase } from './prepare';
import { seedSampleShop } from './seed';

const READY_MS = 60_000;
const POLL_MS = 50;
/** Running requests get this long once no new ones are taken; a second Ctrl-C ends them at once. */
const PATIENCE_MS = 25_000;

/** Refuses a start that cannot work, before anything takes time. Messages are one line. */
export async function checkStart(): Promise<Env> {
  const env = parseEnv(process.env);
  if (!(await canListen(env))) {
    throw new Error(`Port ${env.port} is taken: stop what listens there, or start with PORT=…`);
  }
  return env;
}

/**
 * Serves until a signal, then ends this process with 0. An application that dies after it served is
 * started again, as the database is; one that never got ready ends this process with 1.
 */
export async function serve(env: Env, { dev, distDir }: { dev: boolean; distDir: string }) {
  const stopRequested = onSignal();
  const embedded = env.databaseUrl ? undefined : await startEmbedded(env.dataDir, env);
  let status = 1;
  try {
    const { databaseUrl, authSecret } = embedded
      ? await prepareEmbedded(embedded, env.dataDir)
      : await prepareExternal(env);
    let served = false;
    while (!stopRequested.aborted) {
      const app = launch({ env, dev, distDir, databaseUrl, authSecret, home: embedded?.home });
      const ended = new Promise<void>((resolve) => app.once('exit', () => resolve()));
      const ready = await Promise.race([whenReady(env, stopRequested), ended]);
      if (ready && !served) announce(env, embedded !== undefined);
      served ||= ready === true;
      if (!ready && isAlive(app) && !stopRequested.aborted) say('The shop is not ready yet …');
      await Promise.race([ended, aborted(stopRequested)]);
      await endApplication(app, ended, env.drainMs);
      if (!served || dev) break;
      if (!stopRequested.aborted) say('The application ended by itself: starting it again …');
    }
    if (stopRequested.aborted) status = 0;
  } finally {
    await embedded?.stop();
  }
  if (status !== 0) say('The application ended by itself.');
  process.exit(status);
}

async function prepareEmbedded(server: EmbeddedServer, dataDir: string) {
  // A sample shop half filled by a killed start is made anew; real data is never touched.
  const filling = fillingMark(dataDir);
  if (existsSync(filling)) await recreateDatabase(server.superuserUrl);
  const { empty } = await prepareDatabase(server.ownerUrl, { grantToApp: true });
  if (empty) {
    say('Filling the sample shop …');
    writeFileSync(filling, '');
    await seedSampleShop(server.appUrl);
  }
  rmSync(filling, { force: true });
  return { databaseUrl: server.appUrl, authSecret: server.authSecret };
}

async function prepareExternal({ databaseUrl, authSecret }: Env) {
  if (!databaseUrl || !authSecret) throw new Error('DATABASE_URL and AUTH_SECRET are required.');
  await prepareDatabase(databaseUrl, { grantToApp: false });
  return { databaseUrl, authSecret };
}

interface Launch {
  env: Env;
  dev: boolean;
  distDir: string;
  databaseUrl: string;
  authSecret: string;
  home: string | undefined;
}

/** In a process group of its own, so that Ctrl-C reaches this process first, which ends it in order. */
function launch({ env, dev, distDir, databaseUrl, authSecret, home }: Launch): ChildProcess {
  const next = ['node_modules/next/dist/bin/next', dev ? 'dev' : 'start'];
  const address = ['--port', String(env.port), '--hostname', env.host];
  return spawn(
    process.execPath,
    ['--import', './db/boot/follow-launcher.mjs', ...next, ...address],
    {
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: dev ? 'development' : 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        DIST_DIR: distDir,
        DATABASE_URL: databaseUrl,
        AUTH_SECRET: authSecret,
        LAUNCHER_PID: String(process.pid),
        LAUNCHER_POSTGRES: home,
      },
    },
  );
}

/** `ready` says 503 at once; after `drainMs` no request is taken and the running ones are answered. */
async function endApplication(
  app: ChildProcess,
  ended: Promise<void>,
  drainMs: number,
): Promise<void> {
  const { pid } = app;
  if (!isAlive(app) || !pid) return;
  const endNow = () => process.kill(-pid, 'SIGKILL');
  process.once('SIGINT', endNow).once('SIGTERM', endNow);
  say('Stopping …');
  if (drainMs > 0) {
    app.kill(DRAIN_SIGNAL);
    await Promise.race([ended, pause(drainMs)]);
  }
  app.kill('SIGTERM');
  const patience = setTimeout(endNow, PATIENCE_MS);
  await ended;
  clearTimeout(patience);
  process.off('SIGINT', endNow).off('SIGTERM', endNow);
}

function isAlive(app: ChildProcess): boolean {
  return app.exitCode === null && app.signalCode === null;
}

async function whenReady(env: Env, stop: AbortSignal): Promise<boolean> {
  const deadline = performance.now() + READY_MS;
  while (performance.now() < deadline && !stop.aborted) {
    const response = await fetch(`${origin(env)}/api/health/ready`).catch(() => undefined);
    if (response?.ok) return true;
    await pause(POLL_MS);
  }
  return false;
}

function announce(env: Env, sampleShop: boolean): void {
  say('');
  say(`Jangteo is open: http://localhost:${env.port}`);
  if (env.host === '127.0.0.1') say('For this machine only; HOST=0.0.0.0 opens it to others.');
  if (sampleShop) {
    say('Shopper  shopper@example.com   jangteo-demo');
    say('Admin    admin@example.com     jangteo-demo');
  }
  say('Ctrl-C stops it.');
}

function origin({ host, port }: Env): string {
  const reachable = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

function canListen({ port, host }: Env): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** Aborted at the first request to stop. The terminal's end counts as one. */
function onSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => controller.abort());
  }
  return controller.signal;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
