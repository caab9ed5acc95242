/**
 * PostgreSQL refuses to run as root. When the shop is started by root, its server runs as an
 * unprivileged account, which must be able to reach the program files and the data: a clone under
 * `/root` is out of its sight, so both then live under `/var/lib/jangteo`.
 */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whose rights the server gets; empty when it simply keeps those of this process. */
export type Account = { uid: number; gid: number } | Record<string, never>;

const ACCOUNT_NAME = 'postgres';

/** In the order tried: Debian and Red Hat, then BusyBox. */
const WAYS_TO_ADD = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'],
  ['adduser', '-S', '-D', '-H'],
] as const;

/**
 * The account to run the server as: nothing special for an ordinary user; for root `postgres`,
 * made when missing, or `nobody` where no account can be made.
 */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const found = findAccount(ACCOUNT_NAME) ?? addAccount() ?? findAccount('nobody');
  if (!found) {
    throw new Error(
      'PostgreSQL cannot run as root: add an account named `postgres` and try again.',
    );
  }
  return found;
}

/** Whether the account can go into this directory (and so read what is open to all in it). */
export function canEnter(account: Account, directory: string): boolean {
  const script = 'cd "$1" && test -r .';
  const { status } = spawnSync('/bin/sh', ['-c', script, 'sh', directory], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  return status === 0;
}

function addAccount(): Account | undefined {
  for (const [command, ...flags] of WAYS_TO_ADD) {
    const { status } = spawnSync(command, [...flags, ACCOUNT_NAME], { stdio: 'ignore' });
    if (status === 0) return findAccount(ACCOUNT_NAME);
  }
  return undefined;
}

function findAccount(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
