/** A planned price: every reader agrees at its very instant, and nobody plans over a colleague. */

import { desc, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { auditLog, orderLines, products } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { fillCart, makeProduct, makeShopper, NOON, press, succeeded } from '@/e2e/support/sample';
import { getCart } from '../cart/get-cart';
import { quoteOrder } from '../orders/quote-order';
import { listProducts } from './list-products';
import { planPrice } from './plan-price';
import { type ProductFields, productFields } from './product-rules';
import { updateProduct } from './update-product';

const FROM = new Date(NOON.getTime() + 3_600_000);
const BEFORE = new Date(FROM.getTime() - 1);

async function read(db: Database, productId: number) {
  const [row] = await db.orm.select().from(products).where(eq(products.id, productId));
  if (!row) throw new Error('no such product');
  return row;
}

/** Plans on the version that stands. */
async function plan(
  db: Database,
  productId: number,
  price: number | null,
  now = NOON,
  from = FROM,
) {
  const admin = await makeShopper(db, { role: 'admin' });
  const { version } = await read(db, productId);
  const wanted = price === null ? null : { price, from };
  return planPrice(db, { productId, version, plan: wanted }, admin, now);
}

test('list, cart, quote and order agree to the instant, and receipts keep what was paid', async ({
  db,
}) => {
  const productId = await makeProduct(db, { price: 10_000 });
  expect(await plan(db, productId, 12_500)).toMatchObject({ ok: true, replayed: false });
  const userId = await makeShopper(db, { balance: 100_000 });
  for (const [now, price] of [
    [BEFORE, 10_000],
    [FROM, 12_500],
  ] as const) {
    await fillCart(db, userId, [{ productId, quantity: 1 }]);
    const { products: listed } = await listProducts(db, { ids: [productId] }, now);
    expect(listed[0]?.price).toBe(price);
    expect((await getCart(db, { userId }, now))[0]?.price).toBe(price);
    const quote = succeeded(await quoteOrder(db, { userId, couponCode: null }, now));
    expect(quote.total).toBe(price);
    const { orderId } = succeeded(await press(db, userId, { now, confirmedTotal: price }));
    const [line] = await db.orm.select().from(orderLines).where(eq(orderLines.orderId, orderId));
    expect(line?.unitPrice).toBe(price);
  }
});

test('who confirmed the price before is not charged the one after', async ({ db }) => {
  const productId = await makeProduct(db, { price: 10_000 });
  await plan(db, productId, 12_500);
  const userId = await makeShopper(db, { balance: 100_000 });
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  expect(await press(db, userId, { now: FROM, confirmedTotal: 10_000 })).toMatchObject({
    refusal: { code: 'TOTAL_CHANGED', total: 12_500 },
  });
});

test('sorting by price goes by the price of the instant', async ({ db }) => {
  const dear = await makeProduct(db, { price: 10_000 });
  const cheap = await makeProduct(db, { price: 9_000 });
  await plan(db, dear, 100);
  const order = async (now: Date) =>
    (await listProducts(db, { sort: 'price-asc' }, now)).products.map(({ id }) => id);
  expect(await order(BEFORE)).toEqual([cheap, dear]);
  expect(await order(FROM)).toEqual([dear, cheap]);
});

test('a plan is changed, taken back and audited; one for the past is refused', async ({ db }) => {
  const productId = await makeProduct(db);
  await plan(db, productId, 12_500);
  expect(await plan(db, productId, 12_500)).toMatchObject({ ok: true, replayed: true });
  expect(await plan(db, productId, 13_000)).toMatchObject({ ok: true });
  expect(await plan(db, productId, null)).toMatchObject({ ok: true });
  expect(await read(db, productId)).toMatchObject({ plannedPrice: null, plannedFrom: null });
  expect(await plan(db, productId, 9_000, NOON, NOON)).toEqual({
    ok: false,
    refusal: { code: 'PLAN_IN_PAST' },
  });
  const audit = await db.orm.select().from(auditLog).orderBy(auditLog.id);
  const from = FROM.toISOString();
  expect(audit).toMatchObject([
    { before: { plannedPrice: null }, after: { plannedPrice: 12_500, plannedFrom: from } },
    { before: { plannedPrice: 12_500 }, after: { plannedPrice: 13_000 } },
    { before: { plannedPrice: 13_000 }, after: { plannedPrice: null, plannedFrom: null } },
  ]);
  const admin = await makeShopper(db, { role: 'admin' });
  const stale = { productId, version: 1, plan: { price: 1, from: FROM } };
  expect(await planPrice(db, stale, admin, NOON)).toMatchObject({
    refusal: { code: 'EDITED_SINCE', version: 4 },
  });
});

test('once in effect it is the price: edits build on it, and a new plan does not undo it', async ({
  db,
}) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const [edited, planned] = [await makeProduct(db), await makeProduct(db)];
  await plan(db, edited, 12_500);
  await plan(db, planned, 12_500);
  const row = await read(db, edited);
  const fields = { ...(productFields(row) as unknown as ProductFields), price: 12_500 };
  const renamed = { ...fields, nameKo: '배' };
  const { version } = row;
  const command = { productId: edited, version, shownPrice: 12_500, fields: renamed };
  expect(await updateProduct(db, command, admin, FROM)).toMatchObject({ ok: true });
  expect(await read(db, edited)).toMatchObject({ price: 12_500, plannedPrice: null, nameKo: '배' });

  const later = new Date(FROM.getTime() + 3_600_000);
  expect(await plan(db, planned, 9_000, FROM, later)).toMatchObject({ ok: true });
  expect(await read(db, planned)).toMatchObject({ price: 12_500, plannedPrice: 9_000 });
});

test('a form opened before it took effect leaves it alone, unless its price was typed over', async ({
  db,
}) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db, { price: 10_000 });
  await plan(db, productId, 12_500);
  const shown = await read(db, productId);
  const save = async (changes: Partial<ProductFields>, now: Date) => {
    const { version } = await read(db, productId);
    const fields = { ...(productFields(shown) as unknown as ProductFields), ...changes };
    return updateProduct(db, { productId, version, shownPrice: 10_000, fields }, admin, now);
  };
  expect(await save({}, FROM)).toMatchObject({ ok: true, replayed: true });
  expect(await save({ nameKo: '배' }, BEFORE)).toMatchObject({ ok: true, replayed: false });
  expect(await read(db, productId)).toMatchObject({ price: 10_000, plannedPrice: 12_500 });
  expect(await save({ nameKo: '귤' }, FROM)).toMatchObject({ ok: true, replayed: false });
  expect(await read(db, productId)).toMatchObject({
    price: 12_500,
    plannedPrice: null,
    nameKo: '귤',
  });
  const [saved] = await db.orm.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1);
  expect(saved?.before).toEqual({ nameKo: '배' });
  expect(await save({ nameKo: '귤', price: 11_000 }, FROM)).toMatchObject({ ok: true });
  expect(await read(db, productId)).toMatchObject({ price: 11_000 });
});
