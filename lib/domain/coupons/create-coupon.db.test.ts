import { count } from 'drizzle-orm';
import { auditLog, coupons } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { makeShopper, NOON } from '@/e2e/support/sample';
import { createCoupon, type NewCoupon } from './create-coupon';
import { switchCoupon } from './switch-coupon';

const AUTUMN: NewCoupon = {
  code: 'AUTUMN',
  kind: 'percent',
  percent: 10,
  amount: null,
  cap: 5_000,
  minSubtotal: 20_000,
  perShopperLimit: 1,
  totalLimit: 100,
  claimLimit: null,
  startsAt: new Date('2026-11-01T00:00:00.000Z'),
  endsAt: new Date('2026-12-01T00:00:00.000Z'),
  enabled: true,
};

const TAKEN = { ok: false, refusal: { code: 'CODE_TAKEN' } };

test('pressing create twice, even at once, makes one coupon and one audit entry', async ({
  db,
}) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const press = () => createCoupon(db, { ...AUTUMN }, admin, NOON);
  const answers = [...(await Promise.all([press(), press()])), await press()];
  expect(answers.map((answer) => answer.ok && answer.replayed).sort()).toEqual([false, true, true]);
  expect(new Set(answers.map((answer) => answer.ok && answer.value.couponId)).size).toBe(1);
  expect(await db.orm.select({ n: count() }).from(coupons)).toEqual([{ n: 1 }]);
  expect(await db.orm.select({ n: count() }).from(auditLog)).toEqual([{ n: 1 }]);
});

test('a code that promises something else is taken', async ({ db }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const first = await createCoupon(db, AUTUMN, admin, NOON);
  expect(await createCoupon(db, { ...AUTUMN, percent: 20 }, admin, NOON)).toEqual(TAKEN);
  expect(await createCoupon(db, { ...AUTUMN, totalLimit: null }, admin, NOON)).toEqual(TAKEN);
  const endsAt = new Date(AUTUMN.endsAt.getTime() + 1);
  expect(await createCoupon(db, { ...AUTUMN, endsAt }, admin, NOON)).toEqual(TAKEN);

  const couponId = first.ok ? first.value.couponId : 0;
  await switchCoupon(db, { couponId, enabled: false, actorUserId: admin }, NOON);
  expect(await createCoupon(db, AUTUMN, admin, NOON)).toEqual(TAKEN);
});
