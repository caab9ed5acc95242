import { expect, test } from '@playwright/test';
import { formatMoney } from './money';

test('won are grouped, with the unit of each language', () => {
  expect(formatMoney(12_900, 'ko')).toBe('12,900원');
  expect(formatMoney(12_900, 'en')).toBe('₩12,900');
  expect(formatMoney(0, 'ko')).toBe('0원');
  expect(formatMoney(999, 'en')).toBe('₩999');
  expect(formatMoney(1_234_567, 'ko')).toBe('1,234,567원');
});

test('a negative amount has its sign before the unit', () => {
  expect(formatMoney(-5_000, 'ko')).toBe('−5,000원');
  expect(formatMoney(-5_000, 'en')).toBe('−₩5,000');
  expect(formatMoney(-0, 'ko')).toBe('0원');
});

test('a fraction is a bug, not a price', () => {
  expect(() => formatMoney(1.5, 'ko')).toThrow(RangeError);
  expect(() => formatMoney(Number.NaN, 'en')).toThrow(RangeError);
});
