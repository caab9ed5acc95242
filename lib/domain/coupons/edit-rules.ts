import { changedFields, type FieldChange } from '../audit/edit-rules';
import type { CouponTerms } from './rules';

/**
 * What of a coupon can be edited. What it gives (kind, amount, cap) and its code are a promise that
 * stays: another promise is another coupon.
 */
export type CouponEdit = Pick<
  CouponTerms,
  'minSubtotal' | 'perShopperLimit' | 'totalLimit' | 'startsAt' | 'endsAt' | 'enabled'
>;

/** A limit below the uses that count already; `used` is the least that it can be. */
export type LimitBelowUse = {
  code: 'LIMIT_BELOW_USE';
  limit: 'total' | 'perShopper';
  used: number;
};

/** What an edit changes, instants as ISO texts; empty: everything stands that way already. */
export function couponChanges(before: CouponEdit, after: CouponEdit): FieldChange[] {
  return changedFields(editStates(before), editStates(after));
}

function editStates(terms: CouponEdit) {
  const { minSubtotal, perShopperLimit, totalLimit, startsAt, endsAt, enabled } = terms;
  const period = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return { minSubtotal, totalLimit, perShopperLimit, ...period, enabled };
}

/**
 * Whether limits hold what was used already (protocol.md: Invariants, 6).
 * @param use uses that count: over all shoppers, and of the shopper with the most
 */
export function decideLimits(
  { totalLimit, perShopperLimit }: Pick<CouponEdit, 'totalLimit' | 'perShopperLimit'>,
  use: { total: number; mostByShopper: number },
): LimitBelowUse | null {
  if (totalLimit !== null && totalLimit < use.total) {
    return { code: 'LIMIT_BELOW_USE', limit: 'total', used: use.total };
  }
  if (perShopperLimit !== null && perShopperLimit < use.mostByShopper) {
    return { code: 'LIMIT_BELOW_USE', limit: 'perShopper', used: use.mostByShopper };
  }
  return null;
}

const MINUTE_MS = 60_000;

/**
 * The edit as it was meant: a form writes minutes, so an instant within the minute that stands is
 * one that the operator left alone.
 */
export function withUntouchedInstants(before: CouponEdit, after: CouponEdit): CouponEdit {
  const kept = (name: 'startsAt' | 'endsAt') => {
    const minute = (instant: Date) => Math.floor(instant.getTime() / MINUTE_MS);
    return minute(before[name]) === minute(after[name]) ? before[name] : after[name];
  };
  return { ...after, startsAt: kept('startsAt'), endsAt: kept('endsAt') };
}
