/** Each branch of the diagram 상품 조회, and what a list owes whoever searches it. */

import { eq } from 'drizzle-orm';
import { products } from '@/db/schema';
import { BREAKS_BOOKS, expect, test } from '@/e2e/support/db-test';
import { loseStock, makeProduct, NOON } from '@/e2e/support/sample';
import { listProducts } from './list-products';
import { StockNotFoundError } from './stock-rules';

const names = ({ products }: { products: { nameKo: string }[] }) =>
  products.map(({ nameKo }) => nameKo);

test('상품 조회: 상품 id 있음 → the list comes with each stock quantity', async ({ db }) => {
  const plenty = await makeProduct(db, { quantity: 12 });
  const none = await makeProduct(db, { quantity: 0 });
  const { products, total } = await listProducts(db, {}, NOON);
  expect(total).toBe(2);
  expect(products.map(({ id, quantity }) => [id, quantity])).toEqual([
    [plenty, 12],
    [none, 0],
  ]);
});

test('상품 조회: 상품 id 없음 → the list fails and is never shown with a 0', {
  tag: BREAKS_BOOKS,
}, async ({ db, workerDatabase }) => {
  const fine = await makeProduct(db);
  const lost = await makeProduct(db);
  await loseStock(workerDatabase.url('superuser'), lost);
  const failure = await listProducts(db, {}, NOON).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StockNotFoundError);
  expect(failure).toMatchObject({ productIds: [lost] });
  // The filter for what can be bought does not hide the fault either.
  await expect(listProducts(db, { inStockOnly: true }, NOON)).rejects.toThrow(StockNotFoundError);
  await expect(listProducts(db, { ids: [lost] }, NOON)).rejects.toThrow(StockNotFoundError);
  expect((await listProducts(db, { ids: [fine] }, NOON)).total).toBe(1);
});

test('sold-out products come last whatever the sort, and stay counted', async ({ db }) => {
  await makeProduct(db, { nameKo: '가', price: 1_000, quantity: 0 });
  await makeProduct(db, { nameKo: '나', price: 3_000 });
  await makeProduct(db, { nameKo: '다', price: 2_000 });
  expect(names(await listProducts(db, { sort: 'price-asc' }, NOON))).toEqual(['다', '나', '가']);
  expect(names(await listProducts(db, { sort: 'price-desc' }, NOON))).toEqual(['나', '다', '가']);
  expect(names(await listProducts(db, { sort: 'name' }, NOON))).toEqual(['나', '다', '가']);
  expect(names(await listProducts(db, { inStockOnly: true, sort: 'name' }, NOON))).toEqual([
    '나',
    '다',
  ]);
});

test('unpublished products are on no list', async ({ db }) => {
  const hidden = await makeProduct(db, { published: false });
  expect(await listProducts(db, { ids: [hidden] }, NOON)).toEqual({ products: [], total: 0 });
});

test('pages cut the list without losing or repeating a product', async ({ db }) => {
  for (let i = 0; i < 5; i++) await makeProduct(db, { nameKo: `상품${i}` });
  const pages = [1, 2, 3, 4].map((page) => listProducts(db, { page, perPage: 2 }, NOON));
  const lists = await Promise.all(pages);
  expect(lists.flatMap(names).sort()).toEqual(['상품0', '상품1', '상품2', '상품3', '상품4']);
  expect(lists.map(({ total }) => total)).toEqual([5, 5, 5, 5]);
});

test('searching finds words of either language, whatever the spacing', async ({ db }) => {
  await makeProduct(db, {
    nameKo: '대저 방울토마토 500g',
    nameEn: 'Cherry tomatoes',
    descriptionKo: '한입에 쏙 들어가요.',
    descriptionEn: 'Bite-sized.',
  });
  await makeProduct(db, { nameKo: '우리밀 국수', nameEn: 'Wheat noodles' });
  const found = async (search: string) => (await listProducts(db, { search }, NOON)).total;
  for (const search of [
    '방울토마토',
    '방울 토마토',
    '토마토 대저',
    '한입',
    'CHERRY',
    'tomatoes cherry',
  ]) {
    expect(await found(search), search).toBe(1);
  }
  expect(await found('사과나무')).toBe(0);
  expect(await found('  ')).toBe(2);
});

test('searching by initial consonants, in any case and width of letters', async ({ db }) => {
  await makeProduct(db, { nameKo: '해남 꿀 고구마 3kg', nameEn: 'Honey sweet potatoes' });
  await makeProduct(db, { nameKo: 'ＵＳＢ 노트북 거치대', nameEn: 'Laptop stand' });
  const found = async (search: string) => names(await listProducts(db, { search }, NOON));
  for (const search of ['ㄱㄱㅁ', 'ㄲ ㄱㄱㅁ', '고ㄱㅁ', '꿀고구마 ㅎㄴ', 'sweetPOTATOES']) {
    expect(await found(search), search).toEqual(['해남 꿀 고구마 3kg']);
  }
  for (const search of ['노트 북', 'usb', 'ㄴㅌㅂ', 'ｕｓｂ 노트북', 'LAPTOPstand']) {
    expect(await found(search), search).toEqual(['ＵＳＢ 노트북 거치대']);
  }
  expect(await found('ㅁㄱㄱ')).toEqual([]);
});

test('what is named so comes before what only mentions it; an edited name is found at once', async ({
  db,
}) => {
  const juice = await makeProduct(db, { nameKo: '사과즙', descriptionKo: '배를 섞었어요.' });
  await makeProduct(db, { nameKo: '배', descriptionKo: '달아요.' });
  await makeProduct(db, { nameKo: '사과식초', descriptionKo: '배에 좋아요.' });
  expect(names(await listProducts(db, { search: '배', sort: 'match' }, NOON))[0]).toBe('배');
  await db.orm.update(products).set({ nameKo: '배즙' }).where(eq(products.id, juice));
  expect(names(await listProducts(db, { search: 'ㅂㅈ' }, NOON))).toEqual(['배즙']);
});

test('a price range takes both its ends, by the price that holds now', async ({ db }) => {
  for (const price of [900, 1_000, 2_000, 2_100]) await makeProduct(db, { price });
  const prices = async (range: { minPrice?: number; maxPrice?: number }) =>
    (await listProducts(db, { ...range, sort: 'price-asc' }, NOON)).products.map((p) => p.price);
  expect(await prices({ minPrice: 1_000, maxPrice: 2_000 })).toEqual([1_000, 2_000]);
  expect(await prices({ minPrice: 2_000 })).toEqual([2_000, 2_100]);
  expect(await prices({ maxPrice: 900 })).toEqual([900]);
});

test('wildcards of the database are letters like any others', async ({ db }) => {
  await makeProduct(db, { nameKo: '순도 100% 참기름' });
  await makeProduct(db, { nameKo: '1000원 양말' });
  const found = async (search: string) => names(await listProducts(db, { search }, NOON));
  expect(await found('100%')).toEqual(['순도 100% 참기름']);
  for (const search of ['_', '\\', "'; drop table products; --"]) {
    expect(await found(search), search).toEqual([]);
  }
});
