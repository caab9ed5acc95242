import { expect, test } from '@playwright/test';
import { formatOrderNumber } from './order-number';

test('an order number is padded to six digits and grows beyond them', () => {
  expect(formatOrderNumber(42)).toBe('J-000042');
  expect(formatOrderNumber(1_234_567)).toBe('J-1234567');
});
