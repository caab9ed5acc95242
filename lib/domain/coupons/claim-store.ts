import type { PendingQuery, Row } from 'postgres';
import type { ReservedSql } from '@/db/client';
import { type ClaimOffer, type ClaimState, claimKey } from './claim-rules';

export interface ClaimRequest {
  couponId: number;
  userId: number;
  /** The instant of the press. */
  now: Date;
}

/**
 * Locks the counters of the coupons that a batch claims, then reads what waiting for them may have
 * changed (protocol.md: The one transaction). Sent together: one round trip.
 */
export async function lockOffers(sql: ReservedSql, batch: ClaimRequest[]): Promise<ClaimState> {
  const couponIds = sql.typed.bigintArray([...new Set(batch.map(({ couponId }) => couponId))]);
  const userIds = sql.typed.bigintArray([...new Set(batch.map(({ userId }) => userId))]);
  const [counters, terms, claims, users] = await Promise.all([
    sql<{ couponId: number; claimed: number; claimLimit: number | null }[]>`
      select coupon_id as "couponId", claimed, claim_limit as "claimLimit" from coupon_usage
      where coupon_id = any(${couponIds}) order by coupon_id for update`,
    sql<{ id: number; enabled: boolean; startsAt: string; endsAt: string }[]>`
      select id, enabled, starts_at as "startsAt", ends_at as "endsAt" from coupons
      where id = any(${couponIds})`,
    sql<{ couponId: number; userId: number }[]>`
      select coupon_id as "couponId", user_id as "userId" from coupon_claims
      where coupon_id = any(${couponIds}) and user_id = any(${userIds})`,
    sql<{ id: number }[]>`select id from users where id = any(${userIds})`,
  ]);
  const counterOf = new Map(counters.map((row) => [row.couponId, row]));
  const offers = terms.flatMap(({ id, enabled, startsAt, endsAt }): [number, ClaimOffer][] => {
    const counter = counterOf.get(id);
    const period = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    return counter ? [[id, { ...counter, ...period, enabled }]] : [];
  });
  return {
    users: new Set(users.map(({ id }) => id)),
    offers: new Map(offers),
    claims: new Set(claims.map(({ couponId, userId }) => claimKey(couponId, userId))),
  };
}

/** The granted claims with their counters, in one statement. Not sent yet. */
export function writeClaims(sql: ReservedSql, granted: ClaimRequest[]): PendingQuery<Row[]> {
  const rows = JSON.stringify(
    granted.map(({ couponId, userId, now }) => ({
      coupon_id: couponId,
      user_id: userId,
      claimed_at: now,
    })),
  );
  return sql`
    with granted as materialized (
      select * from json_to_recordset(${rows}::text::json)
        as g(coupon_id bigint, user_id bigint, claimed_at timestamptz)
    ), counted as (
      update coupon_usage set claimed = claimed + n.claims
      from (select coupon_id, count(*)::int as claims from granted group by coupon_id) n
      where coupon_usage.coupon_id = n.coupon_id
    )
    insert into coupon_claims (coupon_id, user_id, claimed_at) select * from granted`;
}
