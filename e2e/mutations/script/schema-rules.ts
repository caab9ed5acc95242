/** The rules that the schema keeps by itself, read out of the migrations. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './scratch';

export const SCHEMA_TESTS = 'db/rules.db.test.ts';

interface SchemaRule {
  /** As the migrations name it; the title of its test. */
  name: string;
  what: string;
  /** SQL that takes it away. */
  drop: string;
}

/** The books can be written to without these: no statement names them as its conflict target. */
const UNIQUE = /CREATE UNIQUE INDEX "(\w+)" ON "(?:wallet_entries|stock_movements)"/g;

/** A CHECK that another one implies: no row can break it alone (its test says so). */
const IMPLIED = 'order_lines_unit_price_not_negative';

const MIGRATIONS = path.join('db', 'migrations');

/** The migrations of a copy, in their order. */
function migrationFiles(root: string): string[] {
  const names = readdirSync(path.join(root, MIGRATIONS)).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => path.join(root, MIGRATIONS, name));
}

/** The last migration of a copy: what is added to it has the last word. */
export const lastMigration = (root: string) => migrationFiles(root).at(-1) as string;

/** Every CHECK, every trigger and every unique index of the books. */
export function schemaRules(): SchemaRule[] {
  const sql = migrationFiles(ROOT)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const gone = new Set([...sql.matchAll(/DROP CONSTRAINT "(\w+)"/g)].map(([, name]) => name));
  const rules: SchemaRule[] = [];
  let table = '';
  for (const [, named, check] of sql.matchAll(
    /(?:CREATE|ALTER) TABLE "(\w+)"|CONSTRAINT "(\w+)" CHECK/g,
  )) {
    if (named) table = named;
    else if (check && check !== IMPLIED && !gone.has(check)) {
      const drop = `ALTER TABLE "${table}" DROP CONSTRAINT "${check}"`;
      rules.push({ name: check, what: `CHECK ${check}`, drop });
    }
  }
  for (const [, index = ''] of sql.matchAll(UNIQUE)) {
    rules.push({ name: index, what: `unique index ${index}`, drop: `DROP INDEX "${index}"` });
  }
  for (const [, name = '', on] of sql.matchAll(/TRIGGER (\w+) [^;]*? ON (\w+)/g)) {
    rules.push({ name, what: `trigger ${name}`, drop: `DROP TRIGGER ${name} ON ${on}` });
  }
  return rules;
}
