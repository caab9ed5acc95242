import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { FIRST_ART, SHOP_ART } from './shop-art';

test('every picture of the shop can be chosen, and no other', () => {
  const files = readdirSync('public/products').filter((name) => name.endsWith('.webp'));
  const named = SHOP_ART.map(({ art }) => `${art}.webp`);
  expect(named.sort()).toEqual(files.sort());
  expect(named).toContain(`${FIRST_ART}.webp`);
});
