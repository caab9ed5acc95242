import { expect, test } from '@playwright/test';
import {
  type AmountProblem,
  addToTyped,
  countOf,
  parseAmount,
  signed,
  wonOf,
} from './parse-amount';

for (const [text, won] of [
  ['10000', 10_000],
  ['10,000', 10_000],
  ['1,234,567', 1_234_567],
  [' 5000 ', 5_000],
  ['10000원', 10_000],
  ['10,000 원', 10_000],
  ['₩10,000', 10_000],
  ['₩ 10000', 10_000],
  ['￦10,000', 10_000],
  ['₩10,000원', 10_000],
  [' ₩ 10 000 원 ', 10_000],
  ['10 000', 10_000],
  ['1\u00a0234\u00a0567', 1_234_567],
  ['0', 0],
  ['9007199254740991', 9_007_199_254_740_991],
] as const) {
  test(`“${text}” is ${won} won`, () => {
    expect(parseAmount(text)).toEqual({ ok: true, won });
  });
}

const refused: [name: string, text: string, problem: AmountProblem][] = [
  ['-1', '-1', 'negative'],
  ['-0', '-0', 'negative'],
  ['a minus sign of typography', '−5000', 'negative'],
  ['1.5', '1.5', 'fraction'],
  ['10,000.00', '10,000.00', 'fraction'],
  ['1e3', '1e3', 'notDigits'],
  ['0x10', '0x10', 'notDigits'],
  ['full-width digits', '９９９', 'notDigits'],
  ['commas in odd places', '1,0,00', 'notDigits'],
  ['a comma at the end', '1,000,', 'notDigits'],
  ['blanks in odd places', '1 0 00', 'notDigits'],
  ['two blanks in a row', '10  000', 'notDigits'],
  ['commas and blanks', '1,000 000', 'notDigits'],
  ['blanks and commas', '1 000,000', 'notDigits'],
  ['a comma and a blank', '10, 000', 'notDigits'],
  ['the currency alone', '₩', 'notDigits'],
  ['won alone', '원', 'notDigits'],
  ['the currency twice', '₩₩100', 'notDigits'],
  ['won twice', '100원원', 'notDigits'],
  ['the currency behind', '100₩', 'notDigits'],
  ['won in front', '원100', 'notDigits'],
  ['won in the middle', '1원00', 'notDigits'],
  ['won and more', '100원!', 'notDigits'],
  ['another currency', '$100', 'notDigits'],
  ['a Korean number', '만원', 'notDigits'],
  ['a mixed Korean number', '1만원', 'notDigits'],
  ['an exponent of won', '1e3원', 'notDigits'],
  ['hexadecimal won', '₩0x10', 'notDigits'],
  ['full-width won', '₩９９９', 'notDigits'],
  ['a minus sign before the currency', '-₩1,000', 'negative'],
  ['a minus sign and blanks around the currency', '− ₩ 1,000', 'negative'],
  ['a minus sign behind the currency', '₩-1,000', 'negative'],
  ['negative won', '-1,000원', 'negative'],
  ['a fraction of the currency', '₩1.5', 'fraction'],
  ['a fraction of won', '1.5 원', 'fraction'],
  ['a fraction behind groups', '10 000.50', 'fraction'],
  ['NaN', 'NaN', 'notDigits'],
  ['Infinity', 'Infinity', 'notDigits'],
  ['a plus sign', '+1000', 'notDigits'],
  ['an array as text', '[1000]', 'notDigits'],
  ['an object as text', '[object Object]', 'notDigits'],
  ['a minus sign and a blank', '- 500', 'negative'],
  ['a minus sign and a letter', '-a5', 'notDigits'],
  ['a minus sign in the middle', '1-2', 'notDigits'],
  ['a fraction behind a letter', 'a1.5', 'notDigits'],
  ['a fraction before a letter', '1.5a', 'notDigits'],
  ['2^53+1', '9007199254740993', 'tooLarge'],
  ['2^63', '9223372036854775808', 'tooLarge'],
  ['four thousand digits', '9'.repeat(4_000), 'tooLarge'],
  ['an empty field', '', 'missing'],
  ['blanks', '   ', 'missing'],
];
for (const [name, text, problem] of refused) {
  test(`${name} is refused as ${problem}`, () => {
    expect(parseAmount(text)).toEqual({ ok: false, problem });
  });
}

for (const [typed, sum] of [
  ['', 10_000],
  ['3,000', 13_000],
  [' 500 ', 10_500],
  ['₩3,000', 13_000],
  ['-3000', 10_000],
  ['three', 10_000],
  ['9007199254740991', 10_000],
] as const) {
  test(`10000 added to “${typed}” makes ${sum}`, () => {
    expect(addToTyped(typed, 10_000)).toBe(sum);
  });
}

test('a count is written as an amount is, without a currency', () => {
  for (const [typed, count] of [
    ['20', 20],
    [' 1,000 ', 1_000],
    ['1 000', 1_000],
    ['0', 0],
  ] as const) {
    expect(countOf(typed), typed).toBe(count);
  }
  for (const typed of ['', ' ', '20원', '₩20', '-1', '+1', '1.5', '1e3', '1,0,00', '９', '20개']) {
    expect(countOf(typed), typed).toBeNull();
  }
});

test('a change has a sign in front, and means nothing where its number means nothing', () => {
  for (const [typed, won] of [
    ['5,000', 5_000],
    ['+5,000원', 5_000],
    ['-3000', -3_000],
    ['−3,000원', -3_000],
    [' - ₩3,000 ', -3_000],
  ] as const) {
    expect(signed(wonOf)(typed), typed).toBe(won);
  }
  for (const typed of ['', '-', '--1', '+-1', '1-', '₩-1', '-1.5', '- 원', '-1,0', '-\n']) {
    expect(signed(wonOf)(typed), typed).toBeNull();
  }
  expect(signed(countOf)('−1,000')).toBe(-1_000);
  expect(signed(countOf)('-1,000원')).toBeNull();
});
