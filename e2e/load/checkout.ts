/**
 * `npm run bench:checkout`: `placeOrder` against a plain checkout's statements sent one by one by `pgbench
 * -M prepared`, on the same server in the same run. Prints ratios; absolute numbers are the machine's.
 * Then it counts top-ups a second. `-- --delay 2` puts 2 ms into every round trip, and counts those of orders.
 *
 * The yardstick without pgbench is a plain postgres.js loop over those statements; it says so.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { LONGEST_CHECK_SECONDS } from '@/db/check-invariants';
import { createDatabase, type Database } from '@/db/client';
import { startEmbedded } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { expectInvariants } from '../support/expect-invariants';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy';
import { fillBenchShop, fillCarts } from './checkout-shop';
import { compareFairness } from './fairness';
import { findPgbench, oneByOne } from './one-by-one';
import { latencyCells, medianRound, pay, pressInTurn, range, type Timed } from './press';
import { benchTopUps } from './top-ups';

interface Scenario {
  clients: number;
  /** How many products the carts share out. */
  spread: number;
  orders: number;
  /** Where the yardstick would take minutes for as many. */
  yardstickOrders?: number;
  /** The ratio to reach. */
  aim: number;
}

const SHOPPERS = 16_000;
const PRODUCTS = 1_000;
const ROUNDS = 3;
const NEAR: Scenario[] = [
  { clients: 1, spread: PRODUCTS, orders: 1_500, aim: 1 },
  { clients: 8, spread: PRODUCTS, orders: 6_000, aim: 1 },
  { clients: 32, spread: PRODUCTS, orders: 12_000, aim: 2 },
  { clients: 32, spread: 1, orders: 12_000, yardstickOrders: 3_200, aim: 10 },
];
const FAR: Scenario[] = [
  { clients: 1, spread: PRODUCTS, orders: 300, yardstickOrders: 100, aim: 1 },
  { clients: 32, spread: PRODUCTS, orders: 6_000, yardstickOrders: 3_200, aim: 2 },
  { clients: 32, spread: 1, orders: 6_000, yardstickOrders: 320, aim: 20 },
];

const { values: options } = parseArgs({ options: { delay: { type: 'string', default: '0' } } });
const delayMs = Number(options.delay);
if (!(delayMs >= 0)) throw new Error('--delay takes milliseconds');

const dataDir = path.resolve('.data', 'bench');
rmSync(dataDir, { recursive: true, force: true });
const server = await startEmbedded(dataDir);
const proxy = delayMs > 0 ? await startTcpProxy(server.ownerUrl) : null;
try {
  await migrateDatabase(server.ownerUrl);
  const url = proxy ? proxy.through(server.ownerUrl) : server.ownerUrl;
  const db = createDatabase({ url, max: 4 });
  await fillBenchShop(db, { shoppers: SHOPPERS, products: PRODUCTS });
  await db.sql`analyze`;
  const pgbench = findPgbench();
  console.log(`yardstick: ${pgbench ? 'pgbench -M prepared' : 'a postgres.js loop (no pgbench)'}`);
  if (proxy) console.log(`${delayMs} ms in every round trip`);
  console.log('clients  products  placeOrder/s   p50 ms   p99 ms  one by one/s   ratio   aim');
  for (const scenario of proxy ? FAR : NEAR) await compare(scenario, { db, url, pgbench, proxy });
  if (!proxy) await compareFairness(db);
  await benchTopUps(db);
  await db.close();
  const answerSeconds = LONGEST_CHECK_SECONDS + 2;
  const books = createDatabase({ url: server.ownerUrl, max: 1, answerSeconds });
  await expectInvariants(books);
  await books.close();
  console.log('every invariant of the books holds');
} finally {
  await proxy?.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

interface Bench {
  db: Database;
  url: string;
  pgbench: string | null;
  proxy: TcpProxy | null;
}

/** In turn, ours and theirs, so that a machine that slows down slows both. */
async function compare(scenario: Scenario, bench: Bench): Promise<void> {
  const { clients, spread, orders, yardstickOrders = orders, aim } = scenario;
  const { db, url, pgbench, proxy } = bench;
  const rounds: { ours: Timed; theirs: number; trips: number; ratio: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    far(proxy, 0);
    await fillCarts(db, spread);
    far(proxy, delayMs);
    const tripsBefore = proxy?.counts().roundTrips ?? 0;
    const userIds = range(1, orders);
    const ours = await pressInTurn((id) => pay(db, id, spread), { userIds, clients });
    const trips = (proxy?.counts().roundTrips ?? 0) - tripsBefore;
    far(proxy, 0);
    await fillCarts(db, spread);
    far(proxy, delayMs);
    const theirs = await oneByOne({ url, pgbench, clients, orders: yardstickOrders });
    rounds.push({ ours, theirs, trips, ratio: ours.perSecond / theirs });
  }
  const { ours, theirs, trips, ratio } = medianRound(rounds, (round) => round.ratio);
  const cells = [
    String(clients).padStart(7),
    String(spread).padStart(9),
    ours.perSecond.toFixed(0).padStart(13),
    ...latencyCells(ours),
    theirs.toFixed(0).padStart(13),
    `${ratio.toFixed(2)} ×`.padStart(7),
    `${aim} ×`.padStart(5),
  ];
  if (proxy) cells.push(`  ${(trips / orders).toFixed(2)} round trips an order`);
  console.log(cells.join(' '));
}

function far(proxy: TcpProxy | null, ms: number): void {
  proxy?.set({ delayMs: ms });
}
