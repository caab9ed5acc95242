/**
 * `npm run bench:pages`: the home and a product page, which are at most 3 s old, against a page of the
 * same build that never changes (`/guide`). Prints requests a second as ratios, and whether the first
 * visitor after silence is shown fresh stock.
 */
import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import postgres from 'postgres';
import startCluster from '../support/global-setup';
import { openSampleShop, type Shop } from '../support/shop';
import { medianRound } from './press';

const STATIC_PAGE = '/guide';
const CONNECTIONS = 16;
const SECONDS = 5;
const ROUNDS = 3;
const AIM = 0.8;
const SILENCE_MS = 6_000;

process.env.TEST_DATA_DIR = '.data-bench';
const stopCluster = await startCluster();
try {
  const shop = await openSampleShop('bench_pages');
  const product = await anyProduct(shop);
  console.log(`page  requests/s  p99 ms  of ${STATIC_PAGE}  aim`);
  await compare(shop, 'home', '/');
  await compare(shop, 'product', product.page);
  await firstByteAfterSilence(shop, product.page, product.id);
  await shop.stop();
} finally {
  await stopCluster();
}

/** In turn, static and ours, so that a machine that slows down slows both. */
async function compare(shop: Shop, name: string, page: string): Promise<void> {
  await load(shop, STATIC_PAGE, 1);
  await load(shop, page, 1);
  const rounds: { ours: autocannon.Result; ratio: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const still = await load(shop, STATIC_PAGE, SECONDS);
    const ours = await load(shop, page, SECONDS);
    rounds.push({ ours, ratio: ours.requests.average / still.requests.average });
  }
  const { ours, ratio } = medianRound(rounds, (round) => round.ratio);
  const perSecond = ours.requests.average.toFixed(0);
  console.log(`${name}  ${perSecond}  ${ours.latency.p99}  ${ratio.toFixed(2)} ×  ${AIM} ×`);
}

async function load(shop: Shop, page: string, duration: number): Promise<autocannon.Result> {
  const result = await autocannon({
    url: `${shop.url}${page}`,
    connections: CONNECTIONS,
    duration,
    headers: { 'accept-language': 'ko' },
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${page}: ${result.non2xx} other answers, ${result.errors} errors`);
  }
  return result;
}

/** Silence longer than any page's age, then a sale behind the page's back, then one visitor. */
async function firstByteAfterSilence(shop: Shop, page: string, productId: number): Promise<void> {
  const sql = postgres(shop.databaseUrl, { max: 1 });
  const read = async () => {
    const from = performance.now();
    const response = await fetch(`${shop.url}${page}`);
    const html = await response.text();
    const stock = /data-stock="(\d+)"/.exec(html)?.[1];
    return { stock: Number(stock), ms: performance.now() - from };
  };
  const before = await read();
  await pause(SILENCE_MS);
  const [row] = await sql<{ quantity: number }[]>`
    update stock set quantity = quantity - 1 where product_id = ${productId} returning quantity`;
  const after = await read();
  await sql.end();
  const fresh = after.stock === row?.quantity;
  console.log(
    `first visit after silence: ${after.ms.toFixed(0)} ms, stock ${before.stock} → ${after.stock}, ${fresh ? 'fresh' : 'STALE'}`,
  );
}

async function anyProduct(shop: Shop): Promise<{ id: number; page: string }> {
  const sql = postgres(shop.databaseUrl, { max: 1 });
  const [product] = await sql<{ id: number; slug: string }[]>`
    select p.id::int, p.slug from products p join stock s on s.product_id = p.id
    where p.published and s.quantity > 10 order by p.id limit 1`;
  await sql.end();
  if (!product) throw new Error('The sample shop has no product in stock.');
  return { id: product.id, page: `/products/${product.slug}` };
}
