import { expect, test } from '@playwright/test';
import { decideImport, type ImportedProduct, numberNamed } from './import-rules';

const APPLE: ImportedProduct = {
  productId: 7,
  slug: 'apple',
  nameKo: '사과',
  nameEn: 'Apple',
  quantity: 5,
};
const PEAR = { ...APPLE, productId: 8, slug: 'pear', quantity: 0 };

const line = (product: string, delta: string, reason = '입고') => ({
  line: 2,
  product,
  delta,
  reason,
});
const decide = (...lines: ReturnType<typeof line>[]) =>
  decideImport(lines, [APPLE, PEAR]).map((decision) => {
    if (decision.effect === 'problem') return decision.problem;
    return decision.effect === 'change' ? decision.quantityAfter : 'nothing';
  });

test('a product is found by its number or its address', () => {
  expect(decide(line('7', '3'), line('pear', '+1,000'))).toEqual([8, 1_000]);
});

test('digits alone are a number, whoever has them for an address', () => {
  const digits = { ...PEAR, slug: '7', quantity: 100 };
  const zeros = { ...APPLE, productId: 9, slug: '007', quantity: 50 };
  for (const products of [
    [APPLE, digits, zeros],
    [zeros, digits, APPLE],
  ]) {
    const found = decideImport([line('7', '1'), line('8', '1'), line('007', '1')], products);
    expect(found.map((decision) => decision.found)).toEqual([APPLE, digits, zeros]);
  }
  expect(decideImport([line('7', '1')], [digits])).toMatchObject([{ problem: 'UNKNOWN_PRODUCT' }]);
});

test('a number is digits to its end, and no more than a product can have', () => {
  expect(['12', '7-up', '7up', '007', '9'.repeat(15), '9'.repeat(16)].map(numberNamed)).toEqual([
    12,
    null,
    null,
    null,
    999_999_999_999_999,
    null,
  ]);
});

test('a correction takes away what is there, and no more', () => {
  expect(decide(line('apple', '-5'), line('pear', '−1'))).toEqual([0, 'BELOW_ZERO']);
});

test('an empty change and a zero change nothing', () => {
  expect(decide(line('apple', ''), line('apple', '0'), line('apple', '2'))).toEqual([
    'nothing',
    'nothing',
    7,
  ]);
  const zero = line('7', '0');
  expect(decideImport([zero], [APPLE])).toEqual([{ ...zero, found: APPLE, effect: 'nothing' }]);
});

test('a change is read as spreadsheets write it, 10,000 units at most', () => {
  for (const [delta, quantityAfter] of [
    ['20', 25],
    ['+20', 25],
    ['-5', 0],
    ['−5', 0],
    ['000020', 25],
    ['10000', 10_005],
    ['10,000', 10_005],
    // With the leading zeros of a cell's format.
    ['0,001,000', 1_005],
  ] as const) {
    expect(decide(line('apple', delta)), delta).toEqual([quantityAfter]);
  }
});

test('every problem is named', () => {
  expect(decide(line('melon', '1'), line('apple', '1'), line('7', '1'))).toEqual([
    'UNKNOWN_PRODUCT',
    6,
    'DUPLICATE',
  ]);
  for (const delta of ['1.5', '1e3', '１', 'ten', '--1', '10001', '1,00', '=1+1', '9'.repeat(40)]) {
    expect(decide(line('apple', delta)), delta).toEqual(['WRONG_NUMBER']);
  }
  expect(decide(line('apple', '1', ''))).toEqual(['NO_REASON']);
  expect(decide(line('__proto__', '1'))).toEqual(['UNKNOWN_PRODUCT']);
});
