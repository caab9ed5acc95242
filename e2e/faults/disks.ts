/** Disks that can be filled without harm to anything else. */

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MEGABYTE = 1_000_000;
const SMALL_MB = 420;
/** So far above its floor a shop opens on a disk that others write to as well, while there is as much. */
const MOST_SPARE_MB = 2_000;
const LEAST_SPARE_MB = 400;

export interface Disk {
  /** An empty directory on it, or a name for one. */
  dir: string;
  /** What a shop on it is told to leave free; without: its own floor. */
  leastFreeMb?: number;
  remove(): void;
}

/** Why a disk cannot be had here. */
export interface NoDisk {
  refusedBecause: string;
}

/** A disk of its own in memory, small enough to be filled to the last byte. */
export function makeSmallDisk(): Disk | NoDisk {
  const dir = mkdtempSync(path.join(tmpdir(), 'jangteo-small-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${SMALL_MB}m,mode=755`, 'tmpfs', dir];
  const { status, stderr, error } = spawnSync('mount', options, { encoding: 'utf8' });
  if (status !== 0) {
    rmSync(dir, { recursive: true });
    const why = error?.message ?? stderr.trim();
    return { refusedBecause: `a small disk is mounted by root alone (${why})` };
  }
  return {
    dir,
    remove() {
      spawnSync('umount', [dir]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/**
 * The disk of the sources, as anybody may use it: never full, but with a floor so high that it can be
 * filled below that.
 */
export function shareDisk(): Disk | NoDisk {
  const freeMb = Math.floor(freeBytes('.') / MEGABYTE);
  const spareMb = Math.min(MOST_SPARE_MB, Math.floor(freeMb / 3));
  if (spareMb < LEAST_SPARE_MB) return { refusedBecause: `only ${freeMb} MB of disk are free` };
  const dir = mkdtempSync('.data-faults-disk-');
  // PostgreSQL may run under another account.
  chmodSync(dir, 0o755);
  return {
    dir,
    leastFreeMb: freeMb - spareMb,
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** Why a disk cannot be had here; null: it can. */
export function whyNot(make: () => Disk | NoDisk): string | null {
  const disk = make();
  if ('refusedBecause' in disk) return disk.refusedBecause;
  disk.remove();
  return null;
}

/** Takes room away until so much is left. */
export function leaveFree(file: string, leaveMb: number): void {
  const bytes = freeBytes(path.dirname(file)) - leaveMb * MEGABYTE;
  if (bytes <= 0) return;
  // At once where the system can: to write it would keep the disk busy for seconds.
  if (spawnSync('fallocate', ['--length', String(bytes), file]).status === 0) return;
  const chunk = Buffer.alloc(MEGABYTE);
  try {
    for (let left = bytes; left > 0; left -= chunk.length) {
      writeFileSync(file, chunk.subarray(0, Math.min(left, chunk.length)), { flag: 'a' });
    }
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error;
  }
}

function freeBytes(dir: string): number {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize;
}
