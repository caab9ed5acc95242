import type { Database } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import {
  fillCart,
  makeCoupon,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { listStock } from '../catalog/list-stock';
import { EVERY_PRODUCT, type ProductChoice } from '../catalog/product-choice-rules';
import { type CouponChoice, findCoupon, listCoupons } from '../coupons/list-coupons';
import { listCouponFile, listProductFile } from './list-shop-file';

/** What the page, the file and the stock list find, which must be the same. */
async function found(db: Database, choice: Partial<ProductChoice>): Promise<number[]> {
  const asked = { ...EVERY_PRODUCT, ...choice };
  const ids = (rows: { productId: number }[]) => rows.map(({ productId }) => productId);
  const file = ids(await listProductFile(db.sql, asked, { asOf: NOON, live: true }));
  const pages: number[] = [];
  for (let after: number | null = null; ; after = pages.at(-1) ?? null) {
    const page: number[] = ids(
      await listProductFile(db.sql, asked, { asOf: NOON, live: true }, { after, limit: 2 }),
    );
    if (page.length === 0) break;
    pages.push(...page);
  }
  expect(pages).toEqual(file);
  const { rows, count } = await listStock(db, asked, { after: null, limit: 100 }, null);
  const stock = ids(rows);
  expect(count).toBe(stock.length);
  expect(stock.sort((a, b) => a - b)).toEqual(file);
  return file;
}

test('products are found by either name, initials, slug, number, state and stock, a page at a time', async ({
  db,
}) => {
  const tea = await makeProduct(db, {
    nameKo: '유기농 녹차 잎',
    nameEn: 'Green Tea',
    slug: 'leaf-1',
  });
  const cup = await makeProduct(db, { nameKo: '찻잔', nameEn: 'Tea cup', quantity: 0 });
  const odd = await makeProduct(db, { nameKo: '100%_즙', nameEn: 'Juice', quantity: 10 });
  const hidden = await makeProduct(db, { nameKo: '과자', nameEn: 'Snack', published: false });

  expect(await found(db, {})).toEqual([tea, cup, odd, hidden]);
  expect(await found(db, { search: '유기농녹차' })).toEqual([tea]);
  expect(await found(db, { search: '잎 유기농' })).toEqual([tea]);
  expect(await found(db, { search: 'ㄴㅊ' })).toEqual([tea]);
  expect(await found(db, { search: 'ㅇㄱㄴ tea' })).toEqual([tea]);
  expect(await found(db, { search: 'TEA' })).toEqual([tea, cup]);
  expect(await found(db, { search: 'Leaf-1' })).toEqual([tea]);
  expect(await found(db, { search: '%_' })).toEqual([odd]);
  expect(await found(db, { search: String(hidden) })).toContain(hidden);
  expect(await found(db, { search: '(' })).toEqual([]);
  expect(await found(db, { state: 'hidden' })).toEqual([hidden]);
  expect(await found(db, { state: 'published', search: 'tea' })).toEqual([tea, cup]);
  expect(await found(db, { level: 'out' })).toEqual([cup]);
  expect(await found(db, { level: 'low' })).toEqual([odd]);
  expect(await found(db, { level: 'low', search: 'tea' })).toEqual([]);
});

const DAY = 86_400_000;
const fromNoon = (days: number) => new Date(NOON.getTime() + days * DAY);

test('coupons are found by code and by the state that they show, a page at a time', async ({
  db,
}) => {
  const ids = {
    live: (await makeCoupon(db, { code: 'SPRING10', totalLimit: 5 })).couponId,
    disabled: (await makeCoupon(db, { enabled: false })).couponId,
    notStarted: (await makeCoupon(db, { startsAt: fromNoon(1), endsAt: fromNoon(2) })).couponId,
    expired: (await makeCoupon(db, { startsAt: fromNoon(-2), endsAt: NOON })).couponId,
    usedUp: (await makeCoupon(db, { code: 'SPRING20', totalLimit: 1 })).couponId,
  };
  const userId = await makeShopper(db, { balance: 50_000 });
  await fillCart(db, userId, [{ productId: await makeProduct(db), quantity: 1 }]);
  succeeded(await press(db, userId, { couponCode: 'SPRING20' }));
  const idsOf = async (choice: Partial<CouponChoice>) => {
    const asked = { search: null, state: null, ...choice };
    const rows = (await listCoupons(db.sql, asked, NOON)).map(({ id }) => id);
    expect((await listCouponFile(db.sql, asked, NOON)).map(({ id }) => id)).toEqual(rows);
    return rows;
  };
  for (const [state, id] of Object.entries(ids) as [keyof typeof ids, number][]) {
    expect(await idsOf({ state })).toEqual([id]);
    expect((await findCoupon(db.sql, id, NOON))?.state).toBe(state);
  }
  expect(await idsOf({ search: 'spring' })).toEqual([ids.usedUp, ids.live]);
  expect(await idsOf({ search: 'spring', state: 'live' })).toEqual([ids.live]);
  const all = { search: null, state: null };
  const page = await listCoupons(db.sql, all, NOON, { before: ids.usedUp, limit: 2 });
  expect(page.map(({ id }) => id)).toEqual([ids.expired, ids.notStarted]);
});
