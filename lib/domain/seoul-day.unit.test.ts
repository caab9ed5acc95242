import { expect, test } from '@playwright/test';
import { addDays, addMonths, daysBetween, seoulDay, seoulHour, startOfSeoulDay } from './seoul-day';

test('one instant before midnight in Seoul is still the day before', () => {
  expect(seoulDay(new Date('2026-11-22T14:59:59.999Z'))).toBe('2026-11-22');
  expect(seoulDay(new Date('2026-11-22T15:00:00.000Z'))).toBe('2026-11-23');
});

test('the hours of a day are counted from midnight in Seoul', () => {
  expect(seoulHour(new Date('2026-11-22T14:59:59.999Z'))).toBe(23);
  expect(seoulHour(new Date('2026-11-22T15:00:00.000Z'))).toBe(0);
  expect(seoulHour(new Date('2026-11-23T03:30:00.000Z'))).toBe(12);
});

test('a day begins at its own midnight', () => {
  expect(startOfSeoulDay('2026-11-23').toISOString()).toBe('2026-11-22T15:00:00.000Z');
});

test('days are counted over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
  expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
  expect(daysBetween('2026-11-23', '2026-11-23')).toBe(0);
});

test('months are counted over the ends of years', () => {
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
});
