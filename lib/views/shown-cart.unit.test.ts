import { expect, test } from '@playwright/test';
import { changedLines, readShownCart, type ShownCartLine, writeShownCart } from './shown-cart';

const line = (productId: number, changes: Partial<ShownCartLine> = {}): ShownCartLine => ({
  productId,
  name: `"상품" <${productId}>`,
  quantity: 1,
  unitPrice: 10_000,
  counts: true,
  ...changes,
});

test('what a page showed comes back from its field', () => {
  const lines = [line(1), line(2, { quantity: 99, unitPrice: 0 }), line(3, { counts: false })];
  const shown = { discount: 1_000, lines };
  expect(readShownCart(writeShownCart(shown))).toEqual(shown);
  expect(readShownCart(writeShownCart({ discount: 0, lines: [] }))).toEqual({
    discount: 0,
    lines: [],
  });
});

test('whatever else stands in the field is nothing, and throws nothing', () => {
  const sent = [
    ...[undefined, '', '{', 'null', '{}', '[]', '["1"]', '[-1]', '[0.5]', '[1e99]', '[0,1]'],
    ...['[0,[1]]', '[0,[1,2,3,4,1]]', '[0,[1,"a",1,-1,1]]', '[0,[1,"a",1.5,1,1]]', '[0,null]'],
    ...['[0,[1,"a",1,1]]', '[0,[1,"a",1,1,2]]', '[0,[1,"a",1,1,true]]'],
    ...['[0,{"__proto__":1}]', '['.repeat(60_000), `[0${',[]'.repeat(20_000)}]`],
  ];
  for (const text of sent) expect(readShownCart(text)).toBeNull();
});

test('each changed line is told with what it was and what it is', () => {
  const before = [line(1), line(2), line(3), line(4)];
  const now = [
    line(5, { quantity: 2 }),
    line(1),
    line(2, { unitPrice: 12_000 }),
    line(3, { unitPrice: 9_000, quantity: 3 }),
  ];
  expect(changedLines(before, now)).toMatchObject([
    { productId: 5, unitPrice: null, quantity: { before: 0, now: 2 } },
    { productId: 2, unitPrice: { before: 10_000, now: 12_000 }, quantity: null },
    {
      productId: 3,
      unitPrice: { before: 10_000, now: 9_000 },
      quantity: { before: 1, now: 3 },
    },
    { productId: 4, unitPrice: null, quantity: { before: 1, now: 0 } },
  ]);
  expect(changedLines(now, now)).toEqual([]);
});

test('a line that counts again is told; one that no longer counts is told at its own place', () => {
  const [counted, leftOut] = [line(1), line(1, { counts: false })];
  expect(changedLines([leftOut], [counted])).toMatchObject([
    { productId: 1, unitPrice: null, quantity: null, back: true },
  ]);
  expect(changedLines([counted], [leftOut])).toEqual([]);
});
