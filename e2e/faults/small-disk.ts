import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MEGABYTES = 420;

export interface SmallDisk {
  dir: string;
  remove(): void;
}

/** A disk of its own in memory, small enough to be filled; or why there can be none here. */
export function makeSmallDisk(): SmallDisk | { refusedBecause: string } {
  const dir = mkdtempSync(path.join(tmpdir(), 'jangteo-small-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m,mode=755`, 'tmpfs', dir];
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

/** Whether this process may mount one: root, and not in every container. */
export function canMountSmallDisk(): boolean {
  if (process.getuid?.() !== 0) return false;
  const disk = makeSmallDisk();
  if ('refusedBecause' in disk) return false;
  disk.remove();
  return true;
}
