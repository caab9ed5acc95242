/**
 * Foreign keys are off while a large history is written: checked row by row they are a third of that
 * work, all rows at once next to none of it. No shop is served without them.
 */

import type { PostgresError, Sql } from 'postgres';

const ROWS_BREAK_IT = '23503';

interface ForeignKey {
  table: string;
  key: string;
}

/** The keys that are on, or those that are off; before PostgreSQL 18 none can be, and so none is found. */
export function foreignKeys(sql: Sql, state: 'on' | 'off'): Promise<ForeignKey[]> {
  return sql<ForeignKey[]>`
    SELECT relname AS "table", conname AS key
    FROM pg_constraint c JOIN pg_class t ON t.oid = conrelid
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace
      AND (to_jsonb(c) ->> 'conenforced')::boolean = ${state === 'on'}
    ORDER BY conrelid, conname`;
}

/** Turns them off, until `enforceForeignKeys` or the next start. */
export async function suspendForeignKeys(owner: Sql): Promise<void> {
  await alter(owner, await foreignKeys(owner, 'on'), 'NOT ENFORCED');
}

/**
 * Turns those on that are off, after looking at every row; all of them or none.
 * @throws {PostgresError} when rows break one (`brokenForeignKey`)
 */
export async function enforceForeignKeys(owner: Sql): Promise<void> {
  await alter(owner, await foreignKeys(owner, 'off'), 'ENFORCED');
}

/** One line that names the key which rows break, if that is what went wrong; drizzle wraps errors. */
export function brokenForeignKey(error: unknown): Error | null {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const { code, constraint_name: key, detail } = e as PostgresError;
    if (code !== ROWS_BREAK_IT) continue;
    return new Error(`The database has rows that break its foreign key ${key}: ${detail}`);
  }
  return null;
}

async function alter(
  owner: Sql,
  keys: ForeignKey[],
  to: 'ENFORCED' | 'NOT ENFORCED',
): Promise<void> {
  if (keys.length === 0) return;
  await owner.begin((tx) =>
    Promise.all(
      keys.map(
        ({ table, key }) => tx`
          ALTER TABLE ${tx(table)} ALTER CONSTRAINT ${tx(key)}
          ${to === 'ENFORCED' ? tx`ENFORCED` : tx`NOT ENFORCED`}`,
      ),
    ),
  );
}
