/**
 * Three roles, each with its own password: the superuser makes databases and nothing else, the owner
 * migrates, and the application can read and write rows but not change or drop a table.
 */

import postgres, { type Sql } from 'postgres';
import type { Credentials } from './credentials';

export interface Connections {
  port: number;
  /** For the application. */
  appUrl: string;
  /** For migrations. */
  ownerUrl: string;
  /** For making and dropping databases. */
  superuserUrl: string;
}

export const DATABASE_NAME = 'jangteo';
export const OWNER_ROLE = 'jangteo_owner';
export const APP_ROLE = 'jangteo_app';
const SUPERUSER_ROLE = 'postgres';

export function connectionsTo(port: number, secrets: Credentials): Connections {
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    port,
    appUrl: url(APP_ROLE, secrets.app, DATABASE_NAME),
    ownerUrl: url(OWNER_ROLE, secrets.owner, DATABASE_NAME),
    superuserUrl: url(SUPERUSER_ROLE, secrets.superuser, 'postgres'),
  };
}

/** Makes the roles and the database that are missing. */
export async function provision(
  { superuserUrl }: Connections,
  secrets: Credentials,
): Promise<void> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    await makeRole(sql, OWNER_ROLE, secrets.owner);
    await makeRole(sql, APP_ROLE, secrets.app);
    await createOwnedDatabase(sql, DATABASE_NAME);
  } finally {
    await sql.end();
  }
}

/**
 * Makes a database that the owner role owns and the application role may enter; nothing if it is there.
 *
 * @param template an existing database to copy, tables, rows and grants included
 */
export async function createOwnedDatabase(
  superuser: Sql,
  name: string,
  template = 'template1',
): Promise<void> {
  const [found] = await superuser`SELECT 1 FROM pg_database WHERE datname = ${name}`;
  if (found) return;
  await superuser`CREATE DATABASE ${superuser(name)} OWNER ${superuser(OWNER_ROLE)} TEMPLATE ${superuser(template)}`;
  await superuser`REVOKE ALL ON DATABASE ${superuser(name)} FROM PUBLIC`;
  await superuser`GRANT CONNECT ON DATABASE ${superuser(name)} TO ${superuser(APP_ROLE)}`;
}

/** Rows, not tables. Run after each migration, as the owner. */
export async function grantRows(owner: Sql): Promise<void> {
  const app = owner(APP_ROLE);
  await owner`GRANT USAGE ON SCHEMA public, drizzle TO ${app}`;
  await owner`GRANT SELECT ON ALL TABLES IN SCHEMA drizzle TO ${app}`;
  await owner`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${app}`;
  await owner`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${app}`;
}

/** Passwords are our own hexadecimal; CREATE ROLE takes no parameters. */
async function makeRole(sql: Sql, role: string, password: string): Promise<void> {
  const [found] = await sql`SELECT 1 FROM pg_roles WHERE rolname = ${role}`;
  if (!found) await sql.unsafe(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`);
}
