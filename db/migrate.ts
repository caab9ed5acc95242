/**
 * Brings a database to the schema of this code: drizzle's migrations, one process at a time.
 *
 * drizzle takes no lock of its own, so an advisory lock on this (direct) connection keeps a second
 * instance waiting. `lock_timeout` keeps a migration from queueing behind a busy table and blocking
 * every request behind itself; it is tried again instead.
 */

import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import { brokenForeignKey, enforceForeignKeys, foreignKeys } from './foreign-keys';

const MIGRATIONS_FOLDER = path.join(process.cwd(), 'db', 'migrations');
/** Any number that no other program uses on the same database. */
const ADVISORY_LOCK = 7_264_836;
const LOCK_TIMEOUT_MS = 3_000;
const ATTEMPTS = 20;
const PAUSE_MS = 500;
/** A lock that did not come in time, and two that waited for each other: the shop beside it sells. */
const LOCK_TROUBLES = ['55P03', '40P01'];

/** The database was migrated by a newer version of the shop; running this one on it could lose data. */
export class SchemaNewerError extends Error {
  override name = 'SchemaNewerError';
}

/**
 * Applies the migrations that are missing, and turns foreign keys on that a broken off filling left off.
 *
 * @param url a direct connection (no pooler) as the role that owns the tables
 * @param check looks at the server first and throws to leave it untouched
 * @returns how many were applied
 * @throws {SchemaNewerError} when the database knows migrations that this code does not
 * @throws {Error} one line, when rows break such a foreign key or a new one
 */
export async function migrateDatabase(
  url: string,
  check: (sql: Sql) => Promise<void> = async () => undefined,
): Promise<number> {
  const sql = postgres(url, {
    max: 1,
    onnotice: () => undefined,
    connection: { application_name: 'jangteo-migrate', lock_timeout: LOCK_TIMEOUT_MS },
  });
  try {
    await check(sql);
    return await withLockRetries(() => migrateOnce(sql));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** True when the database has exactly the migrations of this code, and every foreign key is on. */
export async function schemaIsCurrent(sql: Sql): Promise<boolean> {
  const known = knownHashes();
  const [applied, keysOff] = await Promise.all([appliedHashes(sql), foreignKeys(sql, 'off')]);
  const same = known.length === applied.length && known.every((hash) => applied.includes(hash));
  return same && keysOff.length === 0;
}

async function migrateOnce(sql: Sql): Promise<number> {
  await sql`SELECT pg_advisory_lock(${ADVISORY_LOCK})`;
  try {
    const known = knownHashes();
    const before = await appliedHashes(sql);
    if (before.some((hash) => !known.includes(hash))) {
      throw new SchemaNewerError(
        'The database has migrations that this version does not know: start the newer version.',
      );
    }
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS_FOLDER });
    await enforceForeignKeys(sql);
    return known.length - before.length;
  } catch (error) {
    throw brokenForeignKey(error) ?? error;
  } finally {
    await sql`SELECT pg_advisory_unlock(${ADVISORY_LOCK})`;
  }
}

async function withLockRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isLockTrouble(error)) throw error;
      await pause(PAUSE_MS);
    }
  }
}

/** drizzle wraps the driver's error in its own. */
function isLockTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  return LOCK_TROUBLES.includes(code ?? '') || isLockTrouble(error.cause);
}

function knownHashes(): string[] {
  return readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER }).map(({ hash }) => hash);
}

async function appliedHashes(sql: Sql): Promise<string[]> {
  const [table] = await sql<{ name: string | null }[]>`
    SELECT to_regclass('drizzle.__drizzle_migrations') AS name`;
  if (!table?.name) return [];
  const rows = await sql<{ hash: string }[]>`SELECT hash FROM drizzle.__drizzle_migrations`;
  return rows.map(({ hash }) => hash);
}
