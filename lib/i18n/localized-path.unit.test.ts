import { expect, test } from '@playwright/test';
import { localizedPath, unlocalizedPath } from './localized-path';

test('Korean addresses have no prefix, English ones have /en', () => {
  expect(localizedPath('ko', '/')).toBe('/');
  expect(localizedPath('ko', '/cart')).toBe('/cart');
  expect(localizedPath('en', '/')).toBe('/en');
  expect(localizedPath('en', '/?page=2')).toBe('/en?page=2');
  expect(localizedPath('en', '/products?q=tea#top')).toBe('/en/products?q=tea#top');
});

test('the prefix comes off again', () => {
  expect(unlocalizedPath('/en/cart')).toBe('/cart');
  expect(unlocalizedPath('/en')).toBe('/');
  expect(unlocalizedPath('/cart')).toBe('/cart');
  expect(unlocalizedPath('/english-breakfast')).toBe('/english-breakfast');
});
