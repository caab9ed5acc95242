import { expect, test } from '@playwright/test';
import { bucketStart, salesPeriods } from './period-rules';
import { compare, daysOfCover } from './rules';

const seoul = (text: string) => new Date(`${text}+09:00`);

test('seven days are today and the six before; the period before ends at the same time of day', () => {
  const now = seoul('2026-11-23T15:30:00');
  const { current, previous } = salesPeriods('7d', now);
  expect(current).toEqual({
    from: '2026-11-17',
    to: '2026-11-23',
    until: now,
    unit: 'day',
    buckets: 7,
  });
  expect(previous).toMatchObject({
    from: '2026-11-10',
    to: '2026-11-16',
    until: seoul('2026-11-16T15:30:00'),
  });
});

test('today begins at midnight in Seoul, whatever day it is in Greenwich', () => {
  const first = salesPeriods('today', seoul('2026-11-23T00:00:00')).current;
  expect([first.from, first.buckets]).toEqual(['2026-11-23', 1]);
  const last = salesPeriods('today', seoul('2026-11-23T23:59:59.999')).current;
  expect([last.from, last.buckets]).toEqual(['2026-11-23', 24]);
});

test('buckets begin on the hour or at midnight', () => {
  const { current } = salesPeriods('7d', seoul('2026-11-23T15:30:00'));
  expect(bucketStart(current, 6)).toEqual(seoul('2026-11-23T00:00:00'));
  const today = salesPeriods('today', seoul('2026-11-23T15:30:00')).current;
  expect(bucketStart(today, 15)).toEqual(seoul('2026-11-23T15:00:00'));
});

test('a change is absolute and in percent; from nothing there is no percent', () => {
  expect(compare(110, 100)).toEqual({ now: 110, before: 100, change: 10, percent: 10 });
  expect(compare(1, 3)).toMatchObject({ change: -2, percent: -66.7 });
  expect(compare(50, -100)).toMatchObject({ change: 150, percent: 150 });
  expect(compare(5, 0)).toMatchObject({ change: 5, percent: null });
});

test('days of cover are whole days at the pace of the last seven', () => {
  expect(daysOfCover(10, 7)).toBe(10);
  expect(daysOfCover(1, 14)).toBe(0);
  expect(daysOfCover(10, 0)).toBeNull();
});
