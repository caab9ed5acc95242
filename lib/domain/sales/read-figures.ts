import type { TransactionSql } from '@/db/client';
import type { Won } from '../money';
import { seoulDay } from '../seoul-day';
import type { Moment } from './moment';
import type { SalesPeriod } from './period-rules';
import { type ClosedDays, splitPeriod } from './read-closed-days';
import { type SalesFigures, sumFigures } from './rules';
import { inPageOrder, salesHistory } from './sales-history';
import { bucketOf, cancelledIn, inScope, placedIn, type SalesScope } from './sales-scope';

type Counted = { bucket: number } & Partial<SalesFigures>;

/**
 * The figures of every hour, day or week of a period, in order, those without sales too
 * (admin.md: Definitions). Sales count on the order's day, returns on the day of the cancellation.
 *
 * @param sql a transaction, whose snapshot the figures are of
 * @param days of the same snapshot; they save counting the whole shop's orders of those days
 */
export async function readFigures(
  sql: TransactionSql,
  period: SalesPeriod,
  scope: SalesScope,
  days: ClosedDays,
): Promise<SalesFigures[]> {
  const { orders, gross, discount, units, paid, cancelled, only, all } = inScope(sql, scope);
  const { closed, open } = all ? splitPeriod(period, days) : { closed: [], open: period };
  const over = closed.at(-1)?.day;
  const counted = await Promise.all([
    open
      ? sql<Counted[]>`
          select ${bucketOf(sql, period, 'placed')} as bucket, sum(${gross})::bigint as gross,
            sum(${discount})::bigint as discounts, count(*)::int as orders,
            (count(*) filter (where ${cancelled}))::int as "cancelledOrders",
            sum(${units})::int as units
          from ${orders} where ${placedIn(sql, open)} ${only} group by 1`
      : [],
    open
      ? sql<Counted[]>`
          select ${bucketOf(sql, period, 'cancelled')} as bucket, sum(${paid})::bigint as returns,
            sum(${units})::int as "returnedUnits"
          from ${orders} where ${cancelledIn(sql, open)} ${only} group by 1`
      : [],
    // Which of a day's orders are cancelled goes on after its end. Both ends of the days of cancelling
    // are said, or the planner takes those of placing for fewer.
    over
      ? sql<Counted[]>`
          select ${bucketOf(sql, period, 'placed')} as bucket, count(*)::int as "cancelledOrders"
          from orders o
          where o.cancelled_day between ${period.from} and ${seoulDay(scope.asOf)}
            and o.cancelled_at <= ${scope.asOf} and o.placed_day between ${period.from} and ${over}
          group by 1`
      : [],
  ]);
  const parts: Counted[] = [...closed, ...counted.flat()];
  const figures: Counted[][] = Array.from({ length: period.buckets }, () => []);
  for (const part of parts) {
    const step = figures[part.bucket];
    if (!step) {
      throw new RangeError(`bucket ${part.bucket} lies outside ${period.from} to ${period.to}`);
    }
    step.push(part);
  }
  return figures.map(sumFigures);
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

/**
 * What sold best in a period, less what was cancelled since; ties as in spec.md: Popular.
 * @param by what the best have most of
 */
export async function readTopProducts(
  sql: TransactionSql,
  period: SalesPeriod,
  scope: SalesScope,
  { by, limit, live }: { by: 'units' | 'revenue'; limit: number } & Pick<Moment, 'live'>,
): Promise<SoldProduct[]> {
  const order = by === 'units' ? sql`units desc, revenue desc` : sql`revenue desc, units desc`;
  const kept = scope.couponCode === null && scope.status === null;
  const sales = kept
    ? salesHistory(sql, period, { ...scope, live })
    : salesByLines(sql, period, scope);
  const top = () => sql<SoldProduct[]>`
    select s.product_id as "productId", p.name_ko as "nameKo", p.name_en as "nameEn",
      s.units::int as units, s.revenue::bigint as revenue
    from (
      select product_id, sum(units) as units, sum(revenue) as revenue,
        least(max(latest), ${scope.asOf}) as latest
      from (${sales}) sales
      group by product_id having sum(units) > 0
      order by ${order}, latest desc, product_id limit ${limit}
    ) s join products p on p.id = s.product_id
    order by ${order}, s.latest desc, s.product_id`;
  return kept ? inPageOrder(sql, top) : top();
}

function salesByLines(sql: TransactionSql, period: SalesPeriod, scope: SalesScope) {
  const { lines, cancelled, only } = inScope(sql, scope);
  return sql`
    select l.product_id, l.quantity as units, o.placed_at as latest,
      l.unit_price * l.quantity - l.discount_share as revenue
    from ${lines} where ${placedIn(sql, period)} and not ${cancelled} ${only}`;
}

export interface CouponSales {
  couponId: number;
  code: string;
  orders: number;
  /** Won that the coupon took off. */
  cost: Won;
  /** Won paid for the orders it was used for, before returns. */
  revenue: Won;
}

/**
 * What each coupon cost and brought in the orders placed in a period, the dearest first. The costs
 * add up to the discounts of the period (admin.md: Discounts).
 */
export async function readCouponSales(
  sql: TransactionSql,
  period: SalesPeriod,
  scope: SalesScope,
): Promise<CouponSales[]> {
  const { orders, discount, paid, only } = inScope(sql, scope);
  return sql<CouponSales[]>`
    select s.coupon_id as "couponId", c.code, s.orders::int as orders, s.cost::bigint as cost,
      s.revenue::bigint as revenue
    from (
      select o.coupon_id, count(*) as orders, sum(${discount}) as cost, sum(${paid}) as revenue
      from ${orders} where ${placedIn(sql, period)} and o.coupon_id is not null ${only}
      group by o.coupon_id
    ) s join coupons c on c.id = s.coupon_id
    order by s.cost desc, s.revenue desc, s.coupon_id`;
}
