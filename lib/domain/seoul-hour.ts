import type { PendingQuery, Row } from 'postgres';
import type { Sql, TransactionSql } from '@/db/client';

/**
 * The condition that an instant lies in an hour of its Seoul day; begins with `and`, and is nothing
 * for every hour.
 * @param hour 0 to 23; null: every one
 */
export function andInHour(
  sql: Sql | TransactionSql,
  instant: PendingQuery<Row[]>,
  hour: number | null,
): PendingQuery<Row[]> {
  return hour === null
    ? sql``
    : sql`and date_part('hour', ${instant} at time zone 'Asia/Seoul') = ${hour}::int`;
}
