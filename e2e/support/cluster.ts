/** The tests' PostgreSQL, as every worker sees it. */

import postgres from 'postgres';
import type { Connections } from '@/db/embedded/roles';
import { createOwnedDatabase } from '@/db/embedded/roles';

/** Migrated, without a row. */
export const EMPTY_DATABASE = 'test_empty';

const VARIABLE = 'TEST_CLUSTER';

export type Role = 'app' | 'owner' | 'superuser';

/** Hands the connections to the workers, which inherit this process's environment. */
export function shareCluster({ appUrl, ownerUrl, superuserUrl, port }: Connections): void {
  process.env[VARIABLE] = JSON.stringify({ appUrl, ownerUrl, superuserUrl, port });
}

/** The URL of a database of the tests' server, as one of its roles. */
export function databaseUrl(role: Role, database: string): string {
  const shared = process.env[VARIABLE];
  if (!shared) throw new Error('The tests run through e2e/playwright.config.ts.');
  const url = new URL((JSON.parse(shared) as Connections)[`${role}Url`]);
  url.pathname = `/${database}`;
  return url.href;
}

/** Makes a database as a copy of `template`, in place of one of the same name. */
export async function copyDatabase(name: string, template: string): Promise<void> {
  const sql = postgres(databaseUrl('superuser', 'postgres'), { max: 1, onnotice: () => undefined });
  try {
    await sql`DROP DATABASE IF EXISTS ${sql(name)} WITH (FORCE)`;
    await createOwnedDatabase(sql, name, template);
  } finally {
    await sql.end();
  }
}

/** Runs `work` in one worker at a time; the others wait. A worker that dies lets go. */
export async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const sql = postgres(databaseUrl('superuser', 'postgres'), { max: 1, onnotice: () => undefined });
  try {
    await sql`SELECT pg_advisory_lock(1)`;
    return await work();
  } finally {
    await sql.end();
  }
}

/** Whether the tests' server has a database of this name. */
export async function databaseExists(name: string): Promise<boolean> {
  const sql = postgres(databaseUrl('superuser', 'postgres'), { max: 1, onnotice: () => undefined });
  const [found] = await sql`SELECT 1 FROM pg_database WHERE datname = ${name}`;
  await sql.end();
  return found !== undefined;
}
