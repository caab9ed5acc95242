import { expect, test } from '@playwright/test';
import { ALL_ORDERS, ordersAddress, parseOrderFilter, parseOrderKey } from './order-address';

const read = (query: string) => parseOrderFilter(Object.fromEntries(new URLSearchParams(query)));

test('an address says what its filter reads, and the other way round', () => {
  const query =
    'from=2026-11-01&to=2026-11-30&dated=cancelled&hour=0&status=cancelled&product=7&coupon=WELCOME&customer=3&q=J-000042&asOf=2026-11-30T12%3A00';
  const { filter, unread } = read(query);
  expect(unread).toEqual([]);
  expect(filter).toEqual({
    from: '2026-11-01',
    to: '2026-11-30',
    dated: 'cancelled',
    hour: 0,
    status: 'cancelled',
    productId: 7,
    coupon: 'WELCOME',
    customerId: 3,
    search: 'J-000042',
    asOf: new Date('2026-11-30T12:00:00+09:00'),
  });
  expect(ordersAddress('/admin/orders', filter)).toBe(`/admin/orders?${query}`);
  expect(ordersAddress('/admin/orders', ALL_ORDERS)).toBe('/admin/orders');
});

test('empty parameters and every status narrow nothing', () => {
  expect(read('from=&to=&status=all&product=&coupon=&q=%20')).toEqual({
    filter: ALL_ORDERS,
    unread: [],
  });
});

test('what makes no sense is named and left out', () => {
  const { filter, unread } = read(
    `from=2026-02-30&to=9999-01-01&dated=never&status=lost&product=-1&coupon=${'X'.repeat(41)}&customer=abc&q=${'가'.repeat(101)}&asOf=once`,
  );
  expect(filter).toEqual(ALL_ORDERS);
  expect(unread).toEqual([
    'from',
    'to',
    'dated',
    'status',
    'product',
    'coupon',
    'customer',
    'q',
    'asOf',
  ]);
  expect(parseOrderFilter({ q: ['a', 'b'] }).unread).toEqual(['q']);
  expect(read('q=a%00b').unread).toEqual(['q']);
});

test('days the wrong way round mean the days between them', () => {
  expect(read('from=2026-11-30&to=2026-11-01').filter).toMatchObject({
    from: '2026-11-01',
    to: '2026-11-30',
  });
});

test('a coupon is found however it is spelled', () => {
  expect(read('coupon=%20ｗelcome').filter.coupon).toBe('WELCOME');
});

test('a page goes on after a day and an order', () => {
  const after = { day: '2026-11-24', orderId: 42 };
  expect(ordersAddress('/admin/orders', { status: 'paid' }, { after })).toBe(
    '/admin/orders?status=paid&after=2026-11-24.42',
  );
  expect(parseOrderKey({ after: '2026-11-24.42' })).toEqual(after);
  for (const odd of ['', '42', '2026-11-24', '2026-11-24.-1', '2026-13-24.1', '.42']) {
    expect(parseOrderKey({ after: odd }), odd).toBeNull();
  }
});
