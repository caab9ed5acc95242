import { expect, test } from '@playwright/test';
import { parseStockIds } from './stock';

test('1 to 100 numbers, each once', () => {
  expect(parseStockIds('7')).toEqual([7]);
  expect(parseStockIds('2,1,2')).toEqual([2, 1]);
  expect(parseStockIds(Array.from({ length: 100 }, (_, i) => i + 1).join(','))).toHaveLength(100);
});

test('anything else is refused', () => {
  const tooMany = Array.from({ length: 101 }, (_, i) => i + 1).join(',');
  for (const ids of [null, '', ',', '1,', '0', '-1', '1.5', '1e3', 'abc', '1;2', '9'.repeat(20)]) {
    expect(parseStockIds(ids), String(ids)).toBeNull();
  }
  expect(parseStockIds(tooMany)).toBeNull();
});
