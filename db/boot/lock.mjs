// One shop a data directory: the embedded server has one master.

import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail } from './run.mjs';

/**
 * Takes the lock of a data directory until this process ends; ends this process with one line when
 * another holds it. A lock left by `kill -9` is taken over.
 *
 * @param {string} dataDir
 */
export function lockDataDir(dataDir) {
  // The server's own account must pass through (see `embedded/account.ts`).
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o755 : 0o700 });
  const lock = path.join(dataDir, 'running');
  const mine = `${lock}.${process.pid}`;
  const claim = `${process.pid} ${startOf(process.pid)}`;
  writeFileSync(mine, claim);
  const holder = takeOver(mine, lock);
  rmSync(mine, { force: true });
  if (holder) {
    fail(`The shop of this directory is already running (process ${holder}). DATA_DIR: ${dataDir}`);
  }
  process.once('exit', () => {
    if (readFileSync(lock, 'utf8') === claim) rmSync(lock, { force: true });
  });
}

/** Returns the process that holds the lock, if one lives. @param {string} mine @param {string} lock */
function takeOver(mine, lock) {
  if (tryLink(mine, lock)) return undefined;
  const [pid = '', start = ''] = readFileSync(lock, 'utf8').split(' ');
  if (isAlive(Number(pid), start)) return pid;
  rmSync(lock, { force: true });
  return tryLink(mine, lock) ? undefined : 'just started';
}

/**
 * Whether a living process holds the lock of a data directory.
 *
 * @param {string} dataDir
 */
export function dataDirInUse(dataDir) {
  const lock = path.join(dataDir, 'running');
  if (!existsSync(lock)) return false;
  const [pid = '', start = ''] = readFileSync(lock, 'utf8').split(' ');
  return isAlive(Number(pid), start);
}

/** Making a hard link fails when the name is there, in one step. @param {string} from @param {string} to */
function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {number} pid @param {string} start */
function isAlive(pid, start) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process: alive, and not ours to look at.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return startOf(pid) === start;
}

/** When a process began, in the kernel's ticks: tells a reused number from the same process. @param {number} pid */
function startOf(pid) {
  if (process.platform !== 'linux') return '-';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended.
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '-');
  } catch {
    return 'ended';
  }
}
