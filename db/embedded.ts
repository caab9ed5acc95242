/**
 * A real PostgreSQL that comes with the shop: started, watched and stopped by this process.
 *
 * It listens on 127.0.0.1 alone, on a port that is free at that moment. If it dies it is started
 * again on the same port; if this process dies, the next start ends what it left behind.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, openCluster, SERVER_ENVIRONMENT } from './embedded/cluster';
import { clearStalePid, findPostmaster, stopPostmaster } from './embedded/postmaster';
import { type Connections, connectionsTo, provision } from './embedded/roles';
import { watchRoom } from './embedded/room-watch';

export interface EmbeddedServer extends Connections {
  /** Signs session cookies; made once and kept. */
  authSecret: string;
  /** PostgreSQL's own data directory, where `postmaster.pid` is. */
  home: string;
  /** The server's process at this moment. */
  pid(): number;
  /** Fast shutdown: running statements are cut, committed work is safe. Waits for its end. */
  stop(): Promise<void>;
}

type Launchable = Cluster & { fsync: string };

const READY_MS = 30_000;
const POLL_MS = 20;
const PORT_ATTEMPTS = 5;
/** Between tries to bring a dead server back: it may be its disk that is full, for hours. */
const RESTART_PAUSE_MS = { first: 50, longest: 2_000 };
/** Not at once: the first tries fail as a rule, on what the dead server left behind. */
const SAY_WHY_AT_MS = 800;
const LOG_BYTES = 10_000_000;

/** For a small machine; durability stays at its safe defaults (`protocol.md`: Limits). */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  random_page_cost: 1.1,
  io_method: 'sync',
  jit: 'off',
  synchronous_commit: 'on',
  deadlock_timeout: '1s',
  // Before it recovers, all that its files hold must be on the disk. One by one that took 4 to 5 s.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/**
 * Starts the server of `dataDir`, making it at the first call.
 *
 * @param options.leastFreeMb see `watchRoom`
 * @param options.durable false lets a power cut lose data, for tests; a killed process loses none
 * @throws {Error} with one clear line when the directory cannot be used
 */
export async function startEmbedded(
  dataDir: string,
  { leastFreeMb = 64, durable = true }: { leastFreeMb?: number; durable?: boolean } = {},
): Promise<EmbeddedServer> {
  const cluster = { ...openCluster(dataDir), fsync: durable ? 'on' : 'off' };
  const orphan = findPostmaster(cluster.home);
  if (orphan) await stopPostmaster(orphan.pid, cluster.home);

  const { port, child } = await startOnFreePort(cluster);
  let current = child;
  let restarting = Promise.resolve();
  const stopping = new AbortController();
  const watch = (server: ChildProcess) =>
    server.once('exit', () => {
      if (stopping.signal.aborted) return;
      restarting = restart(cluster, port, stopping.signal).then((again) => {
        if (!again) return;
        current = again;
        watch(again);
      });
    });
  watch(child);

  const connections = connectionsTo(port, cluster.credentials);
  await provision(connections, cluster.credentials);
  const roomWatch = await watchRoom(cluster.home, leastFreeMb, connections.superuserUrl);
  return {
    ...connections,
    authSecret: cluster.credentials.authSecret,
    home: cluster.home,
    pid: () => current.pid ?? 0,
    stop: async () => {
      stopping.abort();
      roomWatch.stop();
      await restarting;
      if (current.pid) await stopPostmaster(current.pid, cluster.home);
    },
  };
}

/** The connections of a server that another process runs on `dataDir`, or undefined. */
export function runningEmbedded(dataDir: string): Connections | undefined {
  const cluster = openCluster(dataDir);
  const server = findPostmaster(cluster.home);
  return server?.ready ? connectionsTo(server.port, cluster.credentials) : undefined;
}

/** Somebody may take the port between the look and the start: then another one. */
async function startOnFreePort(
  cluster: Launchable,
): Promise<{ port: number; child: ChildProcess }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      return { port, child: await launch(cluster, port) };
    } catch (error) {
      const taken = error instanceof Error && /Address already in use/.test(error.message);
      if (!taken || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

/**
 * Until it runs again or `stopping`: sessions of the dead server may hold its memory for a moment,
 * and whatever else keeps it down can be mended by somebody.
 */
async function restart(
  cluster: Launchable,
  port: number,
  stopping: AbortSignal,
): Promise<ChildProcess | undefined> {
  const { first, longest } = RESTART_PAUSE_MS;
  for (let ms = first; !stopping.aborted; ms = Math.min(ms * 2, longest)) {
    try {
      // Recovery takes as long as there is work to go through again.
      return await launch(cluster, port, { patienceMs: Number.POSITIVE_INFINITY, stopping });
    } catch (error) {
      const said = ms === SAY_WHY_AT_MS && error instanceof Error;
      if (said) process.stderr.write(`Still trying: ${error.message}\n`);
      await pause(ms, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
  return undefined;
}

/** In a process group of its own: Ctrl-C in the terminal reaches this process, which stops it last. */
async function launch(
  cluster: Launchable,
  port: number,
  { patienceMs = READY_MS, stopping }: { patienceMs?: number; stopping?: AbortSignal } = {},
): Promise<ChildProcess> {
  clearStalePid(cluster.home);
  const { file, descriptor, size } = openLog(cluster.dataDir);
  const settings = Object.entries({ ...SETTINGS, fsync: cluster.fsync, port });
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', cluster.home, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...cluster.account,
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      detached: true,
      stdio: ['ignore', descriptor, descriptor],
    },
  );
  closeSync(descriptor);
  let failure: string | undefined;
  child.once('error', (error) => {
    failure = error.message;
  });
  const readWhy = () => {
    failure ??= readFileSync(file, 'utf8').slice(size).trim();
  };
  child.once('exit', readWhy);

  const deadline = performance.now() + patienceMs;
  while (failure === undefined) {
    const server = findPostmaster(cluster.home);
    if (server?.pid === child.pid && server?.ready) {
      child.off('exit', readWhy);
      return child;
    }
    if (stopping?.aborted) failure = 'it is to stop';
    else if (performance.now() > deadline) failure = `not ready after ${patienceMs / 1000} s`;
    else await pause(POLL_MS);
  }
  if (child.pid) await stopPostmaster(child.pid, cluster.home);
  throw new Error(`PostgreSQL did not start: ${failure}`);
}

/** One file, put aside as `postgres.log.1` when it has grown large. */
function openLog(dataDir: string): { file: string; descriptor: number; size: number } {
  const file = path.join(dataDir, 'postgres.log');
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES) renameSync(file, `${file}.1`);
  const descriptor = openSync(file, 'a', 0o600);
  return { file, descriptor, size: size > LOG_BYTES ? 0 : size };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
