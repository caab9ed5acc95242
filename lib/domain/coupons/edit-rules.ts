import { changedFields, type FieldChange } from '../audit/edit-rules';
import type { CouponTerms } from './rules';

/**
 * What of a coupon can be edited. What it gives (kind, amount, cap) and its code are a promise that
 * stays: another promise is another coupon.
 */
export type CouponEdit = Pick<
  CouponTerms,
  | 'minSubtotal'
  | 'perShopperLimit'
  | 'totalLimit'
  | 'claimLimit'
  | 'startsAt'
  | 'endsAt'
  | 'enabled'
>;

/** A limit below the uses or claims that count already; `used` is the least that it can be. */
export type LimitBelowUse = {
  code: 'LIMIT_BELOW_USE';
  limit: 'total' | 'perShopper' | 'claim';
  used: number;
};

/** Who used it without a claim would break what a claimed coupon promises (`db/invariants`). */
export type UsedWithoutClaim = { code: 'USED_WITHOUT_CLAIM' };

/** What an edit changes, instants as ISO texts; empty: everything stands that way already. */
export function couponChanges(before: CouponEdit, after: CouponEdit): FieldChange[] {
  return changedFields(editStates(before), editStates(after));
}

function editStates(terms: CouponEdit) {
  const { minSubtotal, perShopperLimit, totalLimit, claimLimit, startsAt, endsAt, enabled } = terms;
  const period = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return { minSubtotal, totalLimit, perShopperLimit, claimLimit, ...period, enabled };
}

/** What a coupon has behind it: what its limits must hold. */
export interface CouponUse {
  /** Uses that count. */
  total: number;
  /** Those of the shopper with the most. */
  mostByShopper: number;
  claimed: number;
}

/**
 * Whether limits hold what was used and claimed already (protocol.md: Invariants, 6). A coupon that
 * was used while nobody had to claim it stays one that nobody has to.
 */
export function decideLimits(
  before: Pick<CouponEdit, 'claimLimit'>,
  {
    totalLimit,
    perShopperLimit,
    claimLimit,
  }: Pick<CouponEdit, 'totalLimit' | 'perShopperLimit' | 'claimLimit'>,
  use: CouponUse,
): LimitBelowUse | UsedWithoutClaim | null {
  if (totalLimit !== null && totalLimit < use.total) {
    return { code: 'LIMIT_BELOW_USE', limit: 'total', used: use.total };
  }
  if (perShopperLimit !== null && perShopperLimit < use.mostByShopper) {
    return { code: 'LIMIT_BELOW_USE', limit: 'perShopper', used: use.mostByShopper };
  }
  if (claimLimit !== null && claimLimit < use.claimed) {
    return { code: 'LIMIT_BELOW_USE', limit: 'claim', used: use.claimed };
  }
  if (claimLimit !== null && before.claimLimit === null && use.total > 0) {
    return { code: 'USED_WITHOUT_CLAIM' };
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
