import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sampleCategories, sampleProducts } from './catalogue';

test('48 products, each with its own address, in a category that exists', () => {
  expect(sampleProducts).toHaveLength(48);
  expect(new Set(sampleProducts.map(({ slug }) => slug)).size).toBe(48);
  const categories = new Set(sampleCategories.map(({ slug }) => slug));
  for (const { slug, category } of sampleProducts) {
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(categories).toContain(category);
  }
});

test('every product has a picture of its own in public/products', () => {
  expect(new Set(sampleProducts.map(({ art }) => art)).size).toBe(48);
  for (const { art } of sampleProducts) {
    expect(existsSync(join('public', 'products', `${art}.webp`)), art).toBe(true);
  }
});

test('prices are whole won from 1,900 to 189,000; some are nearly gone, some sold out', () => {
  const prices = sampleProducts.map(({ priceWon }) => priceWon);
  expect(prices.every(Number.isSafeInteger)).toBe(true);
  expect(Math.min(...prices)).toBe(1900);
  expect(Math.max(...prices)).toBe(189000);
  const quantities = sampleProducts.map(({ quantityLeft }) => quantityLeft);
  expect(quantities.filter((quantity) => quantity > 0 && quantity <= 5).length).toBeGreaterThan(3);
  expect(quantities.filter((quantity) => quantity === 0)).toHaveLength(2);
});
