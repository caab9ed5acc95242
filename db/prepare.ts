/** Makes a database ready for the shop: usable, migrated, and open to the application's role. */

import postgres, { type Sql } from 'postgres';
import { createOwnedDatabase, DATABASE_NAME, grantRows } from './embedded/roles';
import { migrateDatabase } from './migrate';

/** Security floors by major version (`hardening.md`); older majors are not supported. */
const LEAST_MINOR: Record<number, number> = { 15: 16, 16: 12, 17: 8, 18: 2 };

/**
 * Checks, migrates and grants.
 *
 * @param ownerUrl a direct connection as the role that owns the tables
 * @returns whether the shop in it has no product yet
 * @throws {Error} one line, when the server is too old or not safe for money
 */
export async function prepareDatabase(
  ownerUrl: string,
  { grantToApp }: { grantToApp: boolean },
): Promise<{ empty: boolean }> {
  await migrateDatabase(ownerUrl, requireSafeServer);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    if (grantToApp) await grantRows(sql);
    const [product] = await sql`SELECT 1 FROM products LIMIT 1`;
    return { empty: product === undefined };
  } finally {
    await sql.end();
  }
}

/** Drops the shop's database with all its rows and makes an empty one. */
export async function recreateDatabase(superuserUrl: string): Promise<void> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`DROP DATABASE IF EXISTS ${sql(DATABASE_NAME)} WITH (FORCE)`;
    await createOwnedDatabase(sql, DATABASE_NAME);
  } finally {
    await sql.end();
  }
}

async function requireSafeServer(sql: Sql): Promise<void> {
  const [server] = await sql<{ version: string; encoding: string; fsync: string }[]>`
    SELECT current_setting('server_version_num') AS version,
           current_setting('server_encoding') AS encoding,
           current_setting('fsync') AS fsync`;
  if (!server) return;
  const major = Math.floor(Number(server.version) / 10_000);
  const minor = Number(server.version) % 10_000;
  const least = LEAST_MINOR[major] ?? 0;
  if (major < 15 || minor < least) {
    throw new Error(
      `DATABASE_URL: PostgreSQL ${major}.${minor} is too old, ${major < 15 ? '15.16' : `${major}.${least}`} or newer is needed.`,
    );
  }
  if (server.encoding !== 'UTF8') {
    throw new Error(`DATABASE_URL: the database is ${server.encoding}, it must be UTF8.`);
  }
  if (server.fsync !== 'on') {
    throw new Error('DATABASE_URL: the server runs with fsync off and can lose money.');
  }
}
