import { expect, test } from '@playwright/test';
import {
  everyProduct,
  isNarrowed,
  parseProductListQuery,
  productListAddress,
} from './product-list-address';

const categories = ['produce', 'pantry'];
const parse = (query: Record<string, string | string[]>) =>
  parseProductListQuery(query, categories);

test('an empty query is the list as it opens, and its address has no query', () => {
  expect(parse({})).toEqual(everyProduct);
  expect(productListAddress(everyProduct)).toBe('/products');
});

test('every choice survives the way through its address', () => {
  const choice = {
    search: '사과 & 배 100%',
    category: 'produce',
    sort: 'price-desc',
    inStockOnly: true,
    minPrice: 1_000,
    maxPrice: 20_000,
    page: 3,
  } as const;
  const { searchParams } = new URL(productListAddress(choice), 'http://shop.example');
  expect(parse(Object.fromEntries(searchParams))).toEqual(choice);
});

test('pages that are no page are the first one, and far ones stay countable', () => {
  for (const page of ['-1', '0', 'abc', '1.5', '1e9', ' 2', '', '9'.repeat(400)]) {
    expect(parse({ page }).page, page).toBe(1);
  }
  expect(parse({ page: '1000000000' }).page).toBe(100_000);
  expect(parse({ page: '7' }).page).toBe(7);
});

test('sorts and categories outside the list are as if not given', () => {
  expect(parse({ sort: 'price;--' }).sort).toBe('newest');
  expect(parse({ sort: '__proto__' }).sort).toBe('newest');
  expect(parse({ category: 'constructor' }).category).toBeUndefined();
  expect(parse({ category: 'pantry' }).category).toBe('pantry');
});

test('a field given twice counts once', () => {
  expect(parse({ q: ['사과', '배'], page: ['2', '3'] })).toMatchObject({ search: '사과', page: 2 });
});

test('searches are cut, and lose what a database cannot hold', () => {
  expect([...parse({ q: '가'.repeat(10_000) }).search]).toHaveLength(100);
  expect(parse({ q: ' a\u0000b\t\n c ' }).search).toBe('a b c');
  expect(parse({ q: 'tea \ud800 pot' }).search).toBe('tea pot');
  expect(parse({ q: '🍎'.repeat(300) }).search).toBe('🍎'.repeat(100));
  expect(parse({ q: '%_\\' }).search).toBe('%_\\');
  // Typed on a Mac, a syllable can come in as its letters.
  expect(parse({ q: '사과'.normalize('NFD') }).search).toBe('사과');
});

test('a search opens with what fits best, a list with what is new', () => {
  expect(parse({ q: '배' }).sort).toBe('match');
  expect(parse({ q: '배', sort: 'newest' }).sort).toBe('newest');
  expect(parse({ sort: 'match' }).sort).toBe('newest');
  expect(productListAddress(parse({ q: '배' }))).toBe(`/products?q=${encodeURIComponent('배')}`);
  expect(productListAddress({ search: '배', sort: 'newest' })).toContain('sort=newest');
  expect(productListAddress({ ...parse({ q: '배' }), search: '' })).toBe('/products');
});

test('prices are read as people write them; mixed up they mean the range between them', () => {
  expect(parse({ min: '1,000원', max: '₩2,000' })).toMatchObject({
    minPrice: 1_000,
    maxPrice: 2_000,
  });
  expect(parse({ min: '2000', max: '１０００' })).toMatchObject({
    minPrice: 1_000,
    maxPrice: 2_000,
  });
  expect(parse({ min: '1 000', max: '￦ 2,000 원' })).toMatchObject({
    minPrice: 1_000,
    maxPrice: 2_000,
  });
  for (const min of ['', '-1', '1.5', 'abc', '1,0,00', '9'.repeat(16)]) {
    expect(parse({ min }).minPrice, min).toBeUndefined();
  }
  expect(parse({ max: '9'.repeat(15) }).maxPrice).toBe(100_000_000);
  expect(isNarrowed(parse({ max: '0' }))).toBe(true);
  expect(isNarrowed(parse({ q: '배' }))).toBe(false);
});
