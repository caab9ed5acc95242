import type { Database } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import {
  fillCart,
  makeCoupon,
  makeProduct,
  makeShopper,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { cancelOrder } from '../orders/cancel-order';
import { getSalesScreen } from './get-sales-screen';
import type { SalesRange } from './period-rules';
import { averageOrderValue, netSales, sumFigures } from './rules';

/** Instants in Korean time. */
const seoul = (text: string) => new Date(`${text}+09:00`);
const NOW = seoul('2026-11-23T15:30:00');

/** One order of one product at an instant. */
async function order(
  db: Database,
  at: string,
  line: { productId: number; quantity: number },
  couponCode: string | null = null,
) {
  const userId = await makeShopper(db, { balance: 1_000_000 });
  await fillCart(db, userId, [line]);
  return succeeded(await press(db, userId, { now: seoul(at), couponCode }));
}

async function cancel(db: Database, orderId: number, at: string) {
  const userId = await makeShopper(db, { role: 'admin' });
  succeeded(await cancelOrder(db, { orderId, actor: { userId, role: 'admin' } }, seoul(at)));
}

/**
 * A history with every awkward case: both sides of midnight, cancels on later days and inside the
 * range of an order outside it, a coupon, a ₩0 order, and orders after the same time yesterday.
 */
async function history(db: Database) {
  const apple = await makeProduct(db, { price: 10_000 });
  const pear = await makeProduct(db, { price: 7_000 });
  const free = await makeCoupon(db, { percent: 100 });
  const tenth = await makeCoupon(db, { percent: 10 });
  const long = { startsAt: seoul('2026-01-01T00:00:00'), endsAt: seoul('2027-01-01T00:00:00') };
  const always = await makeCoupon(db, { kind: 'fixed', amount: 3_000, ...long });

  const old = await order(db, '2026-11-10T12:00:00', { productId: apple, quantity: 5 });
  await order(db, '2026-11-16T09:00:00', { productId: apple, quantity: 2 }, always.code);
  await order(db, '2026-11-16T23:59:59.999', { productId: pear, quantity: 1 });
  await order(db, '2026-11-17T00:00:00', { productId: pear, quantity: 2 });
  await order(db, '2026-11-21T23:59:00', { productId: apple, quantity: 1 });
  const late = await order(db, '2026-11-22T00:01:00', { productId: apple, quantity: 3 });
  await order(db, '2026-11-22T15:30:00', { productId: pear, quantity: 4 });
  await order(db, '2026-11-22T15:31:00', { productId: pear, quantity: 6 });
  await order(db, '2026-11-22T23:59:00', { productId: apple, quantity: 1 }, tenth.code);
  await order(db, '2026-11-23T00:01:00', { productId: apple, quantity: 2 }, tenth.code);
  await order(db, '2026-11-23T15:00:00', { productId: pear, quantity: 1 }, free.code);
  const taken = await order(db, '2026-11-23T15:05:00', { productId: apple, quantity: 9 });
  await cancel(db, old.orderId, '2026-11-22T10:00:00');
  await cancel(db, late.orderId, '2026-11-23T00:00:00');
  await cancel(db, taken.orderId, '2026-11-23T15:10:00');
}

/** The same figures counted from the lines, without buckets, rollup or generated columns. */
async function truth(db: Database, from: string, until: string) {
  const [from_, until_] = [seoul(from), seoul(until)];
  const [sold] = await db.sql<
    { gross: number; discounts: number; orders: number; cancelled: number; units: number }[]
  >`
    select coalesce(sum(l.unit_price * l.quantity), 0)::bigint as gross,
      coalesce(sum(l.discount_share), 0)::bigint as discounts,
      count(distinct o.id)::int as orders,
      (count(distinct o.id) filter (where o.cancelled_at is not null))::int as cancelled,
      coalesce(sum(l.quantity), 0)::int as units
    from order_lines l join orders o on o.id = l.order_id
    where o.placed_at >= ${from_} and o.placed_at <= ${until_}`;
  const [back] = await db.sql<{ returns: number }[]>`
    select coalesce(sum(amount), 0)::bigint as returns from wallet_entries
    where kind = 'refund' and created_at >= ${from_} and created_at <= ${until_}`;
  const [returned] = await db.sql<{ units: number }[]>`
    select coalesce(sum(delta), 0)::int as units from stock_movements
    where kind = 'return' and created_at >= ${from_} and created_at <= ${until_}`;
  return {
    gross: sold?.gross,
    discounts: sold?.discounts,
    returns: back?.returns,
    orders: sold?.orders,
    cancelledOrders: sold?.cancelled,
    units: sold?.units,
    returnedUnits: returned?.units,
  };
}

const ranges: { range: SalesRange; now: [string, string]; before: [string, string] }[] = [
  {
    range: 'today',
    now: ['2026-11-23T00:00:00', '2026-11-23T15:30:00'],
    before: ['2026-11-22T00:00:00', '2026-11-22T15:30:00'],
  },
  {
    range: '7d',
    now: ['2026-11-17T00:00:00', '2026-11-23T15:30:00'],
    before: ['2026-11-10T00:00:00', '2026-11-16T15:30:00'],
  },
  {
    range: '30d',
    now: ['2026-10-25T00:00:00', '2026-11-23T15:30:00'],
    before: ['2026-09-25T00:00:00', '2026-10-24T15:30:00'],
  },
];

for (const { range, now, before } of ranges) {
  test(`the figures of ${range} and of the period before are what the books say`, async ({
    db,
  }) => {
    await history(db);
    const screen = await getSalesScreen(db, range, NOW);
    expect(sumFigures(screen.figures)).toEqual(await truth(db, ...now));
    expect(sumFigures(screen.previousFigures)).toEqual(await truth(db, ...before));
  });
}

test('an order at 23:59 and one at 00:01 land on their own days, a cancel on its own', async ({
  db,
}) => {
  await history(db);
  const { figures } = await getSalesScreen(db, '7d', NOW);
  expect(figures.map(({ gross }) => gross)).toEqual([14_000, 0, 0, 0, 10_000, 110_000, 117_000]);
  expect(figures.map(({ orders }) => orders)).toEqual([1, 0, 0, 0, 1, 4, 3]);
  expect(figures.map(({ returns }) => returns)).toEqual([0, 0, 0, 0, 0, 50_000, 120_000]);
});

test('today is cut into hours up to now, those without sales too', async ({ db }) => {
  await history(db);
  const { figures } = await getSalesScreen(db, 'today', NOW);
  expect(figures).toHaveLength(16);
  expect(figures[0]).toMatchObject({ gross: 20_000, discounts: 2_000, returns: 30_000 });
  expect(figures[15]).toMatchObject({ gross: 97_000, discounts: 7_000, returns: 90_000 });
  const today = sumFigures(figures);
  expect(netSales(today)).toBe(20_000 + 97_000 - 9_000 - 120_000);
  expect(averageOrderValue(today)).toBe(36_000);
});

test('top products leave out cancelled units; an empty shop is zeros, not an error', async ({
  db,
}) => {
  const empty = await getSalesScreen(db, '7d', NOW);
  expect(sumFigures(empty.figures)).toMatchObject({ gross: 0, orders: 0 });
  expect(averageOrderValue(sumFigures(empty.figures))).toBeNull();
  expect(empty.topProducts).toEqual([]);

  await history(db);
  const { topProducts } = await getSalesScreen(db, '7d', NOW);
  expect(topProducts.map(({ units, revenue }) => [units, revenue])).toEqual([
    [13, 84_000],
    [4, 37_000],
  ]);
});

test('wallet liability is what wallets hold, compared with the start of the range', async ({
  db,
}) => {
  await history(db);
  const { liability } = await getSalesScreen(db, '7d', NOW);
  const [held] = await db.sql<{ won: number }[]>`
    select sum(balance)::bigint as won from wallets`;
  const [earlier] = await db.sql<{ won: number }[]>`
    select sum(amount)::bigint as won from wallet_entries
    where created_at < ${seoul('2026-11-17T00:00:00')}`;
  expect(liability).toEqual({ opening: earlier?.won, closing: held?.won });
});

test('low and sold-out products are counted apart, hidden ones not at all', async ({ db }) => {
  await makeProduct(db, { quantity: 0 });
  await makeProduct(db, { quantity: 0, published: false });
  const low = await makeProduct(db, { quantity: 10 });
  await makeProduct(db, { quantity: 11 });
  await order(db, '2026-11-22T12:00:00', { productId: low, quantity: 3 });
  const { stock } = await getSalesScreen(db, 'today', NOW);
  expect([stock.low, stock.out]).toEqual([1, 1]);
  expect(stock.products.map(({ quantity }) => quantity)).toEqual([0, 7]);
  expect(stock.products[1]?.unitsInSevenDays).toBe(3);
});
