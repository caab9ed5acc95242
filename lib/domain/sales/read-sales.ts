import type { TransactionSql } from '@/db/client';
import type { Won } from '../money';
import { startOfSeoulDay } from '../seoul-day';
import type { SalesPeriod } from './period-rules';
import { NO_SALES, type SalesFigures } from './rules';

/**
 * The figures of every hour or day of a period, in order, those without sales too
 * (admin.md: Definitions). Sales count on the order's day, returns on the day of the cancellation.
 *
 * @param sql a transaction, whose snapshot the figures are of
 */
export async function readFigures(
  sql: TransactionSql,
  period: SalesPeriod,
): Promise<SalesFigures[]> {
  const { from, to, until, unit, buckets } = period;
  const placedBucket =
    unit === 'hour'
      ? sql`extract(hour from o.placed_at at time zone 'Asia/Seoul')::int`
      : sql`o.placed_day - ${from}::date`;
  const cancelledBucket =
    unit === 'hour'
      ? sql`extract(hour from o.cancelled_at at time zone 'Asia/Seoul')::int`
      : sql`o.cancelled_day - ${from}::date`;
  const placed = sql`o.placed_day between ${from} and ${to} and o.placed_at <= ${until}`;
  const cancelled = sql`o.cancelled_day between ${from} and ${to} and o.cancelled_at <= ${until}`;
  const parts = await Promise.all([
    sql<({ bucket: number } & Partial<SalesFigures>)[]>`
      select ${placedBucket} as bucket, sum(o.subtotal)::bigint as gross,
        sum(o.discount)::bigint as discounts, count(*)::int as orders,
        (count(*) filter (where o.status = 'cancelled'))::int as "cancelledOrders"
      from orders o where ${placed} group by 1`,
    sql<({ bucket: number } & Partial<SalesFigures>)[]>`
      select ${placedBucket} as bucket, sum(l.quantity)::int as units
      from orders o join order_lines l on l.order_id = o.id where ${placed} group by 1`,
    sql<({ bucket: number } & Partial<SalesFigures>)[]>`
      select ${cancelledBucket} as bucket, sum(o.total)::bigint as returns
      from orders o where ${cancelled} group by 1`,
    sql<({ bucket: number } & Partial<SalesFigures>)[]>`
      select ${cancelledBucket} as bucket, sum(l.quantity)::int as "returnedUnits"
      from orders o join order_lines l on l.order_id = o.id where ${cancelled} group by 1`,
  ]);
  const figures: SalesFigures[] = Array.from({ length: buckets }, () => ({ ...NO_SALES }));
  for (const { bucket, ...counted } of parts.flat()) {
    const counts = figures[bucket];
    if (!counts) throw new RangeError(`bucket ${bucket} lies outside ${from} to ${to}`);
    Object.assign(counts, counted);
  }
  return figures;
}

/**
 * Won that the shop owes its shoppers' wallets (admin.md: Wallet liability): now, and when the
 * period began. Top-ups are never sales.
 */
export async function readLiability(
  sql: TransactionSql,
  period: SalesPeriod,
): Promise<{ opening: Won; closing: Won }> {
  const start = startOfSeoulDay(period.from);
  const [row] = await sql<{ closing: number; moved: number }[]>`
    select (select coalesce(sum(balance), 0)::bigint from wallets) as closing,
      (select coalesce(sum(amount), 0)::bigint from wallet_entries
        where created_at >= ${start}) as moved`;
  const { closing = 0, moved = 0 } = row ?? {};
  return { opening: closing - moved, closing };
}

export interface SoldProduct {
  productId: number;
  nameKo: string;
  nameEn: string;
  /** Units sold in the period less those cancelled since, dated on the order's day. */
  units: number;
  /** Won after discounts, of the same. */
  revenue: Won;
}

/** What sold best on the days of a period, in the order of spec.md: Popular. */
export async function readTopProducts(
  sql: TransactionSql,
  { from, to }: SalesPeriod,
  limit: number,
): Promise<SoldProduct[]> {
  return sql<SoldProduct[]>`
    select s.product_id as "productId", p.name_ko as "nameKo", p.name_en as "nameEn",
      sum(s.units)::int as units, sum(s.revenue)::bigint as revenue
    from sales_rollup s join products p on p.id = s.product_id
    where s.day between ${from} and ${to}
    group by s.product_id, p.id
    having sum(s.units) > 0
    order by sum(s.units) desc, sum(s.revenue) desc, max(s.last_sold_at) desc, s.product_id
    limit ${limit}`;
}

export interface ShortProductRow {
  productId: number;
  nameKo: string;
  nameEn: string;
  quantity: number;
  /** Net units sold today and in the six days before. */
  unitsInSevenDays: number;
}

/**
 * Published products that are low or out, the emptiest and fastest selling first, and how many of
 * each there are (admin.md: Low stock).
 *
 * @param threshold units at and below which a product is low
 * @param since the first Seoul day of the seven that sales are counted over
 */
export async function readShortProducts(
  sql: TransactionSql,
  { threshold, since, limit }: { threshold: number; since: string; limit: number },
): Promise<{ low: number; out: number; products: ShortProductRow[] }> {
  const [counts, products] = await Promise.all([
    sql<{ low: number; out: number }[]>`
      select (count(*) filter (where s.quantity > 0))::int as low,
        (count(*) filter (where s.quantity = 0))::int as out
      from stock s join products p on p.id = s.product_id
      where p.published and s.quantity <= ${threshold}`,
    sql<ShortProductRow[]>`
      select p.id as "productId", p.name_ko as "nameKo", p.name_en as "nameEn", s.quantity,
        coalesce((select sum(r.units) from sales_rollup r
          where r.product_id = p.id and r.day >= ${since}), 0)::int as "unitsInSevenDays"
      from stock s join products p on p.id = s.product_id
      where p.published and s.quantity <= ${threshold}
      order by s.quantity, "unitsInSevenDays" desc, p.id
      limit ${limit}`,
  ]);
  return { low: counts[0]?.low ?? 0, out: counts[0]?.out ?? 0, products };
}
