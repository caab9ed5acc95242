import { type Invariant, rowsOf } from './invariant';

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
