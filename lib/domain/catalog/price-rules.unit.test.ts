import { expect, test } from '@playwright/test';
import { isPlanDue, priceAt } from './price-rules';

const FROM = new Date('2026-12-01T00:00:00.000Z');
const PLANNED = { price: 1_000, plannedPrice: 0, plannedFrom: FROM };

test('a planned price holds from its very instant on, a free one too', () => {
  expect(priceAt(PLANNED, new Date(FROM.getTime() - 1))).toBe(1_000);
  expect(priceAt(PLANNED, FROM)).toBe(0);
  expect(priceAt({ ...PLANNED, plannedPrice: 900 }, FROM)).toBe(900);
  expect(priceAt({ price: 1_000 }, FROM)).toBe(1_000);
  expect(priceAt({ price: 1_000, plannedPrice: null, plannedFrom: null }, FROM)).toBe(1_000);
});

test('a price that is planned without a day is not due', () => {
  expect(isPlanDue({ price: 1_000 }, FROM)).toBe(false);
  expect(isPlanDue({ price: 1_000, plannedPrice: 900, plannedFrom: null }, FROM)).toBe(false);
  expect(isPlanDue(PLANNED, FROM)).toBe(true);
});
