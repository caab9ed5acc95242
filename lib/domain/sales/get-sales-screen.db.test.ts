import type { Database } from '@/db/client';
import { askSales } from '@/e2e/support/ask-sales';
import { expect, test } from '@/e2e/support/db-test';
import { cancelAt, makeSalesHistory, orderAt, seoul } from '@/e2e/support/sales-history';
import { makeProduct } from '@/e2e/support/sample';
import type { Query } from '@/lib/query-value';
import { ALL_ORDERS } from '@/lib/views/order-address';
import { listStock } from '../catalog/list-stock';
import { listOrders } from '../orders/list-orders';
import type { OrderFilter } from '../orders/order-filter-rules';
import { addDays } from '../seoul-day';
import { getSalesScreen } from './get-sales-screen';
import { averageOrderValue, netSales, sumFigures } from './rules';

const NOW = seoul('2026-11-23T15:30:00');

const look = (db: Database, query: Query, { asOf = NOW, live = true } = {}) =>
  getSalesScreen(db, askSales(query, asOf), { asOf, live }, db);

interface Chosen {
  productId?: number;
  couponCode?: string;
  status?: string;
}

/** The same figures counted from lines, entries and movements, without buckets or generated columns. */
async function truth(db: Database, from: string, until: string, chosen: Chosen = {}) {
  const [from_, until_] = [seoul(from), seoul(until)];
  const { productId = null, couponCode = null, status = null } = chosen;
  const only = db.sql`(${productId}::bigint is null or l.product_id = ${productId})
    and (${couponCode}::text is null or o.discount > 0 and o.coupon_code = ${couponCode})
    and (${status}::text is null or o.status::text = ${status})`;
  const [sold] = await db.sql<
    { gross: number; discounts: number; orders: number; cancelled: number; units: number }[]
  >`
    select coalesce(sum(l.unit_price * l.quantity), 0)::bigint as gross,
      coalesce(sum(l.discount_share), 0)::bigint as discounts,
      count(distinct o.id)::int as orders,
      (count(distinct o.id) filter (where o.cancelled_at is not null))::int as cancelled,
      coalesce(sum(l.quantity), 0)::int as units
    from order_lines l join orders o on o.id = l.order_id
    where o.placed_at >= ${from_} and o.placed_at <= ${until_} and ${only}`;
  const [back] = await db.sql<{ returns: number; units: number }[]>`
    select coalesce(sum(l.unit_price * l.quantity - l.discount_share), 0)::bigint as returns,
      coalesce(sum(m.delta), 0)::int as units
    from wallet_entries e join orders o on o.id = e.order_id
    join order_lines l on l.order_id = o.id
    join stock_movements m on m.order_id = o.id and m.product_id = l.product_id
      and m.kind = 'return'
    where e.kind = 'refund' and e.created_at >= ${from_} and e.created_at <= ${until_} and ${only}`;
  return {
    gross: sold?.gross,
    discounts: sold?.discounts,
    returns: back?.returns,
    orders: sold?.orders,
    cancelledOrders: sold?.cancelled,
    units: sold?.units,
    returnedUnits: back?.units,
  };
}

const today = ['2026-11-23T00:00:00', '2026-11-23T15:30:00'] as const;
const ranges: { query: Query; now: readonly [string, string]; before?: [string, string] }[] = [
  { query: { range: 'today' }, now: today, before: ['2026-11-22T00:00:00', '2026-11-22T15:30:00'] },
  {
    query: { range: 'today', compare: 'week' },
    now: today,
    before: ['2026-11-16T00:00:00', '2026-11-16T15:30:00'],
  },
  { query: { range: 'today', compare: 'none' }, now: today },
  {
    query: { range: 'yesterday' },
    now: ['2026-11-22T00:00:00', '2026-11-22T23:59:59.999'],
    before: ['2026-11-21T00:00:00', '2026-11-21T23:59:59.999'],
  },
  {
    query: { range: '3d' },
    now: ['2026-11-21T00:00:00', '2026-11-23T15:30:00'],
    before: ['2026-11-18T00:00:00', '2026-11-20T15:30:00'],
  },
  {
    query: { range: '7d' },
    now: ['2026-11-17T00:00:00', '2026-11-23T15:30:00'],
    before: ['2026-11-10T00:00:00', '2026-11-16T15:30:00'],
  },
  {
    query: { range: '30d', by: 'week' },
    now: ['2026-10-25T00:00:00', '2026-11-23T15:30:00'],
    before: ['2026-09-25T00:00:00', '2026-10-24T15:30:00'],
  },
  {
    query: { range: 'month', compare: 'month' },
    now: ['2026-11-01T00:00:00', '2026-11-23T15:30:00'],
    before: ['2026-10-01T00:00:00', '2026-10-23T15:30:00'],
  },
  {
    query: { from: '2026-11-10', to: '2026-11-16' },
    now: ['2026-11-10T00:00:00', '2026-11-16T23:59:59.999'],
    before: ['2026-11-03T00:00:00', '2026-11-09T23:59:59.999'],
  },
];

test('the figures of every range and of what it is compared with are what the books say', async ({
  db,
}) => {
  await makeSalesHistory(db);
  for (const { query, now, before } of ranges) {
    for (const live of [true, false]) {
      const screen = await look(db, query, { live });
      const said = JSON.stringify(query);
      expect(sumFigures(screen.figures), said).toEqual(await truth(db, ...now));
      if (before) {
        expect(sumFigures(screen.previousFigures), said).toEqual(await truth(db, ...before));
      } else expect(screen.previous).toBeNull();
    }
  }
});

test('product, coupon and status choose the same sales as in the books', async ({ db }) => {
  const { apple, pear, tenth } = await makeSalesHistory(db);
  const span = ['2026-11-17T00:00:00', '2026-11-23T15:30:00'] as const;
  const choices: [Query, Chosen][] = [
    [{ product: String(apple) }, { productId: apple }],
    [{ product: String(pear) }, { productId: pear }],
    [{ coupon: tenth.code }, { couponCode: tenth.code }],
    [
      { product: String(apple), coupon: tenth.code },
      { productId: apple, couponCode: tenth.code },
    ],
    ...['paid', 'fulfilled', 'cancelled'].map((status): [Query, Chosen] => [
      { status },
      { status },
    ]),
  ];
  for (const [query, chosen] of choices) {
    const { figures } = await look(db, { range: '7d', ...query });
    expect(sumFigures(figures), JSON.stringify(query)).toEqual(await truth(db, ...span, chosen));
  }
});

test('an order at 23:59 and one at 00:01 land on their own days, a cancel on its own', async ({
  db,
}) => {
  await makeSalesHistory(db);
  const { figures } = await look(db, { range: '7d' });
  expect(figures.map(({ gross }) => gross)).toEqual([14_000, 0, 0, 0, 10_000, 110_000, 138_000]);
  expect(figures.map(({ orders }) => orders)).toEqual([1, 0, 0, 0, 1, 4, 4]);
  expect(figures.map(({ returns }) => returns)).toEqual([0, 0, 0, 0, 0, 50_000, 120_000]);
});

for (const query of [{ range: 'yesterday' }, { range: 'today' }, { range: '7d' }]) {
  test(`each point of ${query.range} is the list that it leads to, returns and all`, async ({
    db,
  }) => {
    await makeSalesHistory(db);
    const question = askSales(query, NOW);
    const { figures, topProducts, coupons } = await look(db, query);
    const rowsOf = (filter: Partial<OrderFilter>) => {
      const days = { from: question.from, to: question.to };
      return listOrders(db, { ...ALL_ORDERS, ...days, asOf: NOW, ...filter }, null, 100);
    };
    for (const [i, point] of figures.entries()) {
      const day = addDays(question.from, i);
      const filter = question.unit === 'hour' ? { hour: i } : { from: day, to: day };
      const { orders, sums } = await rowsOf(filter);
      expect([sums.total - (sums.returned ?? 0), orders.length]).toEqual([
        netSales(point),
        point.orders,
      ]);
    }
    for (const { productId, units, revenue } of topProducts) {
      const { sums } = await rowsOf({ productId, status: 'standing' });
      expect([sums.units, sums.total]).toEqual([units, revenue]);
    }
    for (const { code, cost, revenue, orders } of coupons) {
      const { sums } = await rowsOf({ coupon: code });
      expect([sums.discount, sums.total, sums.orders]).toEqual([cost, revenue, orders]);
    }
  });
}

test('today is cut into hours up to now, those without sales too', async ({ db }) => {
  await makeSalesHistory(db);
  const { figures } = await look(db, { range: 'today' });
  expect(figures).toHaveLength(16);
  expect(figures[0]).toMatchObject({ gross: 20_000, discounts: 2_000, returns: 30_000 });
  expect(figures[14]).toMatchObject({ gross: 21_000, discounts: 4_000, returns: 0 });
  expect(figures[15]).toMatchObject({ gross: 97_000, discounts: 7_000, returns: 90_000 });
  const sums = sumFigures(figures);
  expect(netSales(sums)).toBe(138_000 - 13_000 - 120_000);
  expect(averageOrderValue(sums)).toBe(31_250);
});

test('top products leave out cancelled units; an empty shop is zeros, not an error', async ({
  db,
}) => {
  const empty = await look(db, { range: '7d' });
  expect(sumFigures(empty.figures)).toMatchObject({ gross: 0, orders: 0 });
  expect(averageOrderValue(sumFigures(empty.figures))).toBeNull();
  expect(empty.topProducts).toEqual([]);
  expect(empty.coupons).toEqual([]);

  await makeSalesHistory(db);
  const byUnits = (await look(db, { range: '7d' })).topProducts;
  expect(byUnits.map(({ nameEn, units, revenue }) => [nameEn, units, revenue])).toEqual([
    ['Pear', 16, 101_000],
    ['Apple', 4, 37_000],
  ]);
  const today = { range: 'today', top: 'revenue' };
  const byRevenue = (await look(db, today)).topProducts;
  expect(byRevenue.map(({ nameEn, units, revenue }) => [nameEn, units, revenue])).toEqual([
    ['Apple', 2, 18_000],
    ['Pear', 4, 17_000],
  ]);
});

for (const live of [true, false]) {
  test(`of two that sold alike the one sold last is first, whatever was cancelled, ${live ? 'now' : 'looking back'}`, async ({
    db,
  }) => {
    const [cancelled, last] = [await makeProduct(db), await makeProduct(db)];
    await orderAt(db, '2026-11-20T12:00:00', { productId: cancelled, quantity: 1 });
    await orderAt(db, '2026-11-21T12:00:00', { productId: last, quantity: 1 });
    const { orderId } = await orderAt(db, '2026-11-22T12:00:00', {
      productId: cancelled,
      quantity: 1,
    });
    await cancelAt(db, orderId, '2026-11-22T13:00:00');
    const { topProducts } = await look(db, { range: '7d' }, { live });
    expect(topProducts.map(({ productId }) => productId)).toEqual([last, cancelled]);
  });
}

test('what coupons cost adds up to the discounts of the range', async ({ db }) => {
  const { tenth } = await makeSalesHistory(db);
  const { coupons, figures } = await look(db, { range: '30d' });
  const cost = coupons.reduce((sum, coupon) => sum + coupon.cost, 0);
  expect(cost).toBe(sumFigures(figures).discounts);
  expect(coupons.find(({ code }) => code === tenth.code)).toMatchObject({
    orders: 2,
    cost: 3_000,
    revenue: 27_000,
  });
});

for (const live of [true, false]) {
  test(`wallets: opening, flows and closing are the entries, ${live ? 'now' : 'looking back'}`, async ({
    db,
  }) => {
    await makeSalesHistory(db);
    const { wallet } = await look(db, { range: '7d' }, { live });
    const sum = async (until: Date) => {
      const [row] = await db.sql<{ won: number }[]>`
        select coalesce(sum(amount), 0)::bigint as won from wallet_entries
        where created_at <= ${until}`;
      return row?.won;
    };
    const [held] = await db.sql<{ won: number }[]>`
      select sum(balance)::bigint as won from wallets`;
    expect(wallet.opening).toBe(await sum(seoul('2026-11-16T23:59:59.999')));
    expect(wallet.before).toBe(await sum(seoul('2026-11-16T15:30:00')));
    expect(wallet.closing).toBe(held?.won);
    const refunds = wallet.flows.map((flow) => flow.refunds);
    expect(refunds).toEqual([0, 0, 0, 0, 0, 50_000, 120_000]);
  });

  test(`low and sold-out products are counted apart, hidden ones not at all, ${live ? 'now' : 'looking back'}`, async ({
    db,
  }) => {
    await makeProduct(db, { quantity: 0 });
    await makeProduct(db, { quantity: 0, published: false });
    const low = await makeProduct(db, { quantity: 10 });
    const few = await makeProduct(db, { quantity: 12 });
    await makeProduct(db, { quantity: 11 });
    await orderAt(db, '2026-11-23T12:30:00', { productId: low, quantity: 3 });
    await orderAt(db, '2026-11-24T13:00:00', { productId: few, quantity: 12 });
    const asOf = seoul('2026-11-24T12:30:00');
    const { stock } = await look(db, { range: 'today' }, { asOf, live });
    expect(stock.now).toEqual({ low: 1, out: 1 });
    for (const level of ['low', 'out'] as const) {
      // What came later is not in the books of then; now, the shelves are as they stand.
      const choice = { search: null, state: 'published', level } as const;
      const page = { after: null, limit: 10 };
      const { rows, count } = await listStock(db, choice, page, live ? null : asOf);
      expect([rows.length, count], level).toEqual(level === 'out' && live ? [2, 2] : [1, 1]);
    }
    // A range that ended before has no stock of its own, so nothing to compare with.
    expect((await look(db, { range: 'yesterday' }, { asOf, live })).stock).toMatchObject({
      now: stock.now,
      before: null,
    });
    expect(stock.before).toEqual({ low: 1, out: 1 });
    expect(stock.products.map(({ quantity }) => quantity)).toEqual([0, 7]);
    expect(stock.products[1]?.unitsInSevenDays).toBe(3);
    const later = { asOf: seoul('2026-11-24T13:00:00'), live };
    expect((await look(db, { range: 'today' }, later)).stock.now).toEqual({ low: 1, out: 2 });
  });
}

test('looking back shows the very screen of that instant, whatever has happened since', async ({
  db,
}) => {
  const { apple, pear } = await makeSalesHistory(db);
  const queries: Query[] = [{ range: 'today' }, { range: '7d', product: String(apple) }];
  const then = await Promise.all(queries.map((query) => look(db, query)));
  const back = await Promise.all(queries.map((query) => look(db, query, { live: false })));
  expect(back).toEqual(then);

  const { orderId } = await orderAt(db, '2026-11-23T15:31:00', { productId: pear, quantity: 60 });
  await cancelAt(db, orderId, '2026-11-23T15:32:00');
  await orderAt(db, '2026-11-23T15:33:00', { productId: apple, quantity: 70 });
  const last = then[0]?.recentOrders.find(({ status }) => status === 'paid');
  await cancelAt(db, last?.orderId ?? 0, '2026-11-23T15:34:00');
  // Shoppers of the tests get their money at noon, before the instant that is looked back from.
  const without = ({
    wallet: { opening, closing, before, ...wallet },
    ...screen
  }: (typeof then)[0]) => ({
    ...screen,
    flows: wallet.flows.map(({ payments, refunds }) => ({ payments, refunds })),
    held: closing - opening - wallet.flows.reduce((sum, { topUps }) => sum + topUps, 0),
    compared: before !== null,
  });
  for (const [i, query] of queries.entries()) {
    for (const live of [true, false]) {
      expect(without(await look(db, query, { live }))).toEqual(
        without(then[i] as (typeof then)[0]),
      );
    }
  }
});
