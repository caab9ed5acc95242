import { expect, test } from '@playwright/test';
import { pageToReturnTo } from './language-switch';

const host = 'shop.example';

test('the same page and query in the other language', () => {
  expect(pageToReturnTo('en', 'http://shop.example/products?q=tea', host)).toBe(
    '/en/products?q=tea',
  );
  expect(pageToReturnTo('ko', 'http://shop.example/en/products?q=tea', host)).toBe(
    '/products?q=tea',
  );
  expect(pageToReturnTo('ko', 'http://shop.example/en', host)).toBe('/');
  expect(pageToReturnTo('en', 'http://shop.example/?page=2', host)).toBe('/en?page=2');
});

test('home when the browser does not say, or came from elsewhere', () => {
  expect(pageToReturnTo('en', null, host)).toBe('/en');
  expect(pageToReturnTo('ko', 'not an address', host)).toBe('/');
  expect(pageToReturnTo('en', 'https://evil.example/wallet', host)).toBe('/en');
});

test('never an address that a browser reads as another host', () => {
  expect(pageToReturnTo('ko', 'http://shop.example//evil.example', host)).toBe('/evil.example');
  expect(pageToReturnTo('ko', 'http://shop.example/en//evil.example', host)).toBe('/evil.example');
});
