import { expect, test } from '@playwright/test';
import { decideCartLine } from './rules';

const PLENTY = { productId: 1, published: true, left: 500 };
const EMPTY = { products: 0, inCart: 0 };

test('a line holds 99 units and not one more', () => {
  expect(decideCartLine(PLENTY, EMPTY, 99)).toBeNull();
  expect(decideCartLine(PLENTY, EMPTY, 100)).toEqual({ code: 'QUANTITY_LIMIT', most: 99 });
});

test('a line holds what is left, and says what the cart has of it', () => {
  const few = { ...PLENTY, left: 3 };
  expect(decideCartLine(few, { products: 1, inCart: 1 }, 3)).toBeNull();
  expect(decideCartLine(few, { products: 1, inCart: 1 }, 4)).toEqual({
    code: 'SHORT_STOCK_FOR_CART',
    productId: 1,
    left: 3,
    inCart: 1,
  });
});

test('taking units out is fine, whatever is left', () => {
  const gone = { ...PLENTY, left: 0 };
  expect(decideCartLine(gone, { products: 1, inCart: 5 }, 4)).toBeNull();
  expect(decideCartLine(gone, { products: 1, inCart: 5 }, 5)).toBeNull();
  expect(decideCartLine(gone, { products: 1, inCart: 5 }, 6)).toMatchObject({ left: 0 });
});

test('a cart takes 50 products; more of one of them is no new product', () => {
  const tooMany = { code: 'TOO_MANY_PRODUCTS', most: 50 };
  expect(decideCartLine(PLENTY, { products: 49, inCart: 0 }, 1)).toBeNull();
  expect(decideCartLine(PLENTY, { products: 50, inCart: 0 }, 1)).toEqual(tooMany);
  expect(decideCartLine(PLENTY, { products: 50, inCart: 1 }, 2)).toBeNull();
});

test('a product that the shop does not show is unknown', () => {
  const unknown = { code: 'UNKNOWN_PRODUCT' };
  expect(decideCartLine({ ...PLENTY, published: false }, EMPTY, 1)).toEqual(unknown);
  expect(decideCartLine(null, EMPTY, 1)).toEqual(unknown);
});
