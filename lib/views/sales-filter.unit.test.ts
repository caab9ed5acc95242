import { expect, test } from '@playwright/test';
import type { Query } from '@/lib/query-value';
import { salesAddress, salesOrdersAddress } from './sales-address';
import { comparedDays, parseSalesFilter, SALES_PRESETS, unitsFor } from './sales-filter';

const NOW = new Date('2026-11-24T00:30:00+09:00');
const read = (query: Query) => parseSalesFilter(query, NOW);
const days = (query: Query) => {
  const { from, to } = read(query).filter;
  return [from, to];
};

test('named ranges end today in Seoul; without one these are the last seven days', () => {
  expect(SALES_PRESETS.map((range) => days({ range }))).toEqual([
    ['2026-11-24', '2026-11-24'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-22', '2026-11-24'],
    ['2026-11-18', '2026-11-24'],
    ['2026-10-26', '2026-11-24'],
    ['2026-11-01', '2026-11-24'],
  ]);
  expect(read({})).toMatchObject({
    filter: { range: '7d', from: '2026-11-18', compare: 'previous', by: 'day', top: 'units' },
    problems: [],
  });
});

test('days win over a name that says something else, and keep the name where it says the same', () => {
  expect(read({ range: '7d', from: '2026-11-01', to: '2026-11-03' }).filter.range).toBe('custom');
  expect(read({ range: '7d', from: '2026-11-18', to: '2026-11-24' }).filter.range).toBe('7d');
  expect(days({ from: '2026-11-20' })).toEqual(['2026-11-20', '2026-11-20']);
  expect(days({ from: '2026-11-20', to: '2027-01-01' })).toEqual(['2026-11-20', '2026-11-24']);
});

const wrong: [Query, string][] = [
  [{ range: 'forever' }, 'range.unknown'],
  [{ from: '2026-02-30', to: '2026-03-01' }, 'from.notADay'],
  [{ from: "1' or 1=1", to: '2026-03-01' }, 'from.notADay'],
  [{ from: '2026-11-01', to: 'soon' }, 'to.notADay'],
  [{ from: '2026-11-03', to: '2026-11-01' }, 'to.backwards'],
  [{ from: '2026-12-01', to: '2026-12-02' }, 'from.future'],
  [{ from: '2024-01-01', to: '2026-01-01' }, 'from.tooLong'],
  [{ compare: 'never' }, 'compare.unknown'],
  [{ range: '30d', compare: 'week' }, 'compare.tooLong'],
  [{ product: '1.5' }, 'product.unknown'],
  [{ status: 'lost' }, 'status.unknown'],
  [{ coupon: 'A\0B' }, 'coupon.unknown'],
  [{ coupon: 'A'.repeat(41) }, 'coupon.unknown'],
];

for (const [query, code] of wrong) {
  test(`${JSON.stringify(query)} is reported, and something sensible shown`, () => {
    const { filter, problems } = read(query);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(filter).toMatchObject({ compare: 'previous', product: null, status: null });
    expect(days(query)).toEqual(query.range === '30d' ? days({ range: '30d' }) : days({}));
  });
}

test('a value that stands there twice is none', () => {
  expect(read({ range: ['today', '7d'], product: ['1', '2'] }).filter).toMatchObject({
    range: '7d',
    product: null,
  });
});

test('a range is compared with as many days, or with as many as there are before it', () => {
  const compared = (from: string, to: string, compare: string) =>
    comparedDays(read({ from, to, compare }).filter);
  expect(compared('2026-11-20', '2026-11-23', 'previous')).toEqual({
    from: '2026-11-16',
    to: '2026-11-19',
  });
  expect(compared('2026-11-20', '2026-11-23', 'week')).toEqual({
    from: '2026-11-13',
    to: '2026-11-16',
  });
  expect(compared('2026-03-01', '2026-03-31', 'month')).toEqual({
    from: '2026-02-01',
    to: '2026-02-28',
  });
  expect(compared('2026-03-31', '2026-03-31', 'month')).toEqual({
    from: '2026-02-28',
    to: '2026-02-28',
  });
  expect(compared('2024-02-29', '2024-03-01', 'year')).toEqual({
    from: '2023-02-28',
    to: '2023-03-01',
  });
  expect(compared('2026-11-20', '2026-11-23', 'none')).toBeNull();
});

test('one day is drawn by the hour, a month by the day, more by the week', () => {
  const units = (from: string, to: string) => unitsFor({ from, to });
  expect(units('2026-11-20', '2026-11-20')).toEqual(['hour']);
  expect(units('2026-11-20', '2026-11-22')).toEqual(['day', 'hour']);
  expect(units('2026-11-01', '2026-11-30')).toEqual(['day', 'week']);
  expect(units('2026-01-01', '2026-11-30')).toEqual(['week']);
  expect(read({ range: '7d', by: 'hour' }).filter.by).toBe('day');
});

test('an address says what is not usual, and reads back the same', () => {
  expect(salesAddress('/admin', read({}).filter)).toBe('/admin?range=7d');
  const query = {
    from: '2026-11-01',
    to: '2026-11-20',
    compare: 'month',
    product: '7',
    coupon: 'welcome10',
    status: 'paid',
    by: 'week',
    top: 'revenue',
  };
  const { filter } = read(query);
  const address = salesAddress('/admin', filter);
  const again = Object.fromEntries(new URL(address, 'http://shop').searchParams);
  expect(again).toEqual({ ...query, coupon: 'WELCOME10' });
  expect(read(again).filter).toEqual(filter);
});

test('the rows of a figure are orders of its days and conditions', () => {
  const { filter } = read({ range: 'yesterday', status: 'paid', compare: 'week' });
  expect(salesOrdersAddress(filter)).toBe(
    '/admin/orders?from=2026-11-23&to=2026-11-23&status=paid',
  );
  expect(salesOrdersAddress(read({ range: 'today' }).filter, { dated: 'cancelled' })).toBe(
    '/admin/orders?from=2026-11-24&to=2026-11-24&dated=cancelled',
  );
});
