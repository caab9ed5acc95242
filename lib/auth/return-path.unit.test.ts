import { expect, test } from '@playwright/test';
import { safeReturnPath } from './return-path';

test('a path of this site is kept with its query and hash', () => {
  for (const path of [
    '/wallet',
    '/checkout?couponCode=A%26B',
    '/products?q=차',
    '/orders/7#lines',
  ]) {
    expect(decodeURI(safeReturnPath(path))).toBe(decodeURI(path));
  }
});

test('whatever a browser would read as another place leads home', () => {
  const foreign = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'https://evil.example/wallet',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'wallet',
    '',
    `/${'a'.repeat(3_000)}`,
    undefined,
    ['/wallet', '/cart'],
  ];
  for (const next of foreign) expect(safeReturnPath(next), String(next)).toBe('/');
});

test('every answer stays on the origin it is used on', () => {
  for (const next of ['//a', '/\\a', '/%2f%2fa', '/./\\a', '/?//a', '/#//a', '/\u0000/a']) {
    expect(new URL(safeReturnPath(next), 'https://shop.example').origin).toBe(
      'https://shop.example',
    );
  }
});
