import type { PendingQuery, Row } from 'postgres';
import type { Sql } from '@/db/client';
import type { Won } from '../money';
import { containing } from '../orders/order-filter-rules';

/** What stands between a coupon and everybody, in the order in which checkout says it. */
export type CouponState = 'live' | 'disabled' | 'notStarted' | 'expired' | 'usedUp';

/** Which coupons an operator asks for; null narrows nothing. */
export interface CouponChoice {
  /** Part of the code. */
  search: string | null;
  state: CouponState | null;
}

/** A coupon with its use so far; instants as ISO text. */
export interface CouponRow {
  id: number;
  version: number;
  code: string;
  kind: 'percent' | 'fixed';
  percent: number | null;
  amount: Won | null;
  cap: Won | null;
  minSubtotal: Won;
  perShopperLimit: number | null;
  totalLimit: number | null;
  used: number;
  /** Shoppers who can claim it; null: it is not claimed. */
  claimLimit: number | null;
  claimed: number;
  startsAt: string;
  endsAt: string;
  enabled: boolean;
  /** At the instant asked for. */
  state: CouponState;
}

/**
 * The statement that reads the coupons of a choice, the newest first, for a page or a cursor; not sent.
 * @param page the coupon that the page before ended with, and rows at most; absent: all of them
 */
export function listCoupons(
  sql: Sql,
  { search, state }: CouponChoice,
  now: Date,
  page?: { before: number | null; limit: number },
): PendingQuery<CouponRow[]> {
  return sql<CouponRow[]>`${couponRows(sql, now)}
    where true
      ${search === null ? sql`` : sql`and c.code ilike ${containing(search)}`}
      ${state === null ? sql`` : sql`and ${stateAt(sql, now)} = ${state}`}
      ${page?.before ? sql`and c.id < ${page.before}` : sql``}
    order by c.id desc
    ${page ? sql`limit ${page.limit}` : sql``}`;
}

/** One of them; undefined: no such coupon. */
export async function findCoupon(
  sql: Sql,
  couponId: number,
  now: Date,
): Promise<CouponRow | undefined> {
  const [row] = await sql<CouponRow[]>`${couponRows(sql, now)} where c.id = ${couponId}`;
  return row;
}

function couponRows(sql: Sql, now: Date): PendingQuery<Row[]> {
  return sql`
    select c.id, c.version, c.code, c.kind, c.percent, c.amount, c.cap,
      c.min_subtotal as "minSubtotal", c.per_shopper_limit as "perShopperLimit",
      u.total_limit as "totalLimit", u.used, u.claim_limit as "claimLimit", u.claimed,
      c.starts_at as "startsAt", c.ends_at as "endsAt", c.enabled, ${stateAt(sql, now)} as state
    from coupons c join coupon_usage u on u.coupon_id = c.id`;
}

function stateAt(sql: Sql, now: Date): PendingQuery<Row[]> {
  const at = now.toISOString();
  return sql`case when not c.enabled then 'disabled'
    when c.starts_at > ${at} then 'notStarted'
    when c.ends_at <= ${at} then 'expired'
    when u.used >= u.total_limit then 'usedUp'
    else 'live' end`;
}
