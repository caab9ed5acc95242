/** First-come coupons: claimed once each, within their limit, in any rush, and used by nobody else. */

import { count, eq } from 'drizzle-orm';
import { createDatabase, type Database } from '@/db/client';
import { couponClaims, couponUsage, orders } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { expectInvariants } from '@/e2e/support/expect-invariants';
import { meetAtLock } from '@/e2e/support/meet-at-lock';
import {
  fillCart,
  makeCoupon,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { type ClaimOutcome, claimCoupon } from './claim-coupon';
import { switchCoupon } from './switch-coupon';

test.afterEach(async ({ db }) => {
  await expectInvariants(db);
});

const answerOf = (outcome: ClaimOutcome) =>
  outcome.ok ? (outcome.replayed ? 'had it' : 'claimed') : outcome.refusal.code;

function tally(outcomes: ClaimOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of outcomes.map(answerOf)) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

const claimants = async (db: Database) =>
  (await db.orm.select({ userId: couponClaims.userId }).from(couponClaims)).map((c) => c.userId);

test('100 coupons, 1,000 shoppers at once over two instances: 100 claims, one each, 900 told', async ({
  db,
  workerDatabase,
}) => {
  const { couponId } = await makeCoupon(db, { claimLimit: 100 });
  const shoppers: number[] = [];
  for (let i = 0; i < 20; i++) {
    shoppers.push(...(await Promise.all(Array.from({ length: 50 }, () => makeShopper(db)))));
  }
  const other = createDatabase({ url: workerDatabase.url('app') });
  const outcomes = await Promise.all(
    shoppers.map((userId, i) => claimCoupon(i % 2 ? db : other, { couponId, userId }, NOON)),
  );
  expect(tally(outcomes)).toEqual({ claimed: 100, CLAIMED_OUT: 900 });
  const winners = shoppers.filter((_, i) => outcomes[i]?.ok);
  expect((await claimants(db)).toSorted((a, b) => a - b)).toEqual(
    winners.toSorted((a, b) => a - b),
  );
  expect(await db.orm.select().from(couponUsage)).toMatchObject([{ claimed: 100 }]);

  // Whoever has it and presses again is shown it, also now that all are gone.
  const again = await Promise.all(
    shoppers.map((userId) => claimCoupon(other, { couponId, userId }, NOON)),
  );
  await other.close();
  expect(tally(again)).toEqual({ 'had it': 100, CLAIMED_OUT: 900 });
});

test('one shopper, 20 tabs over two instances: one claim', async ({ db, workerDatabase }) => {
  const { couponId } = await makeCoupon(db, { claimLimit: 5 });
  const userId = await makeShopper(db);
  const other = createDatabase({ url: workerDatabase.url('app') });
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      claimCoupon(i % 2 ? db : other, { couponId, userId }, NOON),
    ),
  );
  await other.close();
  expect(tally(outcomes)).toEqual({ claimed: 1, 'had it': 19 });
  expect(await claimants(db)).toEqual([userId]);
});

test('a claim counts those that have just been made elsewhere', async ({ db, workerDatabase }) => {
  const { couponId } = await makeCoupon(db, { claimLimit: 1 });
  const [first, second] = [await makeShopper(db), await makeShopper(db)];
  const outcome = await meetAtLock(workerDatabase, {
    change: async ({ orm }) => {
      await orm.update(couponUsage).set({ claimed: 1 }).where(eq(couponUsage.couponId, couponId));
      await orm.insert(couponClaims).values({ couponId, userId: first, claimedAt: NOON });
    },
    command: () => claimCoupon(db, { couponId, userId: second }, NOON),
  });
  expect(answerOf(outcome)).toBe('CLAIMED_OUT');
});

test('a shopper who is gone takes nobody along', async ({ db }) => {
  const { couponId } = await makeCoupon(db, { claimLimit: 5 });
  const userId = await makeShopper(db);
  const outcomes = await Promise.all(
    [userId, 999].map((id) => claimCoupon(db, { couponId, userId: id }, NOON)),
  );
  expect(outcomes.map(answerOf)).toEqual(['claimed', 'UNKNOWN_USER']);
});

test('its code is worth something to whoever claimed it, and nothing to anybody else', async ({
  db,
}) => {
  const { couponId, code } = await makeCoupon(db, { claimLimit: 1, perShopperLimit: 1 });
  const productId = await makeProduct(db);
  const shoppers = [
    await makeShopper(db, { balance: 50_000 }),
    await makeShopper(db, { balance: 50_000 }),
  ];
  const [holder = 0] = shoppers;
  succeeded(await claimCoupon(db, { couponId, userId: holder }, NOON));
  for (const userId of shoppers) await fillCart(db, userId, [{ productId, quantity: 1 }]);
  // Together in one batch, as a rush has them.
  const placed = await Promise.all(
    shoppers.map((userId) => press(db, userId, { couponCode: code })),
  );
  const read = async (i: number) => {
    const { orderId } = succeeded(placed[i] as (typeof placed)[number]);
    const [order] = await db.orm.select().from(orders).where(eq(orders.id, orderId));
    return order;
  };
  expect(await read(0)).toMatchObject({ discount: 1_000, couponReason: null });
  expect(await read(1)).toMatchObject({ discount: 0, couponReason: 'NOT_FOUND' });
});

test('one that was switched off is not given, and who has it keeps it', async ({ db }) => {
  const { couponId } = await makeCoupon(db, { claimLimit: 5 });
  const [first, second] = [await makeShopper(db), await makeShopper(db)];
  succeeded(await claimCoupon(db, { couponId, userId: first }, NOON));
  const actorUserId = await makeShopper(db, { role: 'admin' });
  await switchCoupon(db, { couponId, enabled: false, actorUserId }, NOON);
  const claim = (userId: number) => claimCoupon(db, { couponId, userId }, NOON);
  expect(answerOf(await claim(first))).toBe('had it');
  expect(answerOf(await claim(second))).toBe('CLAIMS_CLOSED');
  expect(await db.orm.select({ n: count() }).from(couponClaims)).toEqual([{ n: 1 }]);
});
