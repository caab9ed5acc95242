import { expect, test } from '@playwright/test';
import { EVERY_PRODUCT } from './product-choice-rules';

test('the choice of every product narrows nothing down', () => {
  expect(EVERY_PRODUCT).toEqual({ search: null, state: null, level: null });
});
