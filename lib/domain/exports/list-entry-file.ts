import type { PendingQuery } from 'postgres';
import type { Sql } from '@/db/client';
import type { Won } from '../money';
import { addDays, type SeoulDay, startOfSeoulDay } from '../seoul-day';
import { andInHour } from '../seoul-hour';

/** Which wallet entries a file holds; null narrows nothing. */
export interface EntryFilter {
  /** The first and the last Seoul day, both included. */
  from: SeoulDay | null;
  to: SeoulDay | null;
  /** The hour of the Seoul day, 0 to 23. */
  hour: number | null;
  kind: 'top_up' | 'payment' | 'refund' | 'adjustment' | null;
  customerId: number | null;
  /** Entries made until then; null: until now. */
  asOf: Date | null;
}

/** An entry of a file; the instant as ISO text. */
export interface EntryFileRow {
  userId: number;
  seq: number;
  createdAt: string;
  customer: string;
  kind: NonNullable<EntryFilter['kind']>;
  amount: Won;
  balanceAfter: Won;
  orderId: number | null;
  reason: string | null;
  actor: string;
}

/** The statement that reads every wallet entry of a filter, the newest first, for a cursor; not sent. */
export function listEntryFile(
  sql: Sql,
  { from, to, hour, kind, customerId, asOf }: EntryFilter,
): PendingQuery<EntryFileRow[]> {
  const since = from === null ? null : startOfSeoulDay(from).toISOString();
  const until = to === null ? null : startOfSeoulDay(addDays(to, 1)).toISOString();
  return sql<EntryFileRow[]>`
    select e.user_id as "userId", e.seq, e.created_at as "createdAt", u.name as customer, e.kind,
      e.amount, e.balance_after as "balanceAfter", e.order_id as "orderId", e.reason,
      a.name as actor
    from wallet_entries e
    join users u on u.id = e.user_id
    join users a on a.id = e.actor_user_id
    where true
      ${since === null ? sql`` : sql`and e.created_at >= ${since}`}
      ${until === null ? sql`` : sql`and e.created_at < ${until}`}
      ${andInHour(sql, sql`e.created_at`, hour)}
      ${asOf === null ? sql`` : sql`and e.created_at <= ${asOf.toISOString()}`}
      ${kind === null ? sql`` : sql`and e.kind = ${kind}`}
      ${customerId === null ? sql`` : sql`and e.user_id = ${customerId}`}
    order by e.created_at desc, e.user_id desc, e.seq desc`;
}
