import type { TransactionSql } from '@/db/client';
import { type Won, won } from '../money';
import { addDays, daysBetween, type SeoulDay, seoulDay, startOfSeoulDay } from '../seoul-day';
import { bucketSeconds, type SalesPeriod } from './period-rules';
import type { SalesFigures, WalletFlow } from './rules';

/** The sums of one Seoul day that is over (`close-days.ts`). */
export interface ClosedDay extends Omit<SalesFigures, 'cancelledOrders'>, WalletFlow {
  day: SeoulDay;
  /** What all wallets held when it ended. */
  held: Won;
}

/** Closed days, the oldest first, without a gap. */
export type ClosedDays = readonly ClosedDay[];

/**
 * The closed days that a screen can be made of: from the day before `from` on, those that were over
 * at an instant. The last one is there even where it is older, because wallets are counted on from it.
 */
export async function readClosedDays(
  sql: TransactionSql,
  from: SeoulDay,
  asOf: Date,
): Promise<ClosedDays> {
  return sql<ClosedDay[]>`
    select day::text, orders, units, gross, discounts, returns, returned_units as "returnedUnits",
      top_ups as "topUps", payments, refunds, adjusted_up as "adjustedUp",
      adjusted_down as "adjustedDown", held
    from closed_days
    where day < ${seoulDay(asOf)} and day >= least(${addDays(from, -1)}::date,
      (select max(day) from closed_days where day < ${seoulDay(asOf)}))
    order by day`;
}

/** What a period takes from closed days, and the days of it that are still to be counted. */
export interface Split {
  closed: (ClosedDay & { bucket: number })[];
  /** The period less those days; its steps are still counted from `start`. Null: nothing is left. */
  open: SalesPeriod | null;
}

/** Divides a period; hours are in no closed day. What is before the first closed day is nothing. */
export function splitPeriod(period: SalesPeriod, days: ClosedDays): Split {
  const { from, to, until, unit } = period;
  const last = days.at(-1)?.day;
  if (last === undefined || unit === 'hour' || last < from) return { closed: [], open: period };
  const over = seoulDay(new Date(until.getTime() + 1));
  const closed = days.filter(({ day }) => day >= from && day <= to && day < over);
  const openFrom = [addDays(last, 1), over].sort()[0] ?? over;
  return {
    closed: closed.map((day) => ({ ...day, bucket: bucketOfDay(period, day.day) })),
    open: openFrom > to ? null : { ...period, from: openFrom },
  };
}

function bucketOfDay(period: SalesPeriod, day: SeoulDay): number {
  return Math.floor((daysBetween(period.from, day) * 86_400) / bucketSeconds(period));
}

/** What all wallets held at an instant, counted on from the last day that was closed before it. */
export async function heldAt(sql: TransactionSql, days: ClosedDays, at: Date): Promise<Won> {
  // A day's last millisecond is the whole day.
  const over = seoulDay(new Date(at.getTime() + 1));
  const base = days.findLast(({ day }) => day < over);
  const since = base ? startOfSeoulDay(addDays(base.day, 1)) : null;
  const [moved] = await sql<{ won: Won }[]>`
    select coalesce(sum(amount), 0)::bigint as won from wallet_entries
    where created_at <= ${at} ${since ? sql`and created_at >= ${since}` : sql``}`;
  return won((base?.held ?? 0) + (moved?.won ?? 0));
}
