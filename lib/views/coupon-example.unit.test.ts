import { expect, test } from '@playwright/test';
import { couponExamples } from './coupon-example';

const TEN_PERCENT = { kind: 'percent', value: '10', cap: '4,000', minSubtotal: '20000' };

test('examples show the minimum, the cap and everything between', () => {
  expect(couponExamples(TEN_PERCENT)).toEqual([
    { subtotal: 10_000, discount: 0, total: 10_000, gap: 10_000 },
    { subtotal: 19_000, discount: 0, total: 19_000, gap: 1_000 },
    { subtotal: 20_000, discount: 2_000, total: 18_000, gap: null },
    { subtotal: 30_000, discount: 3_000, total: 27_000, gap: null },
    { subtotal: 50_000, discount: 4_000, total: 46_000, gap: null },
    { subtotal: 100_000, discount: 4_000, total: 96_000, gap: null },
  ]);
});

test('a fixed amount never takes more than the basket', () => {
  const [first] =
    couponExamples({ kind: 'fixed', value: '15,000원', cap: '', minSubtotal: '' }) ?? [];
  expect(first).toEqual({ subtotal: 10_000, discount: 10_000, total: 0, gap: null });
});

test('what is no coupon yet has no example', () => {
  for (const value of ['', '0', '101', 'ten', '-5', '10원']) {
    expect(couponExamples({ ...TEN_PERCENT, value }), value).toBeNull();
  }
  for (const field of ['cap', 'minSubtotal']) {
    expect(couponExamples({ ...TEN_PERCENT, [field]: '1만원' }), field).toBeNull();
  }
});
