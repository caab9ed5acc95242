import { expect, test } from '@playwright/test';
import { canBeBought, decideCartLine, decideRefill } from './rules';

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

test('a line counts while the shop sells the product and any unit of it is left', () => {
  expect(canBeBought({ published: true, left: 1 })).toBe(true);
  expect(canBeBought({ published: true, left: 0 })).toBe(false);
  expect(canBeBought({ published: false, left: 1 })).toBe(false);
});

test('a product that the shop does not show is unknown', () => {
  const unknown = { code: 'UNKNOWN_PRODUCT' };
  expect(decideCartLine({ ...PLENTY, published: false }, EMPTY, 1)).toEqual(unknown);
  expect(decideCartLine(null, EMPTY, 1)).toEqual(unknown);
});

test('an order comes into the cart again as far as it can be bought, and never takes units out', () => {
  const line = (productId: number, quantity: number) => ({ productId, quantity });
  const some = (left: number, published = true) => ({ left, published });
  const refilled = decideRefill(
    [line(1, 2), line(2, 5), line(3, 1), line(4, 1), line(5, 1), line(6, 2), line(7, 3)],
    new Map([
      [1, some(9)],
      [2, some(3)],
      [3, some(0)],
      [4, some(9, false)],
      [6, some(9)],
      [7, some(1)],
    ]),
    new Map([
      [6, 7],
      [7, 2],
    ]),
  );
  expect(refilled).toEqual([
    { productId: 1, quantity: 2, why: null },
    { productId: 2, quantity: 3, why: 'fewer' },
    { productId: 3, quantity: 0, why: 'soldOut' },
    // Hidden from the shop, and gone altogether.
    { productId: 4, quantity: 0, why: 'gone' },
    { productId: 5, quantity: 0, why: 'gone' },
    { productId: 6, quantity: 7, why: null },
    { productId: 7, quantity: 2, why: 'fewer' },
  ]);
});

test('a cart of 50 products takes no more, but more of what it holds', () => {
  const full = new Map(Array.from({ length: 50 }, (_, i) => [i + 1, 1]));
  const plenty = { left: 9, published: true };
  expect(
    decideRefill(
      [
        { productId: 50, quantity: 2 },
        { productId: 51, quantity: 1 },
      ],
      new Map([
        [50, plenty],
        [51, plenty],
      ]),
      full,
    ),
  ).toEqual([
    { productId: 50, quantity: 2, why: null },
    { productId: 51, quantity: 0, why: 'full' },
  ]);
});

test('a cart of 49 products takes one more of an order, and the rest of it no more', () => {
  const cart = new Map(Array.from({ length: 49 }, (_, i) => [i + 1, 1]));
  const plenty = { left: 9, published: true };
  const ordered = [50, 51, 52].map((productId) => ({ productId, quantity: 1 }));
  const products = new Map(ordered.map(({ productId }) => [productId, plenty]));
  expect(decideRefill(ordered, products, cart)).toEqual([
    { productId: 50, quantity: 1, why: null },
    { productId: 51, quantity: 0, why: 'full' },
    { productId: 52, quantity: 0, why: 'full' },
  ]);
});
