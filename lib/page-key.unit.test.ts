import { expect, test } from '@playwright/test';
import { readChoice, readRowId } from './page-key';

test('a row number is a plain positive number', () => {
  expect(readRowId('42')).toBe(42);
  for (const wrong of [
    '',
    '0',
    '-1',
    '1.5',
    '1e3',
    '042',
    ' 1',
    '９',
    '9'.repeat(20),
    undefined,
    ['1'],
  ]) {
    expect(readRowId(wrong)).toBeNull();
  }
});

test('a choice that is not on the list falls back', () => {
  expect(readChoice('7d', ['today', '7d'], 'today')).toBe('7d');
  expect(readChoice('price;--', ['today', '7d'], 'today')).toBe('today');
  expect(readChoice(['7d'], ['today', '7d'], 'today')).toBe('today');
});
