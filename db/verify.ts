/** `npm run verify`: checks every invariant on the shop's database; exit code 1 and the rows if one is broken. */

import { checkInvariants, type InvariantResult, LONGEST_CHECK_SECONDS } from './check-invariants';
import { createDatabase } from './client';
import { foreignKeys } from './foreign-keys';
import { withShopDatabase } from './shop-database';

const BROKEN = 1;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function report({ name, checked, brokenCount, broken, durationMs }: InvariantResult): void {
  const verdict = brokenCount === 0 ? 'holds ' : 'BROKEN';
  const found = brokenCount === 0 ? '' : `, ${brokenCount} broken`;
  say(`${verdict}  ${name}  ${checked} rows${found}, ${Math.round(durationMs)} ms`);
  for (const row of broken) say(`        ${JSON.stringify(row)}`);
}

function summary(results: InvariantResult[]): string {
  const held = results.filter(({ brokenCount }) => brokenCount === 0).length;
  const rows = results.reduce((sum, { checked }) => sum + checked, 0);
  const ms = results.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return `${held} of ${results.length} hold, ${rows} rows, ${Math.round(ms)} ms`;
}

try {
  await withShopDatabase(async ({ url, name }) => {
    say(`Checking ${name}`);
    const db = createDatabase({
      url,
      max: 1,
      applicationName: 'jangteo-verify',
      answerSeconds: LONGEST_CHECK_SECONDS + 2,
    });
    try {
      const [shop] = await db.sql<{ orders: string | null }[]>`
        select to_regclass('public.orders')::text as orders`;
      if (!shop?.orders) throw new Error('There is no shop in this database yet.');
      const keysOff = await foreignKeys(db.sql, 'off');
      for (const { table, key } of keysOff) {
        say(`BROKEN  foreign key ${key} of ${table} is off: a start turns it on`);
      }
      const results = await checkInvariants(db);
      for (const result of results) report(result);
      say(summary(results));
      const broken = results.some(({ brokenCount }) => brokenCount > 0);
      if (broken || keysOff.length > 0) process.exitCode = BROKEN;
    } finally {
      await db.close();
    }
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = BROKEN;
}
