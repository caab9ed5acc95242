import { expect, test } from '@playwright/test';
import { containing, readOrderNumber } from './order-filter-rules';

test('an order is meant by its number, with or without its letter and zeros', () => {
  for (const [text, orderId] of [
    ['J-000042', 42],
    ['j42', 42],
    ['J-7', 7],
    ['7', 7],
    ['0042', 42],
    ['123', 123],
    ['999999999999999', 999_999_999_999_999],
  ] as const) {
    expect(readOrderNumber(text), text).toBe(orderId);
  }
  for (const text of ['', 'J-', '0', 'J--42', 'x42', '42x', '-42', '4 2', '1000000000000000']) {
    expect(readOrderNumber(text), text).toBeNull();
  }
});

test('what a person looks for means itself in a pattern', () => {
  expect(containing('배')).toBe('%배%');
  expect(containing('100%_\\')).toBe('%100\\%\\_\\\\%');
});
