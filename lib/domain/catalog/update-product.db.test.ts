/** Editing products: nothing is overwritten unseen, nothing but what was written changes. */

import { count, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { auditLog, products, stock } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { fillCart, makeProduct, makeShopper, NOON, press } from '@/e2e/support/sample';
import { createProduct, type NewProduct } from './create-product';
import { type ProductFields, productFields } from './product-rules';
import { updateProduct } from './update-product';

async function read(db: Database, productId: number) {
  const [row] = await db.orm.select().from(products).where(eq(products.id, productId));
  if (!row) throw new Error('no such product');
  return { version: row.version, fields: productFields(row) as unknown as ProductFields };
}

const edit = (
  db: Database,
  productId: number,
  { version, fields }: Awaited<ReturnType<typeof read>>,
  changes: Partial<ProductFields>,
  actor: number,
) => {
  const command = { productId, version, shownPrice: fields.price };
  return updateProduct(db, { ...command, fields: { ...fields, ...changes } }, actor, NOON);
};

test('an edit changes what it names and keeps before and after', async ({ db }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db);
  const seen = await read(db, productId);
  const saved = await edit(db, productId, seen, { price: 12_000, published: false }, admin);
  expect(saved).toEqual({ ok: true, value: null, replayed: false });
  expect(await read(db, productId)).toEqual({
    version: 2,
    fields: { ...seen.fields, price: 12_000, published: false },
  });
  const audit = await db.orm.select().from(auditLog);
  expect(audit).toMatchObject([
    {
      action: 'product.update',
      actorUserId: admin,
      entityId: String(productId),
      before: { price: 10_000, published: true },
      after: { price: 12_000, published: false, version: 2 },
    },
  ]);
  // The same press again, its answer lost on the way: done once.
  const again = await edit(db, productId, seen, { price: 12_000, published: false }, admin);
  expect(again).toEqual({ ok: true, value: null, replayed: true });
  expect(await db.orm.select({ n: count() }).from(auditLog)).toEqual([{ n: 1 }]);
});

test('who saves second is told what changed since, and nothing is overwritten', async ({ db }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db);
  const seen = await read(db, productId);
  await edit(db, productId, seen, { price: 12_000 }, admin);
  await edit(db, productId, await read(db, productId), { price: 13_000, nameEn: 'Pear' }, admin);
  const second = await edit(db, productId, seen, { nameKo: '배' }, admin);
  expect(second).toEqual({
    ok: false,
    refusal: {
      code: 'EDITED_SINCE',
      version: 3,
      by: '홍길동',
      changes: [
        { field: 'price', was: 10_000, now: 13_000 },
        { field: 'nameEn', was: 'Apple', now: 'Pear' },
      ],
    },
  });
  expect((await read(db, productId)).fields).toMatchObject({ price: 13_000, nameKo: '사과' });
  const never = { ...seen, version: 999_999_999_999_999 };
  expect(await edit(db, productId, never, { nameKo: '배' }, admin)).toMatchObject({
    refusal: { code: 'EDITED_SINCE', version: 3, changes: [] },
  });
});

test('of two edits at once one is saved and one is told', async ({ db }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db);
  const seen = await read(db, productId);
  const prices = Array.from({ length: 8 }, (_, i) => 11_000 + i);
  const outcomes = await Promise.all(
    prices.map((price) => edit(db, productId, seen, { price }, admin)),
  );
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect((await read(db, productId)).version).toBe(2);
});

test('an address or a shelf that cannot be is a refusal', async ({ db }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const other = await read(db, await makeProduct(db));
  const productId = await makeProduct(db);
  const seen = await read(db, productId);
  const refusal = (code: string) => ({ ok: false, refusal: { code } });
  const { slug } = other.fields;
  expect(await edit(db, productId, seen, { slug }, admin)).toEqual(refusal('SLUG_TAKEN'));
  const categorySlug = 'nowhere';
  expect(await edit(db, productId, seen, { categorySlug }, admin)).toEqual(
    refusal('UNKNOWN_CATEGORY'),
  );
  expect(await edit(db, 999, seen, { price: 1 }, admin)).toEqual(refusal('UNKNOWN_PRODUCT'));
  expect(await read(db, productId)).toEqual(seen);
});

test('pressing create twice, even at once, makes one product', async ({ db }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const { fields } = await read(db, await makeProduct(db));
  const product: NewProduct = { ...fields, slug: 'new-apple', openingQuantity: 7 };
  const create = (changes: Partial<NewProduct> = {}) =>
    createProduct(db, { ...product, ...changes }, admin, NOON);
  const answers = [...(await Promise.all([create(), create()])), await create()];
  expect(answers.map((answer) => answer.ok && answer.replayed).sort()).toEqual([false, true, true]);
  expect(await db.orm.select({ n: count() }).from(products)).toEqual([{ n: 2 }]);
  const taken = { ok: false, refusal: { code: 'SLUG_TAKEN' } };
  expect(await create({ price: 1 })).toEqual(taken);
  expect(await create({ openingQuantity: 8 })).toEqual(taken);
  const nowhere = await create({ slug: 'elsewhere', categorySlug: 'nowhere' });
  expect(nowhere).toEqual({ ok: false, refusal: { code: 'UNKNOWN_CATEGORY' } });
});

test('editing while orders come in never changes stock', async ({ db }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db, { quantity: 100 });
  const shoppers = await Promise.all(
    Array.from({ length: 32 }, async () => {
      const userId = await makeShopper(db, { balance: 1_000_000 });
      await fillCart(db, userId, [{ productId, quantity: 2 }]);
      return userId;
    }),
  );
  const editing = (async () => {
    for (let i = 0; i < 20; i++) {
      const saved = await edit(
        db,
        productId,
        await read(db, productId),
        { price: 9_000 + i },
        admin,
      );
      expect(saved.ok).toBe(true);
    }
  })();
  const orders = await Promise.all(shoppers.map((userId) => press(db, userId)));
  await editing;
  expect(orders.every((order) => order.ok)).toBe(true);
  const [row] = await db.orm.select().from(stock).where(eq(stock.productId, productId));
  expect(row?.quantity).toBe(100 - 64);
});
