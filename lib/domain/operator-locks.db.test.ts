/** The row locks of an operator's commands, as `locks.db.test.ts` has them of a shopper's. */

import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { auditLog, coupons, couponUsage, products, stock, stockImports, users } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { meetAtLock } from '@/e2e/support/meet-at-lock';
import { makeCoupon, makeProduct, makeShopper, NOON, succeeded } from '@/e2e/support/sample';
import { recordRefusedAction } from './audit/record-refused-action';
import { recordAudit } from './audit/store';
import { applyStockImport } from './catalog/apply-stock-import';
import { changeStock } from './catalog/change-stock';
import { createStockImport } from './catalog/create-stock-import';
import { planPrice } from './catalog/plan-price';
import { moveStock } from './catalog/store';
import { updateProduct } from './catalog/update-product';
import { switchCoupon } from './coupons/switch-coupon';
import { updateCoupon } from './coupons/update-coupon';
import type { Transaction } from './transaction';

/** What a correction by an operator does, not yet committed. */
const correcting = (productId: number, delta: number, actorUserId: number) => (tx: Transaction) =>
  moveStock(tx, {
    productId,
    kind: 'correction',
    delta,
    reason: '세어 보니 달랐어요',
    actorUserId,
    createdAt: NOON,
  });

/** What the audit log keeps of another operator's edit to version 2. */
const edit = (actorUserId: number, entity: 'product' | 'coupon', id: number, after: object) => ({
  actorUserId,
  action: `${entity}.update`,
  entity,
  entityId: String(id),
  before: {},
  after: { ...after, version: 2 },
  createdAt: NOON,
});

/** What an operator's page sends back of a coupon that nobody claims, without its limit over all. */
function termsOf(coupon: typeof coupons.$inferSelect) {
  const { minSubtotal, perShopperLimit, startsAt, endsAt, enabled } = coupon;
  return { minSubtotal, perShopperLimit, claimLimit: null, startsAt, endsAt, enabled };
}

test('a correction is judged on the units that have just been left', async ({
  db,
  workerDatabase,
}) => {
  const actorUserId = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db, { quantity: 5 });
  const correction = {
    productId,
    kind: 'correction',
    delta: -5,
    reason: '세어 보니 달랐어요',
    actorUserId,
    idempotencyKey: randomUUID(),
  } as const;
  const outcome = await meetAtLock(workerDatabase, {
    change: correcting(productId, -1, actorUserId),
    command: () => changeStock(db, correction, NOON),
  });
  expect(outcome).toMatchObject({ refusal: { code: 'STOCK_BELOW_ZERO', quantity: 4 } });
  expect(await db.orm.select().from(stock)).toEqual([{ productId, quantity: 4 }]);
});

test('the same correction pressed again is made once', async ({ db }) => {
  const actorUserId = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db, { quantity: 5 });
  const correction = {
    productId,
    kind: 'correction',
    delta: -2,
    reason: '세어 보니 달랐어요',
    actorUserId,
    idempotencyKey: randomUUID(),
  } as const;
  const first = await changeStock(db, correction, NOON);
  expect(await changeStock(db, correction, NOON)).toEqual({ ...first, replayed: true });
  expect(await changeStock(db, { ...correction, delta: -1 }, NOON)).toEqual({
    ok: false,
    refusal: { code: 'KEY_REUSED' },
  });
  expect(await db.orm.select().from(stock)).toEqual([{ productId, quantity: 3 }]);
});

test('a coupon that has just been switched off is not switched off again', async ({
  db,
  workerDatabase,
}) => {
  const actorUserId = await makeShopper(db, { role: 'admin' });
  const { couponId } = await makeCoupon(db);
  const outcome = await meetAtLock(workerDatabase, {
    change: ({ orm }) =>
      orm.update(coupons).set({ enabled: false }).where(eq(coupons.id, couponId)),
    command: () => switchCoupon(db, { couponId, enabled: false, actorUserId }, NOON),
  });
  expect(outcome).toMatchObject({ ok: true, replayed: true });
  expect(await db.orm.select().from(auditLog)).toEqual([]);
});

test('a product that has just been edited is not overwritten', async ({ db, workerDatabase }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db);
  const [product] = await db.orm.select().from(products);
  if (!product) throw new Error('no product');
  const outcome = await meetAtLock(workerDatabase, {
    change: async (tx) => {
      await tx.orm.update(products).set({ price: 9_000, version: 2 });
      await recordAudit(tx, edit(admin, 'product', productId, { price: 9_000 }));
    },
    command: () => {
      const { id: _id, version: _version, createdAt: _since, updatedAt: _at, ...fields } = product;
      const edited = { ...fields, price: 11_000 };
      const command = { productId, version: 1, shownPrice: product.price, fields: edited };
      return updateProduct(db, command, admin, NOON);
    },
  });
  expect(outcome).toMatchObject({ refusal: { code: 'EDITED_SINCE', version: 2 } });
});

test('a coupon that has just been edited is not overwritten', async ({ db, workerDatabase }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const { couponId } = await makeCoupon(db);
  const [coupon] = await db.orm.select().from(coupons);
  if (!coupon) throw new Error('no coupon');
  const outcome = await meetAtLock(workerDatabase, {
    change: async (tx) => {
      await tx.orm.update(coupons).set({ minSubtotal: 1_000, version: 2 });
      await recordAudit(tx, edit(admin, 'coupon', couponId, { minSubtotal: 1_000 }));
    },
    command: () => {
      const terms = { ...termsOf(coupon), minSubtotal: 2_000, totalLimit: null };
      return updateCoupon(db, { couponId, version: 1, terms }, admin, NOON);
    },
  });
  expect(outcome).toMatchObject({ refusal: { code: 'EDITED_SINCE', version: 2 } });
});

test("a coupon's limits are judged on its counter as it has just become", async ({
  db,
  workerDatabase,
}) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const { couponId } = await makeCoupon(db, { totalLimit: 5 });
  const [coupon] = await db.orm.select().from(coupons);
  if (!coupon) throw new Error('no coupon');
  const outcome = await meetAtLock(workerDatabase, {
    change: ({ orm }) => orm.update(couponUsage).set({ totalLimit: 7 }),
    command: () => {
      const terms = { ...termsOf(coupon), totalLimit: 7 };
      return updateCoupon(db, { couponId, version: 1, terms }, admin, NOON);
    },
  });
  // It stands that way already.
  expect(outcome).toMatchObject({ ok: true, replayed: true });
});

test('a price that has just been planned is not planned over', async ({ db, workerDatabase }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db, { price: 10_000 });
  const from = new Date(NOON.getTime() + 3_600_000);
  const outcome = await meetAtLock(workerDatabase, {
    change: async (tx) => {
      await tx.orm.update(products).set({ plannedPrice: 9_000, plannedFrom: from, version: 2 });
      await recordAudit(tx, edit(admin, 'product', productId, { plannedPrice: 9_000 }));
    },
    command: () =>
      planPrice(db, { productId, version: 1, plan: { price: 11_000, from } }, admin, NOON),
  });
  expect(outcome).toMatchObject({ refusal: { code: 'EDITED_SINCE', version: 2 } });
});

test('a table that has just been applied is not applied again', async ({ db, workerDatabase }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db, { quantity: 5 });
  const importId = await uploaded(db, admin, productId, '20');
  const outcome = await meetAtLock(workerDatabase, {
    change: (tx) => tx.orm.update(stockImports).set({ appliedAt: NOON, appliedBy: admin }),
    command: () => applyStockImport(db, importId, admin, NOON),
  });
  expect(outcome).toMatchObject({ ok: true, replayed: true });
  expect(await db.orm.select().from(stock)).toEqual([{ productId, quantity: 5 }]);
});

test('a table is judged on the units that have just been left', async ({ db, workerDatabase }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db, { quantity: 5 });
  const importId = await uploaded(db, admin, productId, '-5');
  const outcome = await meetAtLock(workerDatabase, {
    change: correcting(productId, -1, admin),
    command: () => applyStockImport(db, importId, admin, NOON),
  });
  expect(outcome).toMatchObject({ refusal: { code: 'IMPORT_HAS_PROBLEMS', lines: [2] } });
  expect(await db.orm.select().from(stock)).toEqual([{ productId, quantity: 4 }]);
});

test('a table changes the product that it locked, also when the address has just moved on', async ({
  db,
  workerDatabase,
}) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const apple = await makeProduct(db, { slug: 'apple', quantity: 5 });
  const pear = await makeProduct(db, { slug: 'pear', quantity: 5 });
  const importId = await uploaded(db, admin, 'apple', '20');
  const outcome = await meetAtLock(workerDatabase, {
    change: async (tx) => {
      await correcting(apple, -1, admin)(tx);
      await tx.orm.update(products).set({ slug: 'old-apple' }).where(eq(products.id, apple));
      await tx.orm.update(products).set({ slug: 'apple' }).where(eq(products.id, pear));
    },
    command: () => applyStockImport(db, importId, admin, NOON),
  });
  expect(outcome).toMatchObject({ ok: true });
  expect(await db.orm.select().from(stock).orderBy(stock.productId)).toEqual([
    { productId: apple, quantity: 24 },
    { productId: pear, quantity: 5 },
  ]);
});

test('the last refused try of an hour is counted once', async ({ db, workerDatabase }) => {
  const curious = await makeShopper(db);
  const tried = { userId: curious, action: 'admin.change-stock' };
  for (let tries = 1; tries < 10; tries++) await recordRefusedAction(db, tried, NOON);
  const outcome = await meetAtLock(workerDatabase, {
    change: async (tx) => {
      await tx.orm.select().from(users).where(eq(users.id, curious)).for('no key update');
      await recordAudit(tx, {
        actorUserId: curious,
        action: 'action.refused',
        entity: 'action',
        entityId: tried.action,
        createdAt: NOON,
      });
    },
    command: () => recordRefusedAction(db, tried, NOON),
  });
  expect(outcome).toMatchObject({ value: { recorded: false } });
});

/** A table of one line, as an operator uploads it. */
async function uploaded(db: Database, admin: number, product: number | string, delta: string) {
  const lines = [{ line: 2, product: String(product), delta, reason: '세어 보니 달랐어요' }];
  const upload = { uploadKey: randomUUID(), lines };
  return succeeded(await createStockImport(db, upload, admin, NOON)).importId;
}
