import { expect, test } from '@playwright/test';
import { readStockNews, STOCK_CHANNEL, writeStockNews } from './stock-news-rules';

test('news name the products that changed; a notification always holds them', () => {
  expect(readStockNews(writeStockNews(new Set([3, 14])))).toEqual([3, 14]);
  const many = (count: number) =>
    new Set(Array.from({ length: count }, (_, i) => 9_007_199_254_740_991 - i));
  expect(writeStockNews(many(400)).length).toBeLessThan(8_000);
  expect(readStockNews(writeStockNews(many(400)))).toHaveLength(400);
  expect(readStockNews(writeStockNews(many(401)))).toBe('any');
});

test('what is no list of products means any', () => {
  for (const text of ['', 'any', '1,', 'x', '-1']) expect(readStockNews(text)).toBe('any');
});

test('an older and a newer version of the shop understand each other', () => {
  expect(STOCK_CHANNEL).toBe('stock_changed');
  expect(writeStockNews(new Set([3, 14]))).toBe('3,14');
  expect(writeStockNews(new Set(Array.from({ length: 401 }, (_, i) => i)))).toBe('any');
});
