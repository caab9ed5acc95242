/**
 * `npm run bench:admin`: the back office of a large shop over real HTTP, signed in as its operator.
 * How long each page takes, what an export of everything does to the memory, and whether either slows
 * checkouts. `-- --only=pages,exports,checkouts` runs a part, `--page 'Sales, 30d'` the pages with such a
 * name; `--rounds 100` asks each page so often.
 *
 * It works on a copy of the database that `DATA_DIR=.data-large npm run seed -- --orders 100000
 * --products 10000 --shoppers 10000 --days 90` has filled.
 */

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { lockDataDir } from '@/db/boot/lock.mjs';
import { createDatabase } from '@/db/client';
import { startEmbedded } from '@/db/embedded';
import { DATABASE_NAME, grantRows } from '@/db/embedded/roles';
import { migrateDatabase } from '@/db/migrate';
import { copyDatabase, databaseUrl, shareCluster } from '../support/cluster';
import { createFormClient } from '../support/form-client';
import { ensureTestBuild, startShop } from '../support/shop';
import { benchExports } from './admin-exports';
import { benchPages } from './admin-pages';
import { benchBeside } from './beside-checkouts';

const BENCH_DATABASE = 'bench_admin';
const OPERATOR = { email: 'admin@example.com', password: 'jangteo-demo' };

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '.data-large' },
    only: { type: 'string', default: 'pages,exports,checkouts' },
    rounds: { type: 'string', default: '40' },
    page: { type: 'string', default: '' },
  },
});
const parts = options.only.split(',');
const dataDir = path.resolve(options.data);
if (!existsSync(dataDir)) {
  throw new Error(
    `${options.data} is not there: fill it with DATA_DIR=${options.data} npm run seed -- --orders 100000 --products 10000 --shoppers 10000 --days 90`,
  );
}

const scratch = mkdtempSync(path.join(tmpdir(), 'jangteo-bench-'));
lockDataDir(dataDir);
const server = await startEmbedded(dataDir);
shareCluster(server);
try {
  await ensureTestBuild();
  await copyDatabase(BENCH_DATABASE, DATABASE_NAME);
  await bringUpToDate(databaseUrl('owner', BENCH_DATABASE));
  const memoryFile = path.join(scratch, 'memory.json');
  const reporter = pathToFileURL(path.resolve('e2e/load/report-memory.mjs')).href;
  const shop = await startShop(BENCH_DATABASE, {
    NODE_OPTIONS: `--import ${reporter}`,
    MEMORY_FILE: memoryFile,
  });
  const db = createDatabase({ url: shop.databaseUrl, max: 4, applicationName: 'bench' });
  try {
    const operator = createFormClient(shop.url, { timeoutMs: 120_000 });
    await operator.signIn(OPERATOR);
    const bench = {
      db,
      operator,
      url: shop.url,
      memoryFile,
      pids: [shop.process.pid ?? 0, server.pid()],
    };
    if (parts.includes('pages')) await benchPages(bench, Number(options.rounds), options.page);
    if (parts.includes('exports')) await benchExports(bench);
    if (parts.includes('checkouts')) await benchBeside(bench);
    console.log(`load of the machine in the last minute: ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    await db.close();
    await shop.stop();
  }
} finally {
  await dropCopy();
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
}

/** The sample may be older than the schema; and statistics are not part of a copy's plans. */
async function bringUpToDate(ownerUrl: string): Promise<void> {
  await migrateDatabase(ownerUrl);
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  await grantRows(owner);
  await owner`analyze`;
  await owner.end();
}

async function dropCopy(): Promise<void> {
  const sql = postgres(databaseUrl('superuser', 'postgres'), { max: 1, onnotice: () => undefined });
  await sql`DROP DATABASE IF EXISTS ${sql(BENCH_DATABASE)} WITH (FORCE)`;
  await sql.end();
}
