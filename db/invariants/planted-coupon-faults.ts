/** What goes wrong with coupons in the small shop of `planted-faults.ts`. */

import type { PlantedFault } from './planted-fault';

const NEGATIVE = 'nothing-negative';
const COUPON = 'coupon-uses-counted-within-limits';
const CLAIMS = 'coupon-claims-counted-within-limits';
const ORDER = 'order-adds-up';
const PAID = 'order-paid-once-and-refunded-once';

export const PLANTED_COUPON_FAULTS: PlantedFault[] = [
  {
    invariant: COUPON,
    fault: 'counter is not the live uses, or above the limit',
    plant: ['update coupon_usage set used = used + 1'],
    row: { coupon_id: 1, used: 2, live_uses: 1 },
  },
  {
    invariant: COUPON,
    fault: 'counter is not the live uses, or above the limit',
    plant: ['update coupon_usage set total_limit = 0'],
    row: { coupon_id: 1, used: 1, total_limit: 0 },
  },
  {
    invariant: COUPON,
    fault: 'shopper used it more often than one may',
    plant: ['update coupons set per_shopper_limit = 0'],
    row: { coupon_id: 1, user_id: 2, live_uses: 1, per_shopper_limit: 0 },
    also: [NEGATIVE],
  },
  {
    invariant: COUPON,
    fault: 'use is not that of its order',
    plant: ['update redemptions set user_id = 1'],
    row: { order_id: 2, user_id: 2, used_by: 1 },
  },
  {
    invariant: COUPON,
    fault: 'discount without a coupon',
    plant: ['update orders set discount = 1, total = total - 1 where id = 3'],
    row: { order_id: 3, discount: 1 },
    also: [ORDER, PAID],
  },
  {
    invariant: CLAIMS,
    fault: 'counter is not the claims, or above the limit',
    plant: ['update coupon_usage set claimed = 2 where coupon_id = 2'],
    row: { coupon_id: 2, claimed: 2, claims: 1 },
  },
  {
    invariant: CLAIMS,
    fault: 'counter is not the claims, or above the limit',
    plant: ['update coupon_usage set claim_limit = 0 where coupon_id = 2'],
    row: { coupon_id: 2, claimed: 1, claim_limit: 0 },
    also: [NEGATIVE],
  },
  {
    invariant: CLAIMS,
    fault: 'claimed twice by one shopper',
    plant: [
      'alter table coupon_claims drop constraint coupon_claims_coupon_id_user_id_pk',
      'insert into coupon_claims select * from coupon_claims',
      'update coupon_usage set claimed = 2 where coupon_id = 2',
    ],
    row: { coupon_id: 2, user_id: 1, claims: 2 },
  },
  {
    invariant: CLAIMS,
    fault: 'used by a shopper who has not claimed it',
    plant: ['update coupon_usage set claim_limit = 9 where coupon_id = 1'],
    row: { order_id: 2, coupon_id: 1, user_id: 2 },
  },
];
