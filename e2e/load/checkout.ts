/**
 * `npm run bench:checkout`: `placeOrder` against the same statements sent one by one by `pgbench -M
 * prepared`, on the same server in the same run. Prints ratios; absolute numbers are the machine's.
 *
 * The yardstick without pgbench is a plain postgres.js loop over the same statements; it says so.
 */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { createDatabase, type Database } from '@/db/client';
import { startEmbedded } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { placeOrder } from '@/lib/domain/orders/place-order';
import { fillBenchShop, fillCarts } from './checkout-shop';
import { findPgbench, oneByOne } from './one-by-one';

const SHOPPERS = 16_000;
const PRODUCTS = 1_000;
const ROUNDS = 3;
const SCENARIOS = [
  { clients: 1, spread: PRODUCTS, orders: 1_500, aim: 1 },
  { clients: 8, spread: PRODUCTS, orders: 6_000, aim: 1 },
  { clients: 32, spread: PRODUCTS, orders: 12_000, aim: 2 },
  { clients: 32, spread: 1, orders: 12_000, yardstickOrders: 3_200, aim: 10 },
];

const dataDir = path.resolve('.data', 'bench');
rmSync(dataDir, { recursive: true, force: true });
const server = await startEmbedded(dataDir);
try {
  await migrateDatabase(server.ownerUrl);
  const db = createDatabase({ url: server.ownerUrl, max: 4 });
  await fillBenchShop(db, { shoppers: SHOPPERS, products: PRODUCTS });
  await db.sql`analyze`;
  const pgbench = findPgbench();
  console.log(`yardstick: ${pgbench ? 'pgbench -M prepared' : 'a postgres.js loop (no pgbench)'}`);
  console.log('clients  products  placeOrder/s   p50 ms   p99 ms  one by one/s   ratio   aim');
  for (const scenario of SCENARIOS) await compare(db, server.ownerUrl, pgbench, scenario);
  await db.close();
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function compare(
  db: Database,
  url: string,
  pgbench: string | null,
  scenario: (typeof SCENARIOS)[number],
): Promise<void> {
  const { clients, spread, orders, yardstickOrders = orders, aim } = scenario;
  const runs: { ours: number; theirs: number; latencies: number[] }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await fillCarts(db, spread);
    const ours = await timed(orders, clients, (userId) => order(db, userId));
    await fillCarts(db, spread);
    const theirs = await oneByOne({ url, pgbench, clients, orders: yardstickOrders });
    runs.push({ ours: ours.perSecond, theirs, latencies: ours.latencies });
  }
  runs.sort((a, b) => a.ours / a.theirs - b.ours / b.theirs);
  const { ours, theirs, latencies } = runs[ROUNDS >> 1] as (typeof runs)[number];
  const cells = [
    String(clients).padStart(7),
    String(spread).padStart(9),
    ours.toFixed(0).padStart(13),
    percentile(latencies, 0.5).toFixed(1).padStart(8),
    percentile(latencies, 0.99).toFixed(1).padStart(8),
    theirs.toFixed(0).padStart(13),
    `${(ours / theirs).toFixed(2)} ×`.padStart(7),
    `${aim} ×`.padStart(5),
  ];
  console.log(cells.join(' '));
}

/** Clients in this process that each wait for their answer before they press again. */
async function timed(
  total: number,
  clients: number,
  press: (userId: number) => Promise<void>,
): Promise<{ perSecond: number; latencies: number[] }> {
  const latencies: number[] = [];
  let next = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < total) {
        next += 1;
        const pressedAt = performance.now();
        await press(next);
        latencies.push(performance.now() - pressedAt);
      }
    }),
  );
  return { perSecond: (total / (performance.now() - from)) * 1_000, latencies };
}

async function order(db: Database, userId: number): Promise<void> {
  const delivery = { recipient: 'Kim', phone: '010-0000-0000', address: 'Seoul' };
  const outcome = await placeOrder(
    db,
    {
      userId,
      idempotencyKey: randomUUID(),
      couponCode: null,
      confirmedTotal: 1_000,
      confirmedSubtotal: null,
      delivery,
    },
    new Date(),
  );
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
