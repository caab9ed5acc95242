/**
 * `npm run seed -- --orders 100000 --products 10000 --shoppers 10000 --days 90 [--seed N]`: fills an
 * empty database with a large shop and its history. What is left out is as in the sample shop.
 */

import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { createDatabase } from '../client';
import { fillingMark } from '../filling-mark';
import { suspendForeignKeys } from '../foreign-keys';
import { migrateDatabase } from '../migrate';
import { prepareDatabase, recreateDatabase } from '../prepare';
import { type ShopDatabase, withShopDatabase } from '../shop-database';
import { bulkClerks } from './clerks/bulk-clerks';
import { fillShop } from './fill-shop';
import { DEMO_PASSWORD, SAMPLE_SEED, SAMPLE_SIZE } from './index';

const CONNECTIONS = 8;
const MOST = 10_000_000;
const REPORT_EVERY_MS = 5_000;
const GROWTH_TO_ANALYZE = 3;
/** Below it the order of things matters to no plan. */
const LEAST_TO_ANALYZE = 1_000;

const SIZES = { ...SAMPLE_SIZE, seed: SAMPLE_SEED };
type SizeName = keyof typeof SIZES;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function readSizes(): typeof SIZES {
  const names = Object.keys(SIZES) as SizeName[];
  const { values } = parseArgs({
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  });
  const sizes = { ...SIZES };
  for (const name of names) {
    const text = values[name];
    if (text === undefined) continue;
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1 || value > MOST) {
      throw new Error(`--${name} must be a whole number from 1 to ${MOST}.`);
    }
    sizes[name] = value;
  }
  return sizes;
}

async function seed({ url, ownerUrl, name, embedded }: ShopDatabase): Promise<void> {
  const { seed: number, ...size } = readSizes();
  say(`Filling ${name}`);
  const mark = embedded && fillingMark(embedded.dataDir);
  if (embedded?.startedHere && mark && existsSync(mark)) {
    say('An earlier filling was broken off: starting anew.');
    await recreateDatabase(embedded.superuserUrl);
  }
  await prepareDatabase(ownerUrl, { grantToApp: embedded !== null });
  const db = createDatabase({ url, max: CONNECTIONS, applicationName: 'jangteo-seed' });
  // Without the time limits of the application's statements.
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await db.sql`
      select from users union all select from products union all select from categories limit 1`;
    if (row) {
      throw new Error(
        'It is not empty: nothing was changed. Name an empty one by DATABASE_URL, or another DATA_DIR.',
      );
    }
    if (mark) writeFileSync(mark, '');
    const began = performance.now();
    await suspendForeignKeys(owner);
    // Statements keep the plan that suited the empty tables until the statistics tell otherwise.
    let analyzeAt = 0;
    let reportAt = began + REPORT_EVERY_MS;
    const played = await fillShop(db, {
      ...{ size, seed: number, now: new Date(), clerks: bulkClerks },
      // Everybody knows this password: only for a server that nobody else reaches.
      demoPassword: embedded ? DEMO_PASSWORD : null,
      onShift: async ({ orders }) => {
        if (orders >= analyzeAt) {
          // What is being vacuumed at this moment gets its statistics next time, or from that.
          await owner`analyze (skip_locked)`;
          analyzeAt = Math.max(orders, LEAST_TO_ANALYZE) * GROWTH_TO_ANALYZE;
        }
        if (performance.now() < reportAt) return;
        reportAt = performance.now() + REPORT_EVERY_MS;
        say(`  ${orders} orders`);
      },
    });
    await migrateDatabase(ownerUrl);
    if (mark) rmSync(mark);
    await owner`analyze`;
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    say(`${played.orders} orders, ${played.cancelled} cancelled, in ${seconds} s.`);
    say(`Refused: ${JSON.stringify(played.refused)}`);
  } finally {
    await Promise.all([db.close(), owner.end()]);
  }
}

try {
  await withShopDatabase(seed);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
