/**
 * `test` for `*.db.test.ts`: each worker has a database of its own, empty before each test. After each
 * test the books must add up (protocol.md: Invariants), unless it breaks them on purpose and says so:
 * `test('…', { tag: BREAKS_BOOKS }, …)`.
 *
 *     import { expect, test } from '@/e2e/support/db-test';
 *     test('…', async ({ db }) => { await topUpWallet(db, …); });
 */

import { test as base } from '@playwright/test';
import postgres from 'postgres';
import { createDatabase, type Database } from '@/db/client';
import { copyDatabase, databaseUrl, EMPTY_DATABASE, type Role } from './cluster';
import { expectInvariants } from './expect-invariants';

export { expect } from '@playwright/test';

export const BREAKS_BOOKS = '@breaks-books';

export interface WorkerDatabase {
  name: string;
  /** `app` is what the shop uses; `owner` may change tables; `superuser` may end other sessions. */
  url(role: Role): string;
  /** Empties every table and starts every identity at 1 again, past the triggers that forbid it. */
  empty(): Promise<void>;
}

interface TestFixtures {
  /** A pool as the application's role, on an empty database. */
  db: Database;
}

interface WorkerFixtures {
  workerDatabase: WorkerDatabase;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  workerDatabase: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern.
    async ({}, use, { workerIndex }) => {
      const name = `test_db_${workerIndex}`;
      await copyDatabase(name, EMPTY_DATABASE);
      const url = (role: Role) => databaseUrl(role, name);
      const superuser = postgres(url('superuser'), {
        max: 1,
        onnotice: () => undefined,
        connection: { session_replication_role: 'replica' },
      });
      await use({ name, url, empty: () => emptyTables(superuser) });
      await superuser.end({ timeout: 5 });
    },
    { scope: 'worker' },
  ],
  db: async ({ workerDatabase }, use, { tags }) => {
    await workerDatabase.empty();
    const db = createDatabase({ url: workerDatabase.url('app'), max: 10 });
    await use(db);
    if (!tags.includes(BREAKS_BOOKS)) await expectInvariants(db);
    await db.close();
  },
});

async function emptyTables(superuser: postgres.Sql): Promise<void> {
  const tables = await superuser<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  const names = superuser(tables.map(({ name }) => name));
  await superuser`TRUNCATE ${names} RESTART IDENTITY CASCADE`;
}
