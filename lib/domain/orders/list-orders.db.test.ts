import type { Database } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import {
  fillCart,
  makeCoupon,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { cancelOrder } from './cancel-order';
import { fulfilOrder } from './fulfil-order';
import { listOrders } from './list-orders';
import type { OrderFilter } from './order-filter-rules';

const ALL: OrderFilter = {
  from: null,
  to: null,
  dated: 'placed',
  hour: null,
  status: null,
  productId: null,
  coupon: null,
  customerId: null,
  search: null,
  asOf: null,
};
const BEFORE_MIDNIGHT = new Date('2026-11-23T23:59:00+09:00');
const AFTER_MIDNIGHT = new Date('2026-11-24T00:01:00+09:00');

async function order(
  db: Database,
  {
    userId,
    lines,
    at = NOON,
    couponCode = null,
  }: {
    userId: number;
    lines: { productId: number; quantity: number }[];
    at?: Date;
    couponCode?: string | null;
  },
): Promise<number> {
  await fillCart(db, userId, lines);
  return succeeded(await press(db, userId, { now: at, couponCode })).orderId;
}

async function idsOf(db: Database, filter: Partial<OrderFilter>): Promise<number[]> {
  const { orders } = await listOrders(db, { ...ALL, ...filter }, null, 100);
  return orders.map(({ orderId }) => orderId);
}

test('orders are found by day, status, product, coupon, customer and word', async ({ db }) => {
  const [mina, jun] = [
    await makeShopper(db, { balance: 500_000 }),
    await makeShopper(db, { balance: 500_000 }),
  ];
  await db.sql`update users set name = '김미나', email = 'mina_kim@example.com' where id = ${mina}`;
  const apple = await makeProduct(db, { price: 10_000 });
  const pear = await makeProduct(db, { price: 3_333, nameKo: '나주 배', nameEn: 'Naju Pear' });
  const { code } = await makeCoupon(db);
  const operator = await makeShopper(db, { role: 'admin' });

  const one = await order(db, {
    userId: mina,
    lines: [{ productId: apple, quantity: 2 }],
    at: BEFORE_MIDNIGHT,
  });
  const two = await order(db, {
    userId: jun,
    lines: [
      { productId: apple, quantity: 1 },
      { productId: pear, quantity: 3 },
    ],
    at: AFTER_MIDNIGHT,
    couponCode: code,
  });
  const three = await order(db, {
    userId: jun,
    lines: [{ productId: pear, quantity: 1 }],
    at: AFTER_MIDNIGHT,
  });
  const later = new Date('2026-11-26T12:00:00+09:00');
  const actor = { userId: operator, role: 'admin' } as const;
  succeeded(await cancelOrder(db, { orderId: one, actor }, later));
  succeeded(await fulfilOrder(db, { orderId: three, actorUserId: operator }, later));

  expect(await idsOf(db, {})).toEqual([three, two, one]);
  expect(await idsOf(db, { to: '2026-11-23' })).toEqual([one]);
  expect(await idsOf(db, { from: '2026-11-24' })).toEqual([three, two]);
  expect(await idsOf(db, { from: '2026-11-23', to: '2026-11-23', dated: 'cancelled' })).toEqual([]);
  expect(await idsOf(db, { from: '2026-11-26', dated: 'cancelled' })).toEqual([one]);
  expect(await idsOf(db, { status: 'paid' })).toEqual([two]);
  expect(await idsOf(db, { status: 'standing' })).toEqual([three, two]);
  expect(await idsOf(db, { hour: 23 })).toEqual([one]);
  expect(await idsOf(db, { hour: 0 })).toEqual([three, two]);
  expect(await idsOf(db, { dated: 'cancelled', hour: 12 })).toEqual([one]);
  expect(await idsOf(db, { dated: 'cancelled', hour: 23 })).toEqual([]);
  expect(await idsOf(db, { productId: apple })).toEqual([two, one]);
  expect(await idsOf(db, { coupon: code })).toEqual([two]);
  expect(await idsOf(db, { coupon: 'NOSUCH' })).toEqual([]);
  expect(await idsOf(db, { customerId: mina })).toEqual([one]);
  for (const [search, found] of [
    [`J-${String(two).padStart(6, '0')}`, [two]],
    ['미나', [one]],
    ['MINA_KIM@example', [one]],
    ['mina%kim', []],
    ['나주배', [three, two]],
    ['naju p', [three, two]],
    ['없는 말', []],
  ] as const) {
    expect(await idsOf(db, { search }), search).toEqual(found);
  }

  // Before the cancel and the sending, and before the second order.
  const before = new Date(later.getTime() - 1);
  expect(await idsOf(db, { asOf: before, status: 'paid' })).toEqual([three, two, one]);
  expect(await idsOf(db, { asOf: before, dated: 'cancelled' })).toEqual([]);
  expect(await idsOf(db, { asOf: BEFORE_MIDNIGHT })).toEqual([one]);
  expect(await idsOf(db, { asOf: later, status: 'cancelled' })).toEqual([one]);

  const { sums } = await listOrders(db, { ...ALL, from: '2026-11-23' }, null, 1);
  // 20,000 + (19,999 less 10 %) + 3,333
  expect(sums).toEqual({
    orders: 3,
    cancelled: 1,
    units: 7,
    subtotal: 43_332,
    discount: 1_999,
    total: 41_333,
    returned: 20_000,
  });
  const ofPear = await listOrders(db, { ...ALL, productId: pear }, null, 100);
  const [share] = await db.sql<{ share: number }[]>`
    select discount_share as share from order_lines where order_id = ${two} and product_id = ${pear}`;
  expect(ofPear.sums).toEqual({
    orders: 2,
    cancelled: 0,
    units: 4,
    subtotal: 13_332,
    discount: share?.share,
    total: 13_332 - Number(share?.share),
    returned: null,
  });
  // Each row has the product's own part of its order, and so do the rows added up.
  const added = (figure: 'units' | 'subtotal' | 'discount' | 'total') =>
    ofPear.orders.reduce((sum, row) => sum + row[figure], 0);
  for (const figure of ['units', 'subtotal', 'discount', 'total'] as const) {
    expect(added(figure), figure).toBe(ofPear.sums[figure]);
  }
});

test('pages by key miss nothing and repeat nothing while orders come in', async ({ db }) => {
  const userId = await makeShopper(db, { balance: 1_000_000 });
  const productId = await makeProduct(db);
  const buy = (at: Date) => order(db, { userId, lines: [{ productId, quantity: 1 }], at });
  // Numbers need not follow the days, as in a shop whose history was written later.
  const expected = [
    await buy(AFTER_MIDNIGHT),
    await buy(BEFORE_MIDNIGHT),
    await buy(AFTER_MIDNIGHT),
    await buy(BEFORE_MIDNIGHT),
  ];
  const sorted = [expected[2], expected[0], expected[3], expected[1]];
  const seen: number[] = [];
  let after = null;
  do {
    const { orders } = await listOrders(db, ALL, after, 1);
    seen.push(...orders.map(({ orderId }) => orderId));
    after = orders.at(-1)?.key ?? null;
    await buy(new Date('2026-11-25T12:00:00+09:00'));
  } while (after);
  expect(seen).toEqual(sorted);
});
