/** hardening.md: Env, databases that a start refuses in one line (95, 96). */

import postgres from 'postgres';
import { copyDatabase, databaseUrl, EMPTY_DATABASE } from '@/e2e/support/cluster';
import { expect, test } from '@/e2e/support/db-test';
import { migrateDatabase, SchemaNewerError, schemaIsCurrent } from './migrate';
import { prepareDatabase } from './prepare';

test('96 a server that may lose what it has committed is refused', async ({ workerDatabase }) => {
  // The tests' own server runs so, for their speed.
  await expect(prepareDatabase(workerDatabase.url('owner'), { grantToApp: false })).rejects.toThrow(
    /^DATABASE_URL: the server runs with fsync off and can lose money\.$/,
  );
});

test('96 a database that is not UTF-8 is refused, and left as it is', async ({
  workerDatabase,
}) => {
  const name = `${workerDatabase.name}_ascii`;
  const superuser = postgres(workerDatabase.url('superuser'), {
    max: 1,
    onnotice: () => undefined,
  });
  try {
    await superuser`drop database if exists ${superuser(name)}`;
    await superuser`create database ${superuser(name)} template template0
      encoding 'SQL_ASCII' locale_provider libc locale 'C'`;
    const url = databaseUrl('superuser', name);
    await expect(prepareDatabase(url, { grantToApp: false })).rejects.toThrow(
      /^DATABASE_URL: the database is SQL_ASCII, it must be UTF8\.$/,
    );
    const sql = postgres(url, { max: 1 });
    const [tables] = await sql`
      select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace`;
    await sql.end();
    expect(tables).toEqual({ n: 0 });
  } finally {
    await superuser`drop database if exists ${superuser(name)}`;
    await superuser.end();
  }
});

test('95 a database of a newer version is refused, and not served', async ({ workerDatabase }) => {
  const name = `${workerDatabase.name}_newer`;
  await copyDatabase(name, EMPTY_DATABASE);
  const url = databaseUrl('owner', name);
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    expect(await schemaIsCurrent(sql)).toBe(true);
    expect(await migrateDatabase(url)).toBe(0);
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at)
      values ('of a newer version', 9999999999999)`;
    await expect(migrateDatabase(url)).rejects.toThrow(SchemaNewerError);
    await expect(migrateDatabase(url)).rejects.toThrow(/start the newer version\.$/);
    expect(await schemaIsCurrent(sql)).toBe(false);
  } finally {
    await sql.end();
    const superuser = postgres(workerDatabase.url('superuser'), { max: 1 });
    await superuser`drop database ${superuser(name)} with (force)`;
    await superuser.end();
  }
});
