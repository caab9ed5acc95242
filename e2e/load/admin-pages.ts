/** How long the operator's pages take over a large shop, and the shop's long public lists. */

import { createRandom, type Random } from '@/db/seed/random';
import { type AdminBench, ask, computedMs, printTable, quantile } from './admin-bench';

/** Milliseconds that a page may take (admin.md: Size). */
const AIM_MS = 300;
const WARM_UP = 3;
const SEED = 20261124;
/** Parts of names that products have (`db/seed/more-products.ts`). */
const WORDS = ['사과', '토마토', 'tea', '컵', '나무', 'ㄱㅁ'];

interface TimedPage {
  name: string;
  /** A new one for each request, so that no answer is measured twice. */
  address(random: Random): string;
}

/**
 * Prints p50 and p95 of each page, asked one after the other, nothing else going on.
 * @param named what the names of the pages hold
 */
export async function benchPages(bench: AdminBench, rounds: number, named: string): Promise<void> {
  const rows: string[][] = [];
  for (const { name, address } of await pagesOf(bench)) {
    if (!name.includes(named)) continue;
    const random = createRandom(SEED, name);
    for (let i = 0; i < WARM_UP; i++) await ask(bench, address(random));
    const times: number[] = [];
    const computed = computedMs(bench);
    for (let i = 0; i < rounds; i++) {
      const from = performance.now();
      await ask(bench, address(random));
      times.push(performance.now() - from);
    }
    const p95 = quantile(times, 0.95);
    const said = [
      ((computedMs(bench) - computed) / rounds).toFixed(0),
      quantile(times, 0.5).toFixed(0),
      p95.toFixed(0),
      p95 < AIM_MS ? 'yes' : '**no**',
    ];
    rows.push([name, ...said]);
    process.stderr.write(`${name}: ${said.join(' / ')}\n`);
  }
  printTable(['Page', 'computing ms', 'p50 ms', 'p95 ms', `under ${AIM_MS} ms`], rows);
}

interface Sizes {
  products: number;
  users: number;
  movements: number;
  audits: number;
  coupons: number;
  first: string;
}

async function pagesOf({ db }: AdminBench): Promise<TimedPage[]> {
  const [size] = await db.sql<Sizes[]>`
    select (select max(id) from products) as products,
      (select max(id) from users) as users, (select max(id) from stock_movements) as movements,
      (select max(id) from audit_log) as audits, (select max(id) from coupons) as coupons,
      (select min(placed_at) from orders) as first`;
  if (!size) throw new Error('The shop is empty.');
  const shoppers = await db.sql<{ name: string; email: string }[]>`
    select name, email from users where role = 'shopper' and id % 97 = 0`;
  // Numbers have gaps, where a checkout was refused.
  const orders = await db.sql<{ id: number }[]>`select id from orders where id % 97 = 0`;
  const any = (most: number) => (random: Random) => random.int(1, most);
  const order = (random: Random) => random.pick(orders).id;
  const [product, user] = [any(size.products), any(size.users)];
  const anybody = (random: Random) => encodeURIComponent(random.pick(shoppers).name);
  const days = (Date.now() - Date.parse(size.first)) / 86_400_000;
  const deepDay = (random: Random) => seoulDay(Date.now() - random.float() * days * 86_400_000);
  const earlier = (random: Random) => `${deepDay(random)}T${String(random.int(10, 23))}:30`;
  return [
    ...['today', 'yesterday', '7d', '30d'].map((range) => ({
      name: `Sales, ${range}`,
      address: () => `/admin?range=${range}`,
    })),
    {
      name: 'Sales, 90 days',
      address: () =>
        `/admin?range=custom&from=${seoulDay(Date.now() - 89 * 86_400_000)}&to=${seoulDay(Date.now())}`,
    },
    {
      name: 'Sales at an earlier moment, 30d',
      address: (r) => `/admin?range=30d&asOf=${earlier(r)}`,
    },
    { name: 'Products', address: () => '/admin/products' },
    { name: 'Products, further on', address: (r) => `/admin/products?after=${product(r)}` },
    { name: 'A product', address: (r) => `/admin/products/${product(r)}` },
    { name: 'Stock', address: () => '/admin/stock' },
    {
      name: 'Stock, further on',
      address: (r) => `/admin/stock?after=${r.int(1, 60)}-${product(r)}`,
    },
    { name: 'Stock at an earlier moment', address: (r) => `/admin/stock?asOf=${earlier(r)}` },
    { name: "A product's stock", address: (r) => `/admin/stock/${product(r)}` },
    {
      name: "A product's stock at an earlier moment",
      address: (r) => `/admin/stock/${product(r)}?asOf=${earlier(r)}`,
    },
    { name: 'Coupons', address: () => '/admin/coupons' },
    { name: 'A coupon', address: (r) => `/admin/coupons/${r.int(1, size.coupons)}` },
    { name: 'Orders', address: () => '/admin/orders' },
    {
      name: 'Orders, further on',
      address: (r) => `/admin/orders?after=${deepDay(r)}.${order(r)}`,
    },
    { name: 'Orders of one status', address: () => '/admin/orders?status=paid' },
    { name: 'Orders by number', address: (r) => `/admin/orders?q=J-${order(r)}` },
    { name: 'Orders by name', address: (r) => `/admin/orders?q=${anybody(r)}` },
    {
      name: 'Orders by e-mail',
      address: (r) => `/admin/orders?q=${encodeURIComponent(r.pick(shoppers).email)}`,
    },
    {
      name: 'Orders by product',
      address: (r) => `/admin/orders?q=${encodeURIComponent(r.pick(WORDS))}`,
    },
    { name: 'An order', address: (r) => `/admin/orders/${order(r)}` },
    { name: 'Customers', address: () => '/admin/customers' },
    { name: 'Customers, further on', address: (r) => `/admin/customers?before=${user(r)}` },
    { name: 'Customers by name', address: (r) => `/admin/customers?q=${anybody(r)}` },
    { name: 'A customer', address: (r) => `/admin/customers/${user(r)}` },
    {
      name: 'A customer at an earlier moment',
      address: (r) => `/admin/customers/${user(r)}?asOf=${earlier(r)}`,
    },
    { name: 'Audit log', address: () => '/admin/audit' },
    {
      name: 'Audit log, further on',
      address: (r) => `/admin/audit?before=${r.int(1, size.audits)}`,
    },
    { name: 'Lost demand, 30 days', address: () => '/admin/lost-demand?range=30d' },
    { name: 'Entries of all wallets, 30 days', address: () => '/admin/wallet-entries?range=30d' },
    { name: 'Integrity (the last check)', address: () => '/admin/integrity' },
    { name: 'Shop: products', address: (r) => `/products?page=${r.int(1, 5)}` },
    { name: 'Shop: products, further on', address: (r) => `/products?page=${r.int(300, 410)}` },
    {
      name: 'Shop: products by price',
      address: (r) => `/products?sort=price-asc&page=${r.int(1, 400)}`,
    },
    { name: 'Shop: search', address: (r) => `/products?q=${encodeURIComponent(r.pick(WORDS))}` },
  ];
}

function seoulDay(ms: number): string {
  return new Date(ms + 9 * 3_600_000).toISOString().slice(0, 10);
}
