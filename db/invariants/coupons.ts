import { type Invariant, rowsOf } from './invariant';

/** Uses of coupons by orders. */
export const COUPON_INVARIANT: Invariant = {
  name: 'coupon-uses-counted-within-limits',
  checked: rowsOf('coupon_usage', 'redemptions'),
  faults: {
    'counter is not the live uses, or above the limit': `
      select coupon_id, u.used, coalesce(r.live, 0) as live_uses, u.total_limit
      from coupon_usage u
      full join (
        select coupon_id, count(*) as live from redemptions where reversed_at is null
        group by coupon_id
      ) r using (coupon_id)
      where u.used is distinct from coalesce(r.live, 0) or u.used > u.total_limit`,
    'shopper used it more often than one may': `
      select r.coupon_id, r.user_id, count(*) as live_uses, c.per_shopper_limit
      from redemptions r join coupons c on c.id = r.coupon_id
      where r.reversed_at is null
      group by r.coupon_id, r.user_id, c.per_shopper_limit
      having count(*) > c.per_shopper_limit`,
    'use is not that of its order': `
      select coalesce(o.id, r.order_id) as order_id, o.coupon_id, r.coupon_id as used_coupon_id,
        o.user_id, r.user_id as used_by, o.discount, r.discount as used_discount,
        o.cancelled_at, r.reversed_at
      from redemptions r
      full join (select * from orders where coupon_id is not null) o on o.id = r.order_id
      where (r.coupon_id, r.user_id, r.discount, r.created_at, r.reversed_at)
        is distinct from (o.coupon_id, o.user_id, o.discount, o.placed_at, o.cancelled_at)`,
    'discount without a coupon': `
      select id as order_id, discount from orders where discount <> 0 and coupon_id is null`,
  },
};

/** Claims of first-come coupons. */
export const CLAIMS_INVARIANT: Invariant = {
  name: 'coupon-claims-counted-within-limits',
  checked: rowsOf('coupon_usage', 'coupon_claims'),
  faults: {
    'counter is not the claims, or above the limit': `
      select coupon_id, u.claimed, coalesce(c.claims, 0) as claims, u.claim_limit
      from coupon_usage u
      full join (select coupon_id, count(*) as claims from coupon_claims group by coupon_id) c
        using (coupon_id)
      where u.claimed is distinct from coalesce(c.claims, 0) or u.claimed > u.claim_limit`,
    'claimed twice by one shopper': `
      select coupon_id, user_id, count(*) as claims from coupon_claims
      group by coupon_id, user_id having count(*) > 1`,
    'used by a shopper who has not claimed it': `
      select r.order_id, r.coupon_id, r.user_id
      from redemptions r join coupon_usage u using (coupon_id)
      where r.reversed_at is null and u.claim_limit is not null and not exists (
        select from coupon_claims c where c.coupon_id = r.coupon_id and c.user_id = r.user_id
      )`,
  },
};
