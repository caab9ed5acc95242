import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import { askSales } from '@/e2e/support/ask-sales';
import { expect, test } from '@/e2e/support/db-test';
import { seoul } from '@/e2e/support/sales-history';
import {
  correctStock,
  fillCart,
  fillWallet,
  makeCoupon,
  makeProduct,
  makeShopper,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { getLostDemand, type LostQuestion } from './get-lost-demand';
import { getSalesScreen } from './get-sales-screen';

const NOW = seoul('2026-11-24T18:00:00');
const TWO_DAYS = { from: '2026-11-23', to: '2026-11-24' };

const look = (db: Database, question: Partial<LostQuestion> = {}, asOf = NOW, live = true) =>
  getLostDemand(
    db,
    { ...TWO_DAYS, unit: 'day', productId: null, hour: null, reason: null, ...question },
    { before: null, limit: 10, products: 10 },
    { asOf, live },
  );

/** Presses that are refused: each way to lose a checkout, at both sides of midnight. */
async function losses(db: Database) {
  const apple = await makeProduct(db, { price: 10_000 });
  const pear = await makeProduct(db, { price: 7_001, nameKo: '배', nameEn: 'Pear' });
  const long = { startsAt: seoul('2026-11-01T00:00:00'), endsAt: seoul('2026-12-01T00:00:00') };
  const coupon = await makeCoupon(db, { kind: 'fixed', amount: 1_000, ...long });

  // Poor at 23:59, with a coupon; tries twice with one form and gives up.
  const poor = await makeShopper(db, { balance: 1_000 });
  await fillCart(db, poor, [
    { productId: apple, quantity: 1 },
    { productId: pear, quantity: 2 },
  ]);
  const key = randomUUID();
  for (const at of ['2026-11-23T23:58:00', '2026-11-23T23:59:00']) {
    const again = { idempotencyKey: key, couponCode: coupon.code, now: seoul(at) };
    await press(db, poor, again);
  }
  // Wants three apples at 00:01 when one is left.
  const late = await makeShopper(db, { balance: 100_000 });
  await fillCart(db, late, [
    { productId: apple, quantity: 3 },
    { productId: pear, quantity: 1 },
  ]);
  await correctStock(db, apple, 1);
  await press(db, late, { now: seoul('2026-11-24T00:01:00') });
  await correctStock(db, apple, 100);
  // Is refused and, with the same form, orders after all.
  const patient = await makeShopper(db, { balance: 1 });
  await fillCart(db, patient, [{ productId: pear, quantity: 1 }]);
  const patientKey = randomUUID();
  await press(db, patient, { idempotencyKey: patientKey, now: seoul('2026-11-24T09:00:00') });
  await fillWallet(db, patient, 10_000);
  const sameForm = { idempotencyKey: patientKey, now: seoul('2026-11-24T10:00:00') };
  succeeded(await press(db, patient, sameForm));
  // Was shown less than it costs by now.
  const told = await makeShopper(db, { balance: 100_000 });
  await fillCart(db, told, [{ productId: pear, quantity: 1 }]);
  await press(db, told, { confirmedTotal: 7_000, now: seoul('2026-11-24T11:00:00') });
  return { apple, pear };
}

const POOR = 10_000 + 14_002 - 1_000;
const LATE = 30_000 + 7_001;

test('an attempt is lost once, by its last refusal, unless its form became an order', async ({
  db,
}) => {
  await losses(db);
  const { byReason, byTime, attempts } = await look(db);
  expect(byReason).toEqual([
    { reason: 'SHORT_STOCK', attempts: 1, lost: LATE },
    { reason: 'INSUFFICIENT_BALANCE', attempts: 1, lost: POOR },
    { reason: 'TOTAL_CHANGED', attempts: 1, lost: 7_001 },
  ]);
  expect(byTime).toEqual([
    { attempts: 1, lost: POOR },
    { attempts: 2, lost: LATE + 7_001 },
  ]);
  expect(attempts.map(({ reason }) => reason)).toEqual([
    'TOTAL_CHANGED',
    'SHORT_STOCK',
    'INSUFFICIENT_BALANCE',
  ]);
  expect(attempts[2]).toMatchObject({
    at: seoul('2026-11-23T23:59:00'),
    lost: POOR,
    lines: [
      { nameEn: 'Apple', quantity: 1 },
      { nameEn: 'Pear', quantity: 2 },
    ],
  });
});

test('what products lost adds up to the attempts, and counts what was missing', async ({ db }) => {
  const { apple, pear } = await losses(db);
  const {
    byProduct: { products: byProduct, rest },
    byReason,
  } = await look(db);
  expect(rest).toEqual({ products: 0, lost: 0 });
  const sum = (rows: { lost: number }[]) => rows.reduce((total, { lost }) => total + lost, 0);
  expect(sum(byProduct)).toBe(sum(byReason));
  expect(byProduct.map(({ productId, wanted, missing }) => [productId, wanted, missing])).toEqual([
    [apple, 4, 2],
    [pear, 4, 0],
  ]);
  const [short] = (await look(db, { reason: 'SHORT_STOCK' })).byProduct.products;
  expect(short).toMatchObject({ productId: apple, attempts: 1, lost: 30_000, quantity: 100 });
  const ofPear = await look(db, { productId: pear });
  expect(sum(ofPear.byReason)).toBe(byProduct.find(({ productId }) => productId === pear)?.lost);
  expect(sum(ofPear.byProduct.products)).toBe(sum(ofPear.byReason));
});

test('looked back at from before the order, its attempt was still lost', async ({ db }) => {
  await losses(db);
  const { byReason } = await look(db, {}, seoul('2026-11-24T09:30:00'));
  expect(byReason.find(({ reason }) => reason === 'INSUFFICIENT_BALANCE')).toMatchObject({
    attempts: 2,
    lost: POOR + 7_001,
  });
  const early = await look(db, {}, seoul('2026-11-23T23:58:30'));
  expect(early.attempts.map(({ at }) => at)).toEqual([seoul('2026-11-23T23:58:00')]);
});

test('checkout success counts orders against distinct keys', async ({ db }) => {
  await losses(db);
  const question = askSales({ ...TWO_DAYS, compare: 'none' }, NOW);
  const { figures, lost } = await getSalesScreen(db, question, { asOf: NOW, live: true }, db);
  const orders = figures.reduce((sum, each) => sum + each.orders, 0);
  const [keys] = await db.sql<{ attempts: number; ordered: number }[]>`
    select count(distinct key)::int as attempts, count(distinct result->>'orderId')::int as ordered
    from (select key, null::jsonb as result from checkout_attempts
      union all select key, result from idempotency_keys where action = 'checkout') k`;
  expect(orders).toBe(keys?.ordered);
  expect(orders + lost.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(keys?.attempts);
});

test('a page of attempts goes on where the one before ended', async ({ db }) => {
  await losses(db);
  const page = (before: number | null) =>
    getLostDemand(
      db,
      { ...TWO_DAYS, unit: 'day', productId: null, hour: null, reason: null },
      { before, limit: 2, products: 1 },
      { asOf: NOW, live: true },
    );
  const first = await page(null);
  const { products, rest } = first.byProduct;
  expect([products.length, rest.products]).toEqual([1, 1]);
  expect((products[0]?.lost ?? 0) + rest.lost).toBe(POOR + LATE + 7_001);
  const second = await page(first.attempts[1]?.id ?? 0);
  expect([...first.attempts, ...second.attempts].map(({ reason }) => reason)).toEqual([
    'TOTAL_CHANGED',
    'SHORT_STOCK',
    'INSUFFICIENT_BALANCE',
  ]);
});

test('an hour of the chart is its attempts and its orders; looking back, shelves are of then', async ({
  db,
}) => {
  const { apple } = await losses(db);
  const whole = await look(db, { from: '2026-11-24', unit: 'hour' });
  for (const [hour, point] of whole.byTime.entries()) {
    const of = await look(db, { from: '2026-11-24', unit: 'hour', hour });
    expect(of.attempts, `${hour}`).toHaveLength(point.attempts);
    expect(of.attempts.reduce((sum, { lost }) => sum + lost, 0)).toBe(point.lost);
    expect(of.orders, `${hour}`).toBe(hour === 10 ? 1 : 0);
  }
  expect(whole.orders).toBe(1);
  const appleIn = async (live: boolean) =>
    (await look(db, {}, seoul('2026-11-24T12:00:00'), live)).byProduct.products.find(
      ({ productId }) => productId === apple,
    );
  // Corrections of the tests are made now, the opening at the first noon.
  expect(await appleIn(false)).toMatchObject({ quantity: 100 });
  await correctStock(db, apple, 7);
  expect(await appleIn(false)).toMatchObject({ quantity: 100 });
  expect(await appleIn(true)).toMatchObject({ quantity: 7 });
});
