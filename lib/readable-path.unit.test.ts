import { expect, test } from '@playwright/test';
import { readablePath } from './readable-path';

test('an address that spells text stays as it is', () => {
  for (const address of ['/', '/products?q=%ff', '/%EC%9E%A5%ED%84%B0/a%20b?x=1?y', '*']) {
    expect(readablePath(address)).toBe(address);
  }
});

test('escapes that spell no text are taken literally; the query stays', () => {
  expect(readablePath('/products/%c0%af?q=%20')).toBe('/products/%25c0%25af?q=%20');
  expect(readablePath('/%')).toBe('/%25');
  expect(readablePath('/%ed%a0%80')).toBe('/%25ed%25a0%2580');
});
