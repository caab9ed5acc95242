/** A filling that was broken off leaves foreign keys off: a start turns them on, or says what is wrong. */

import postgres, { type Sql } from 'postgres';
import { copyDatabase, databaseUrl, EMPTY_DATABASE } from '@/e2e/support/cluster';
import { expect, test } from '@/e2e/support/db-test';
import { runVerify } from '@/e2e/support/run-verify';
import { foreignKeys, suspendForeignKeys } from './foreign-keys';
import { migrateDatabase, schemaIsCurrent } from './migrate';

const NOBODYS_CART = `insert into carts (user_id, updated_at) values (99, now())`;

/** Runs `work` on a database whose foreign keys are off, as its owner. */
async function withoutKeys(name: string, work: (sql: Sql, url: string) => Promise<void>) {
  await copyDatabase(name, EMPTY_DATABASE);
  const url = databaseUrl('owner', name);
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await suspendForeignKeys(sql);
    await work(sql, url);
  } finally {
    await sql.end();
    const superuser = postgres(databaseUrl('superuser', 'postgres'), { max: 1 });
    await superuser`drop database ${superuser(name)} with (force)`;
    await superuser.end();
  }
}

test('foreign keys that are off are said to be, not served, and turned on by the next start', async ({
  workerDatabase,
}) => {
  await withoutKeys(`${workerDatabase.name}_keys`, async (sql, url) => {
    const off = await foreignKeys(sql, 'off');
    expect(off).toContainEqual({ table: 'carts', key: 'carts_user_id_users_id_fk' });
    expect(await foreignKeys(sql, 'on')).toEqual([]);
    expect(await schemaIsCurrent(sql)).toBe(false);
    const { status, stdout } = runVerify(url);
    expect(stdout).toContain('BROKEN  foreign key carts_user_id_users_id_fk of carts is off');
    expect(status).toBe(1);

    await migrateDatabase(url);
    expect(await foreignKeys(sql, 'on')).toEqual(off);
    expect(await schemaIsCurrent(sql)).toBe(true);
    await expect(sql.unsafe(NOBODYS_CART)).rejects.toThrow(/carts_user_id_users_id_fk/);
    expect(runVerify(url).status).toBe(0);
  });
});

test('a start refuses rows that break a foreign key in one line that names it', async ({
  workerDatabase,
}) => {
  await withoutKeys(`${workerDatabase.name}_broken`, async (sql, url) => {
    await sql.unsafe(NOBODYS_CART);
    await expect(migrateDatabase(url)).rejects.toThrow(
      /^The database has rows that break its foreign key carts_user_id_users_id_fk: Key \(user_id\)=\(99\) is not present in table "users"\.$/,
    );
    expect(await foreignKeys(sql, 'on')).toEqual([]);
    expect(await schemaIsCurrent(sql)).toBe(false);
  });
});
