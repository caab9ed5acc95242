import { expect, test } from '@playwright/test';
import { decideStockChange, StockNotFoundError, withKnownStock } from './stock-rules';

test('a correction takes away what is there, and not a unit more', () => {
  expect(decideStockChange(3, -3)).toBeNull();
  expect(decideStockChange(3, 5)).toBeNull();
  expect(decideStockChange(3, -4)).toEqual({ code: 'STOCK_BELOW_ZERO', quantity: 3 });
  expect(decideStockChange(null, 1)).toEqual({ code: 'UNKNOWN_PRODUCT' });
});

test('rows are given with their stock, sold out or not', () => {
  const rows = [
    { id: 1, left: 0 },
    { id: 2, left: 7 },
  ];
  expect(withKnownStock(rows, 'left', ({ id }) => id)).toEqual(rows);
});

test('one row without its stock fails them all, and every such product is named', () => {
  const rows = [
    { id: 1, left: null },
    { id: 2, left: 7 },
    { id: 3, left: null },
  ];
  const read = () => withKnownStock(rows, 'left', ({ id }) => id);
  expect(read).toThrow(StockNotFoundError);
  expect(read).toThrow('no stock row for product 1, 3');
});
