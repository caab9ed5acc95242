import { expect, test } from '@playwright/test';
import { formatCompact, formatCount, formatPercentChange } from './count';

test('a count has its thousands apart and a real minus sign', () => {
  expect(formatCount(1234, 'ko')).toBe('1,234');
  expect(formatCount(-1234, 'en')).toBe('−1,234');
});

test('an axis is shortened as each language does', () => {
  expect(formatCompact(1_200_000, 'ko')).toBe('120만');
  expect(formatCompact(1_200_000, 'en')).toBe('1.2M');
  expect(formatCompact(-50_000, 'ko')).toBe('−5만');
});

test('a change in percent always says its direction', () => {
  expect(formatPercentChange(3.2, 'ko')).toBe('+3.2%');
  expect(formatPercentChange(-12, 'en')).toBe('−12%');
  expect(formatPercentChange(0, 'en')).toBe('0%');
  expect(formatPercentChange(1234.5, 'en')).toBe('+1,234.5%');
});
