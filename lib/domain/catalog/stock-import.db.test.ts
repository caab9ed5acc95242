/** Restocking many products by a table: every line or none, once, and exact while shoppers buy. */

import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { auditLog, stock, stockMovements } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { expectInvariants } from '@/e2e/support/expect-invariants';
import { fillCart, makeProduct, makeShopper, NOON, press, succeeded } from '@/e2e/support/sample';
import { done } from '../result';
import { inTransaction } from '../transaction';
import { applyStockImport } from './apply-stock-import';
import { changeStock } from './change-stock';
import { createStockImport, MOST_IMPORT_LINES } from './create-stock-import';
import { getStockImport } from './get-stock-import';
import { moveNamedStock } from './import-store';

type Row = [product: number | string, delta: string, reason?: string];

async function upload(db: Database, admin: number, rows: Row[], uploadKey: string = randomUUID()) {
  const lines = rows.map(([product, delta, reason = '입고'], i) => ({
    ...{ line: i + 2, product: String(product), delta, reason },
  }));
  return succeeded(await createStockImport(db, { uploadKey, lines }, admin, NOON)).importId;
}

async function quantityOf(db: Database, productId: number): Promise<number | undefined> {
  const [row] = await db.orm.select().from(stock).where(eq(stock.productId, productId));
  return row?.quantity;
}

test('the dry run shows each line and changes nothing; applying does exactly that, once', async ({
  db,
}) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const apple = await makeProduct(db, { quantity: 5 });
  const pear = await makeProduct(db, { quantity: 9 });
  const same = await makeProduct(db, { quantity: 1 });
  const importId = await upload(db, admin, [
    [apple, '20'],
    [pear, '-4', '깨졌어요'],
    [same, ''],
  ]);
  const dry = await getStockImport(db, importId);
  expect(dry?.decisions).toMatchObject([
    { effect: 'change', change: 20, quantityAfter: 25 },
    { effect: 'change', change: -4, quantityAfter: 5 },
    { effect: 'nothing' },
  ]);
  expect([await quantityOf(db, apple), await quantityOf(db, pear)]).toEqual([5, 9]);

  const presses = await Promise.all(
    Array.from({ length: 5 }, () => applyStockImport(db, importId, admin, NOON)),
  );
  expect(presses.filter((press) => press.ok && !press.replayed)).toHaveLength(1);
  expect(presses.every((press) => press.ok)).toBe(true);
  expect([await quantityOf(db, apple), await quantityOf(db, pear)]).toEqual([25, 5]);
  const audit = await db.orm.select().from(auditLog).orderBy(auditLog.entityId);
  expect(audit).toMatchObject([
    { action: 'stock.restock', before: { quantity: 5 }, after: { quantity: 25, delta: 20 } },
    {
      action: 'stock.correction',
      before: { quantity: 9 },
      after: { reason: '깨졌어요', importId },
    },
  ]);
  await expectInvariants(db);
});

test('one line that cannot be leaves everything as it was, and all such lines are named', async ({
  db,
}) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const apple = await makeProduct(db, { quantity: 5 });
  const pear = await makeProduct(db, { quantity: 1 });
  const importId = await upload(db, admin, [
    [apple, '20'],
    ['no-such-thing', '1'],
    [pear, '-2'],
    [apple, '3'],
    [pear, 'ten'],
  ]);
  const problems = (await getStockImport(db, importId))?.decisions.map((decision) =>
    decision.effect === 'problem' ? decision.problem : null,
  );
  expect(problems).toEqual([null, 'UNKNOWN_PRODUCT', 'BELOW_ZERO', 'DUPLICATE', 'WRONG_NUMBER']);
  expect(await applyStockImport(db, importId, admin, NOON)).toEqual({
    ok: false,
    refusal: { code: 'IMPORT_HAS_PROBLEMS', lines: [3, 4, 5, 6] },
  });
  expect([await quantityOf(db, apple), await quantityOf(db, pear)]).toEqual([5, 1]);
  expect(await db.orm.select().from(auditLog)).toEqual([]);
});

test('what was sold after the dry run counts: a correction below zero is refused whole', async ({
  db,
}) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db, { quantity: 5 });
  const importId = await upload(db, admin, [[productId, '-5']]);
  const sold = { productId, kind: 'correction', delta: -1, reason: '팔림' } as const;
  succeeded(
    await changeStock(db, { ...sold, actorUserId: admin, idempotencyKey: randomUUID() }, NOON),
  );
  expect(await applyStockImport(db, importId, admin, NOON)).toMatchObject({
    refusal: { code: 'IMPORT_HAS_PROBLEMS', lines: [2] },
  });
  expect(await quantityOf(db, productId)).toBe(4);
});

test('a number names the product that has it, not one whose address is that number', async ({
  db,
}) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const apple = await makeProduct(db, { quantity: 5 });
  const pear = await makeProduct(db, { slug: String(apple), quantity: 5 });
  const importId = await upload(db, admin, [[apple, '20']]);
  expect(await applyStockImport(db, importId, admin, NOON)).toMatchObject({
    value: { changed: 1 },
  });
  expect([await quantityOf(db, apple), await quantityOf(db, pear)]).toEqual([25, 5]);
});

test('stock moves from what it is, whatever it was when the lines were read', async ({ db }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db, { quantity: 5 });
  const importId = await upload(db, admin, [[productId, '20']]);
  const [line] = (await getStockImport(db, importId))?.decisions ?? [];
  if (line?.effect !== 'change' || !line.found) throw new Error('the line changes nothing');
  const stale = { ...line, found: { ...line.found, quantity: 9 }, quantityAfter: 29 };
  const by = { importId, actorUserId: admin, now: NOON };
  await inTransaction(db, async (tx) => done(await moveNamedStock(tx, [stale], by)));
  expect(await quantityOf(db, productId)).toBe(25);
  expect(await db.orm.select().from(auditLog)).toMatchObject([
    { before: { quantity: 5 }, after: { quantity: 25, delta: 20 } },
  ]);
  await expectInvariants(db);
});

test('pressing upload twice keeps one table; the same lines again are known', async ({ db }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db);
  const key = randomUUID();
  const first = await upload(db, admin, [[productId, '1']], key);
  expect(await upload(db, admin, [[productId, '1']], key)).toBe(first);
  succeeded(await applyStockImport(db, first, admin, NOON));
  const second = await upload(db, admin, [[productId, '1']]);
  expect((await getStockImport(db, second))?.sameAppliedAt).toEqual(NOON);
  expect((await getStockImport(db, first))?.sameAppliedAt).toBeNull();
});

test('a table without lines, too long or unknown is a refusal', async ({ db }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const line = { line: 2, product: '1', delta: '1', reason: 'x' };
  const create = (count: number) => {
    const lines = Array.from({ length: count }, () => line);
    return createStockImport(db, { uploadKey: randomUUID(), lines }, admin, NOON);
  };
  expect(await create(0)).toMatchObject({ refusal: { code: 'IMPORT_EMPTY' } });
  expect(await create(MOST_IMPORT_LINES + 1)).toMatchObject({
    refusal: { code: 'IMPORT_TOO_LONG', most: MOST_IMPORT_LINES },
  });
  expect(await applyStockImport(db, 999, admin, NOON)).toMatchObject({
    refusal: { code: 'UNKNOWN_IMPORT' },
  });
  expect(await getStockImport(db, 999)).toBeNull();
});

test('restocking while 32 shoppers buy ends at the exact quantity', async ({ db }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const [a, b] = [await makeProduct(db, { quantity: 40 }), await makeProduct(db, { quantity: 40 })];
  const shoppers = await Promise.all(
    Array.from({ length: 32 }, async (_, i) => {
      const userId = await makeShopper(db, { balance: 1_000_000 });
      const order = i % 2 ? [a, b] : [b, a];
      await fillCart(
        db,
        userId,
        order.map((productId) => ({ productId, quantity: 1 })),
      );
      return userId;
    }),
  );
  const imports = await Promise.all(
    Array.from({ length: 5 }, (_, i) =>
      upload(db, admin, [
        [b, `${10 + i}`],
        [a, '-1'],
      ]),
    ),
  );
  const [orders, applied] = await Promise.all([
    Promise.all(shoppers.map((userId) => press(db, userId))),
    Promise.all(imports.map((importId) => applyStockImport(db, importId, admin, NOON))),
  ]);
  expect(orders.every((order) => order.ok)).toBe(true);
  expect(applied.every((outcome) => outcome.ok)).toBe(true);
  expect(await quantityOf(db, a)).toBe(40 - 32 - 5);
  expect(await quantityOf(db, b)).toBe(40 - 32 + 10 + 11 + 12 + 13 + 14);
  await expectInvariants(db);
});

test('the longest table is applied well within the patience of a checkout', async ({ db }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  await makeProduct(db);
  await db.sql`
    with p as (
      insert into products (slug, category_slug, name_ko, name_en, description_ko, description_en,
        price, art, created_at, updated_at)
      select 'bulk-' || n, 'test', '사과', 'Apple', '', '', 1000, 'apple', now(), now()
      from generate_series(1, ${MOST_IMPORT_LINES}::int) n returning id
    ), s as (insert into stock (product_id, quantity) select id, 0 from p)
    insert into stock_movements (product_id, kind, delta, quantity_after, created_at)
    select id, 'opening', 0, 0, now() from p`;
  const rows = Array.from({ length: MOST_IMPORT_LINES }, (_, i): Row => [`bulk-${i + 1}`, '3']);
  const importId = await upload(db, admin, rows);
  expect(await applyStockImport(db, importId, admin, NOON)).toMatchObject({
    value: { changed: MOST_IMPORT_LINES },
  });
  const moved = await db.orm
    .select()
    .from(stockMovements)
    .where(eq(stockMovements.kind, 'restock'));
  expect(moved).toHaveLength(MOST_IMPORT_LINES);
  await expectInvariants(db);
});
