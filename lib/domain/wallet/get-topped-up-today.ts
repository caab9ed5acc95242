import type { PendingQuery } from 'postgres';
import type { Database, Sql } from '@/db/client';
import type { Won } from '../money';
import { type SeoulDay, seoulDay, startOfSeoulDay } from '../seoul-day';

/**
 * Won that a shopper has topped up in the Seoul day of `now`: what the day's limit counts
 * (spec.md: Top-up limits). Advice: a top-up reads it again under the wallet's lock.
 */
export async function getToppedUpToday({ sql }: Database, userId: number, now: Date): Promise<Won> {
  const [sum] = await sumToppedUp(sql, [{ userId, day: seoulDay(now) }]);
  return sum?.won ?? 0;
}

export interface ToppedUpOnDay {
  userId: number;
  day: SeoulDay;
  won: Won;
}

/** The statement behind it, for many at once: one row for each that is asked after. Not sent yet. */
export function sumToppedUp(
  sql: Sql,
  asked: { userId: number; day: SeoulDay }[],
): PendingQuery<ToppedUpOnDay[]> {
  const distinct = new Map(asked.map((one) => [`${one.userId}:${one.day}`, one]));
  const days = JSON.stringify(
    [...distinct.values()].map((one) => ({ ...one, midnight: startOfSeoulDay(one.day) })),
  );
  return sql<ToppedUpOnDay[]>`
    select "userId", day, (
      select coalesce(sum(amount), 0)::bigint from wallet_entries
      where user_id = "userId" and kind = 'top_up' and created_at >= midnight
    ) as won
    from json_to_recordset(${days}::text::json)
      as d("userId" bigint, day text, midnight timestamptz)`;
}
