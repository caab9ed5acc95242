import type { Database } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import { passwordMatches } from '@/lib/auth/password';
import { listPopularProducts } from '@/lib/domain/sales/list-popular-products';
import { sampleProducts } from './catalogue';
import { bulkClerks } from './clerks/bulk-clerks';
import type { Clerks } from './clerks/clerks';
import { domainClerks } from './clerks/domain-clerks';
import { fillShop } from './fill-shop';

const NOW = new Date('2026-03-04T05:06:07.890Z');
const SIZE = { days: 30, orders: 120, products: 48, shoppers: 40 };

function fill(db: Database, clerks: Clerks) {
  return fillShop(db, { size: SIZE, seed: 7, now: NOW, clerks, demoPassword: 'a-demo-password' });
}

/** What an operator would see of the history as a whole. */
async function totals({ sql }: Database) {
  const [orders] = await sql`
    select count(*) as orders, sum(total) as paid, sum(discount) as discounts,
      count(*) filter (where status = 'cancelled') as cancelled,
      count(*) filter (where status = 'fulfilled') as fulfilled,
      max(placed_at) as latest
    from orders`;
  const [others] = await sql`
    select (select sum(balance) from wallets) as held, (select sum(used) from coupon_usage) as used,
      (select count(*) from wallet_entries) as entries,
      (select count(*) from stock_movements) as movements,
      (select count(*) from audit_log) as audited,
      (select count(*) from checkout_attempts) as attempts`;
  return { ...orders, ...others };
}

test('a sample shop breaks no invariant, and the same seed makes the same one either way', async ({
  db,
  workerDatabase,
}) => {
  const played = await fill(db, domainClerks);
  expect(played.cancelled).toBeGreaterThan(0);
  expect(Object.keys(played.refused)).toContain('INSUFFICIENT_BALANCE');
  const first = await totals(db);
  expect(first.orders).toBe(SIZE.orders + 5);
  expect(first.latest <= NOW.toISOString()).toBe(true);

  await workerDatabase.empty();
  await fill(db, bulkClerks);
  expect(await totals(db)).toEqual(first);
});

test('the sample shop has what a first visitor looks for', async ({ db }) => {
  await fill(db, bulkClerks);
  const { sql } = db;

  const stock = await sql<{ slug: string; quantity: number }[]>`
    select slug, quantity from products join stock on product_id = id`;
  expect(Object.fromEntries(stock.map((row) => [row.slug, row.quantity]))).toEqual(
    Object.fromEntries(sampleProducts.map(({ slug, quantityLeft }) => [slug, quantityLeft])),
  );

  const [soldOut] = await sql`
    select used, total_limit from coupon_usage join coupons on id = coupon_id where code = 'SOLDOUT'`;
  expect(soldOut?.used).toBe(soldOut?.total_limit);

  const offers = await sql<{ code: string; left: number; demo: boolean }[]>`
    select code, claim_limit - claimed as left, exists (
      select from coupon_claims join users on users.id = user_id
      where coupon_claims.coupon_id = coupons.id and email = 'shopper@example.com') as demo
    from coupons join coupon_usage on coupon_id = coupons.id where claim_limit is not null`;
  expect(offers.filter(({ demo }) => demo).map(({ code }) => code)).toEqual([
    ...['FIRST3000', 'BIG10000'],
  ]);
  expect(offers.map(({ left }) => Math.min(left, 1)).sort()).toEqual([0, 1, 1, 1]);

  const [admin] = await sql`select * from users where role = 'admin'`;
  expect(admin?.email).toBe('admin@example.com');
  expect(await passwordMatches('a-demo-password', admin?.password_hash)).toBe(true);
  const [shopper] = await sql`
    select id, password_hash, balance from users join wallets on user_id = id
    where email = 'shopper@example.com'`;
  expect(await passwordMatches('a-demo-password', shopper?.password_hash)).toBe(true);
  expect(shopper?.balance).toBeGreaterThan(100_000);
  const past = await sql`
    select status, coupon_code, coupon_reason from orders where user_id = ${shopper?.id} order by id`;
  expect(past.map((order) => [order.coupon_code, order.coupon_reason])).toEqual([
    [null, null],
    ['WELCOME10', null],
    [null, null],
    ['EXPIRED', 'EXPIRED'],
    ['FIXED5000', null],
  ]);
  expect(past.map(({ status }) => status)).toEqual([
    ...['fulfilled', 'fulfilled', 'cancelled', 'paid', 'paid'],
  ]);

  for (const days of [3, 7, 30]) {
    const { products } = await listPopularProducts(db, { days, limit: 5 }, NOW);
    expect(products).toHaveLength(5);
  }
});
