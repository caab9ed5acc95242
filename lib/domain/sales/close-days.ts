import type { Database, Sql, TransactionSql } from '@/db/client';
import { stockThen } from '../catalog/stock-then';
import { addDays, daysBetween, type SeoulDay, seoulDay, startOfSeoulDay } from '../seoul-day';

/** A day is left open for this long after its end, for what is still being written (ms). */
const GRACE_MS = 3_600_000;
/** Days added up in one transaction: a long history must not meet the limit of a statement. */
const DAYS_AT_ONCE = 14;

/** Another instance closes days, or somebody is writing into one. */
const TAKEN = '55P03';

/**
 * Adds up the Seoul days that are over and not closed yet, so that screens over months read a row a
 * day (`read-closed-days.ts`), and keeps what the shelves held at the end of each Sunday
 * (`catalog/stock-then.ts`). The sums are the books' own and can be made anew at any time: what is
 * written into a closed day later opens it again. It waits for nobody: where it cannot have the days
 * at once they stay open.
 *
 * @param now no later than the database's own clock counts
 * @returns how many days were closed now
 */
export async function closeDays(db: Database, now: Date): Promise<number> {
  let all = 0;
  for (;;) {
    const closed = await closeSome(db, now);
    if (closed === 0) return all;
    all += closed;
  }
}

async function closeSome({ sql }: Database, now: Date): Promise<number> {
  const open = await openDays(sql, now);
  if (!open) return 0;
  return sql
    .begin(async (tx) => {
      // Against what opens days, and against another instance.
      await tx`lock table closed_days in share row exclusive mode nowait`;
      const still = await openDays(tx, now);
      return still ? close(tx, still) : 0;
    })
    .catch((error: unknown) => {
      if ((error as { code?: string }).code === TAKEN) return 0;
      throw error;
    });
}

interface OpenDays {
  /** The day before is the last that is closed; null: none is. */
  closed: SeoulDay | null;
  from: SeoulDay;
  through: SeoulDay;
}

/** The first days that are to be closed; null: none are. */
async function openDays(sql: Sql | TransactionSql, now: Date): Promise<OpenDays | null> {
  const [books] = await sql<{ closed: SeoulDay | null; first: string | null; clock: string }[]>`
    select (select max(day)::text from closed_days) as closed,
      (select min(created_at) from wallet_entries) as first, now() as clock`;
  // Every order has a payment behind it: nothing is older than the first entry.
  if (!books?.first) return null;
  const { closed } = books;
  const clock = Math.min(now.getTime(), Date.parse(books.clock));
  const last = addDays(seoulDay(new Date(clock - GRACE_MS)), -1);
  const from = closed ? addDays(closed, 1) : seoulDay(new Date(books.first));
  if (from > last) return null;
  const more = Math.min(daysBetween(from, last), DAYS_AT_ONCE - 1);
  return { closed, from, through: addDays(from, more) };
}

async function close(tx: TransactionSql, { closed, from, through }: OpenDays): Promise<number> {
  const { count } = await tx`
    insert into closed_days
    select d.day, coalesce(o.orders, 0), coalesce(o.units, 0), coalesce(o.gross, 0),
      coalesce(o.discounts, 0), coalesce(c.returns, 0), coalesce(c.units, 0),
      coalesce(e.top_ups, 0), coalesce(e.payments, 0), coalesce(e.refunds, 0),
      coalesce(e.adjusted_up, 0), coalesce(e.adjusted_down, 0),
      coalesce((select held from closed_days where day = ${closed}), 0)
        + sum(coalesce(e.net, 0)) over (order by d.day)
    from (select generate_series(${from}::date, ${through}::date, '1 day')::date as day) d
    left join (
      select placed_day as day, count(*) as orders, sum(units) as units, sum(subtotal) as gross,
        sum(discount) as discounts
      from orders where placed_day between ${from} and ${through} group by 1
    ) o using (day)
    left join (
      select cancelled_day as day, sum(total) as returns, sum(units) as units
      from orders where cancelled_day between ${from} and ${through} group by 1
    ) c using (day)
    left join (
      select (created_at at time zone 'Asia/Seoul')::date as day, sum(amount) as net,
        sum(amount) filter (where kind = 'top_up') as top_ups,
        sum(amount) filter (where kind = 'payment') as payments,
        sum(amount) filter (where kind = 'refund') as refunds,
        sum(amount) filter (where kind = 'adjustment' and amount > 0) as adjusted_up,
        sum(amount) filter (where kind = 'adjustment' and amount < 0) as adjusted_down
      from wallet_entries
      where created_at >= ${startOfSeoulDay(from)}
        and created_at < ${startOfSeoulDay(addDays(through, 1))}
      group by 1
    ) e using (day)`;
  for (let day = from; day <= through; day = addDays(day, 1)) {
    if (isSunday(day)) await keepShelves(tx, day);
  }
  return count;
}

const isSunday = (day: SeoulDay) => new Date(day).getUTCDay() === 0;

async function keepShelves(tx: TransactionSql, day: SeoulDay): Promise<void> {
  const end = new Date(startOfSeoulDay(addDays(day, 1)).getTime() - 1);
  await tx`
    insert into closed_shelves
    select ${day}, coalesce(array_agg(product_id order by product_id), '{}'),
      coalesce(array_agg(movement_id order by product_id), '{}'),
      coalesce(array_agg(quantity order by product_id), '{}')
    from ${stockThen(tx, end)} held`;
}
