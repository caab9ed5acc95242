/** Editing coupons: never below what was used, never over a colleague unseen, safe in a rush. */

import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { auditLog, coupons, couponUsage } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { fillCart, makeCoupon, makeProduct, makeShopper, NOON, press } from '@/e2e/support/sample';
import type { CouponEdit } from './edit-rules';
import { switchCoupon } from './switch-coupon';
import { updateCoupon } from './update-coupon';

async function read(db: Database, couponId: number) {
  const [row] = await db.orm
    .select({ coupon: coupons, counter: couponUsage })
    .from(coupons)
    .innerJoin(couponUsage, eq(couponUsage.couponId, coupons.id))
    .where(eq(coupons.id, couponId));
  if (!row) throw new Error('no such coupon');
  const { minSubtotal, perShopperLimit, startsAt, endsAt, enabled, version } = row.coupon;
  const { totalLimit, claimLimit, used } = row.counter;
  const limits = { perShopperLimit, totalLimit, claimLimit };
  return { version, used, terms: { minSubtotal, ...limits, startsAt, endsAt, enabled } };
}

async function edit(
  db: Database,
  couponId: number,
  changes: Partial<CouponEdit>,
  version?: number,
) {
  const admin = await makeShopper(db, { role: 'admin' });
  const seen = await read(db, couponId);
  const command = {
    couponId,
    version: version ?? seen.version,
    terms: { ...seen.terms, ...changes },
  };
  return updateCoupon(db, command, admin, NOON);
}

async function use(db: Database, code: string, userId?: number): Promise<void> {
  const productId = await makeProduct(db);
  const shopper = userId ?? (await makeShopper(db, { balance: 100_000 }));
  await fillCart(db, shopper, [{ productId, quantity: 1 }]);
  expect(await press(db, shopper, { couponCode: code })).toMatchObject({ ok: true });
}

test('an edit changes period and limits, and keeps before and after', async ({ db }) => {
  const { couponId } = await makeCoupon(db, { totalLimit: 10 });
  const endsAt = new Date('2026-12-31T15:00:00.000Z');
  const seen = await read(db, couponId);
  expect(await edit(db, couponId, { endsAt, totalLimit: 5 })).toMatchObject({ ok: true });
  expect(await read(db, couponId)).toEqual({
    version: 2,
    used: 0,
    terms: { ...seen.terms, endsAt, totalLimit: 5 },
  });
  expect(await db.orm.select().from(auditLog)).toMatchObject([
    {
      action: 'coupon.update',
      before: { totalLimit: 10, endsAt: seen.terms.endsAt.toISOString() },
      after: { totalLimit: 5, endsAt: endsAt.toISOString(), version: 2 },
    },
  ]);
  expect(await edit(db, couponId, {})).toMatchObject({ ok: true, replayed: true });
  // A form writes minutes: within the one that stands, an instant was left alone.
  const sameMinute = new Date(endsAt.getTime() + 42_000);
  expect(await edit(db, couponId, { endsAt: sameMinute })).toMatchObject({ replayed: true });
  expect((await read(db, couponId)).terms.endsAt).toEqual(endsAt);
});

test('limits never fall below what was used, and the refusal says how much that is', async ({
  db,
}) => {
  const { couponId, code } = await makeCoupon(db);
  const loyal = await makeShopper(db, { balance: 100_000 });
  await use(db, code, loyal);
  await use(db, code, loyal);
  await use(db, code);
  const below = (limit: string, used: number) => ({
    ok: false,
    refusal: { code: 'LIMIT_BELOW_USE', limit, used },
  });
  expect(await edit(db, couponId, { totalLimit: 2 })).toEqual(below('total', 3));
  expect(await edit(db, couponId, { perShopperLimit: 1 })).toEqual(below('perShopper', 2));
  const exact = { totalLimit: 3, perShopperLimit: 2 };
  expect(await edit(db, couponId, exact)).toMatchObject({ ok: true });
  expect((await read(db, couponId)).terms).toMatchObject(exact);
});

test('who saves second is told, also of a switch', async ({ db }) => {
  const { couponId } = await makeCoupon(db);
  const admin = await makeShopper(db, { role: 'admin' });
  await switchCoupon(db, { couponId, enabled: false, actorUserId: admin }, NOON);
  const second = await edit(db, couponId, { minSubtotal: 500 }, 1);
  expect(second).toEqual({
    ok: false,
    refusal: {
      code: 'EDITED_SINCE',
      version: 2,
      by: '홍길동',
      changes: [{ field: 'enabled', was: true, now: false }],
    },
  });
});

test('a limit lowered while shoppers pay is never passed', async ({ db }) => {
  const { couponId, code } = await makeCoupon(db);
  const productId = await makeProduct(db, { quantity: 1_000 });
  const shoppers = await Promise.all(
    Array.from({ length: 24 }, async () => {
      const userId = await makeShopper(db, { balance: 100_000 });
      await fillCart(db, userId, [{ productId, quantity: 1 }]);
      return userId;
    }),
  );
  const orders = Promise.all(
    // Each accepts the full price, as a page without the coupon's discount would show it.
    shoppers.map((userId) => press(db, userId, { couponCode: code })),
  );
  const lowered = await edit(db, couponId, { totalLimit: 12 });
  expect((await orders).every((order) => order.ok)).toBe(true);
  const { used, terms } = await read(db, couponId);
  expect(lowered.ok ? used <= 12 && terms.totalLimit === 12 : used > 12).toBe(true);
});

test('an unknown coupon is a refusal', async ({ db }) => {
  const { couponId } = await makeCoupon(db);
  const { terms } = await read(db, couponId);
  const admin = await makeShopper(db, { role: 'admin' });
  const missing = { couponId: 999, version: 1, terms };
  expect(await updateCoupon(db, missing, admin, NOON)).toEqual({
    ok: false,
    refusal: { code: 'UNKNOWN_COUPON' },
  });
});
