import { expect, test } from '@playwright/test';
import { addDays, addMonths, seoulDay, startOfSeoulDay } from './seoul-day';

test('one instant before midnight in Seoul is still the day before', () => {
  expect(seoulDay(new Date('2026-11-22T14:59:59.999Z'))).toBe('2026-11-22');
  expect(seoulDay(new Date('2026-11-22T15:00:00.000Z'))).toBe('2026-11-23');
});

test('a day begins at its own midnight', () => {
  expect(startOfSeoulDay('2026-11-23').toISOString()).toBe('2026-11-22T15:00:00.000Z');
});

test('days are counted over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});

test('months are counted over the ends of years', () => {
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
});
