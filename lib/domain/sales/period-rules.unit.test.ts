import { expect, test } from '@playwright/test';
import { bucketSeconds, bucketStart, comparedPeriod, salesPeriod } from './period-rules';
import { checkoutSuccess, compare, daysOfCover } from './rules';

const seoul = (text: string) => new Date(`${text}+09:00`);
const NOW = seoul('2026-11-23T15:30:00');
const WEEK = { from: '2026-11-17', to: '2026-11-23' };

test('a period goes as far as it has come; what it is compared with goes equally far', () => {
  const current = salesPeriod(WEEK, 'day', NOW);
  expect(current).toMatchObject({ start: seoul('2026-11-17T00:00:00'), until: NOW, buckets: 7 });
  const previous = comparedPeriod(current, { from: '2026-11-10', to: '2026-11-16' });
  expect(previous).toMatchObject({ until: seoul('2026-11-16T15:30:00'), unit: 'day', buckets: 7 });
});

test('a period that is over ends with its last millisecond', () => {
  const day = { from: '2026-11-22', to: '2026-11-22' };
  const { until, buckets } = salesPeriod(day, 'hour', NOW);
  expect([until, buckets]).toEqual([seoul('2026-11-22T23:59:59.999'), 24]);
});

test('a shorter compared period ends with its days', () => {
  const march = salesPeriod({ from: '2026-03-01', to: '2026-03-31' }, 'day', NOW);
  const february = comparedPeriod(march, { from: '2026-02-01', to: '2026-02-28' });
  expect([march.buckets, february.buckets]).toEqual([31, 28]);
  expect(february.until).toEqual(seoul('2026-02-28T23:59:59.999'));
});

test('today begins at midnight in Seoul, whatever day it is in Greenwich', () => {
  const today = { from: '2026-11-23', to: '2026-11-23' };
  expect(salesPeriod(today, 'hour', seoul('2026-11-23T00:00:00')).buckets).toBe(1);
  expect(salesPeriod(today, 'hour', seoul('2026-11-23T23:59:59.999')).buckets).toBe(24);
});

test('buckets begin on the hour, at midnight, or every seven days', () => {
  const start = (unit: 'hour' | 'day' | 'week', bucket: number) =>
    bucketStart(salesPeriod(WEEK, unit, NOW), bucket);
  expect(start('hour', 25)).toEqual(seoul('2026-11-18T01:00:00'));
  expect(start('day', 6)).toEqual(seoul('2026-11-23T00:00:00'));
  expect(start('week', 1)).toEqual(seoul('2026-11-24T00:00:00'));
});

test('a bucket is as long as its unit, in seconds', () => {
  const seconds = (['hour', 'day', 'week'] as const).map((unit) =>
    bucketSeconds(salesPeriod(WEEK, unit, NOW)),
  );
  expect(seconds).toEqual([3_600, 86_400, 604_800]);
});

test('a change is absolute and in percent; from nothing there is no percent', () => {
  expect(compare(110, 100)).toEqual({ now: 110, before: 100, change: 10, percent: 10 });
  expect(compare(1, 3)).toMatchObject({ change: -2, percent: -66.7 });
  expect(compare(50, -100)).toMatchObject({ change: 150, percent: 150 });
  expect(compare(5, 0)).toMatchObject({ change: 5, percent: null });
  expect(compare(93.3, 90.1)).toMatchObject({ change: 3.2 });
});

test('what is missing on either side has no change', () => {
  expect(compare(5, null)).toEqual({ now: 5, before: null, change: null, percent: null });
  expect(compare(null, 5)).toMatchObject({ change: null, percent: null });
});

test('checkout success is a share of all attempts', () => {
  expect(checkoutSuccess(2, 1)).toBe(66.7);
  expect(checkoutSuccess(0, 3)).toBe(0);
  expect(checkoutSuccess(0, 0)).toBeNull();
});

test('days of cover are whole days at the pace of the last seven', () => {
  const endOfDay = new Date('2026-11-20T14:59:59.999Z');
  expect(daysOfCover(10, 7, endOfDay)).toBe(9);
  expect(daysOfCover(1, 14, endOfDay)).toBe(0);
  expect(daysOfCover(10, 0, endOfDay)).toBeNull();
  // At six in the morning 25 units were sold in 6¼ days, not in seven: 4 a day.
  expect(daysOfCover(48, 25, new Date('2026-11-20T06:00:00+09:00'))).toBe(12);
});
