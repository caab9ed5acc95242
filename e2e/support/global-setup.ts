/**
 * Starts the tests' own PostgreSQL beside any running shop, with one migrated database that every
 * worker copies. It stops when the run ends.
 */

import path from 'node:path';
import postgres from 'postgres';
import { lockDataDir } from '@/db/boot/lock.mjs';
import { startEmbedded } from '@/db/embedded';
import { createOwnedDatabase, grantRows } from '@/db/embedded/roles';
import { migrateDatabase } from '@/db/migrate';
import { databaseUrl, EMPTY_DATABASE, shareCluster } from './cluster';

const ROOT = path.join(import.meta.dirname, '..', '..');

export default async function globalSetup(): Promise<() => Promise<void>> {
  process.chdir(ROOT);
  const dataDir = process.env.TEST_DATA_DIR || '.data-test';
  lockDataDir(dataDir);
  const server = await startEmbedded(dataDir, { durable: false });
  shareCluster(server);
  try {
    await dropTestDatabases(server.superuserUrl);
    const ownerUrl = databaseUrl('owner', EMPTY_DATABASE);
    await migrateDatabase(ownerUrl);
    const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
    await grantRows(owner);
    await owner.end();
  } catch (error) {
    await server.stop();
    throw error;
  }
  return () => server.stop();
}

/** What an earlier run left is dropped, and the empty database made anew. */
async function dropTestDatabases(superuserUrl: string): Promise<void> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  const old = await sql<{ name: string }[]>`
    SELECT datname AS name FROM pg_database WHERE datname LIKE 'test\_%'`;
  for (const { name } of old) await sql`DROP DATABASE ${sql(name)} WITH (FORCE)`;
  await createOwnedDatabase(sql, EMPTY_DATABASE);
  await sql.end();
}
