import { expect, test } from '@playwright/test';
import { isUploadedArt, productChanges, productFields, refusalOfConstraint } from './product-rules';

const APPLE = {
  slug: 'apple',
  categorySlug: 'fresh',
  nameKo: '사과',
  nameEn: 'Apple',
  descriptionKo: '아삭해요.',
  descriptionEn: 'Crisp.',
  price: 1_000,
  art: 'red-apple',
  published: true,
};

test('of a row the fields that an operator writes are kept, and nothing else', () => {
  expect(productFields({ ...APPLE, ...{ id: 7, version: 2 } })).toEqual(APPLE);
});

test('an edit is what differs', () => {
  expect(productChanges(APPLE, { ...APPLE })).toEqual([]);
  expect(productChanges(APPLE, { ...APPLE, price: 900, published: false })).toEqual([
    { field: 'price', was: 1_000, now: 900 },
    { field: 'published', was: true, now: false },
  ]);
});

test('a broken constraint is a refusal where the operator can mend it', () => {
  expect(refusalOfConstraint('products_slug_unique')).toEqual({ code: 'SLUG_TAKEN' });
  expect(refusalOfConstraint('products_category_slug_categories_slug_fk')).toEqual({
    code: 'UNKNOWN_CATEGORY',
  });
  expect(refusalOfConstraint('products_price_range')).toBeNull();
  expect(refusalOfConstraint(null)).toBeNull();
});

test("an uploaded picture is told from the shop's own by the shape of its name", () => {
  const hash = '0123456789abcdef'.repeat(2);
  expect(isUploadedArt(hash)).toBe(true);
  const others = ['red-apple', hash.slice(1), `${hash}0`, `g${hash}`, hash.toUpperCase(), ''];
  for (const art of others) expect(isUploadedArt(art), art).toBe(false);
});
