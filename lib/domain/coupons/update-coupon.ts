import { count, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { coupons, couponUsage, redemptions } from '@/db/schema';
import type { EditedSince } from '../audit/edit-rules';
import { editedSince, recordEdit } from '../audit/store';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction, type Transaction } from '../transaction';
import {
  type CouponEdit,
  couponChanges,
  decideLimits,
  type LimitBelowUse,
  type UsedWithoutClaim,
  withUntouchedInstants,
} from './edit-rules';

export type UpdateCouponRefusal =
  | { code: 'UNKNOWN_COUPON' }
  | EditedSince
  | LimitBelowUse
  | UsedWithoutClaim;

/**
 * Edits when, for whom and how often a coupon works (spec.md: Coupon). Its counter is locked as
 * checkout and claims lock it, so none of them slips in between the look and the limit.
 *
 * @param command.version the one that the operator's page showed
 * @param actorUserId an admin: the caller makes sure
 * @returns `replayed` when everything stands that way already; `LIMIT_BELOW_USE` with the least
 *   that the limit can be; `USED_WITHOUT_CLAIM` when it is too late to have it claimed;
 *   `EDITED_SINCE` when somebody else saved in between
 */
export async function updateCoupon(
  db: Database,
  command: { couponId: number; version: number; terms: CouponEdit },
  actorUserId: number,
  now: Date,
): Promise<Outcome<null, UpdateCouponRefusal | UnsettledRefusal>> {
  const { couponId } = command;
  const work = async (tx: Transaction): Promise<Outcome<null, UpdateCouponRefusal>> => {
    const there = await lockCoupon(tx, couponId);
    if (!there) return refused({ code: 'UNKNOWN_COUPON' });
    const terms = withUntouchedInstants(there, command.terms);
    const changes = couponChanges(there, terms);
    if (changes.length === 0) return done(null, true);
    if (there.version !== command.version) {
      const row = { entity: 'coupon', id: couponId, version: there.version };
      return refused(await editedSince(tx, row, command.version));
    }
    const mostByShopper = await mostUsesByShopper(tx, couponId);
    const { used: total, claimed } = there;
    const refusal = decideLimits(there, terms, { total, mostByShopper, claimed });
    if (refusal) return refused(refusal);

    const version = there.version + 1;
    const { totalLimit, claimLimit, ...columns } = terms;
    await tx.orm
      .update(coupons)
      .set({ ...columns, version })
      .where(eq(coupons.id, couponId));
    await tx.orm
      .update(couponUsage)
      .set({ totalLimit, claimLimit })
      .where(eq(couponUsage.couponId, couponId));
    const edited = { entity: 'coupon', id: couponId, version };
    await recordEdit(tx, { actorUserId, action: 'coupon.update', row: edited, changes, now });
    return done(null);
  };
  return inTransaction(db, work, { settlesByKey: true });
}

/** The coupon against other edits, then its counter against uses. */
async function lockCoupon({ orm }: Transaction, couponId: number) {
  const [coupon] = await orm
    .select()
    .from(coupons)
    .where(eq(coupons.id, couponId))
    // Not FOR UPDATE, which would hold up every order that uses the coupon.
    .for('no key update');
  const [usage] = await orm
    .select()
    .from(couponUsage)
    .where(eq(couponUsage.couponId, couponId))
    .for('update');
  return coupon && usage ? { ...coupon, ...usage } : null;
}

/** Uses that count of the shopper who has the most of them. */
async function mostUsesByShopper({ orm }: Transaction, couponId: number): Promise<number> {
  const [most] = await orm
    .select({ uses: count() })
    .from(redemptions)
    .where(sql`${redemptions.couponId} = ${couponId} and ${redemptions.reversedAt} is null`)
    .groupBy(redemptions.userId)
    .orderBy(desc(count()))
    .limit(1);
  return most?.uses ?? 0;
}
