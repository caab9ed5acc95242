import { expect, test } from '@playwright/test';
import { formatStock } from './stock';

test('the exact quantity, marked when few are left, in words when none is', () => {
  expect([1500, 12, 6, 5, 1, 0].map((quantity) => formatStock(quantity, 'ko'))).toEqual([
    '재고 1,500개',
    '재고 12개',
    '재고 6개',
    '5개 남음',
    '1개 남음',
    '품절',
  ]);
  expect([12, 5, 0].map((quantity) => formatStock(quantity, 'en'))).toEqual([
    '12 in stock',
    '5 left',
    'Sold out',
  ]);
});
