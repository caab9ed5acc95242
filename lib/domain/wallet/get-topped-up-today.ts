import type { PendingQuery } from 'postgres';
import type { Database, Sql } from '@/db/client';
import type { Won } from '../money';
import { seoulDay, startOfSeoulDay } from '../seoul-day';

/**
 * Won that a shopper has topped up in the Seoul day of `now`: what the day's limit counts
 * (spec.md: Top-up limits). Advice: a top-up reads it again under the wallet's lock.
 */
export async function getToppedUpToday({ sql }: Database, userId: number, now: Date): Promise<Won> {
  const [{ today }] = await sumToppedUpToday(sql, userId, now);
  return today;
}

/** The statement behind it. Not sent yet. */
export function sumToppedUpToday(
  sql: Sql,
  userId: number,
  now: Date,
): PendingQuery<[{ today: Won }]> {
  const midnight = startOfSeoulDay(seoulDay(now)).toISOString();
  return sql`
    select coalesce(sum(amount), 0)::bigint as today from wallet_entries
    where user_id = ${userId} and kind = 'top_up' and created_at >= ${midnight}`;
}
