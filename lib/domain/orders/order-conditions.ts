import type { PendingQuery, Row } from 'postgres';
import type { Sql, TransactionSql } from '@/db/client';
import { andInHour } from '../seoul-hour';
import { containing, type OrderFilter, readOrderNumber } from './order-filter-rules';

type Tag = Sql | TransactionSql;
type Fragment = PendingQuery<Row[]>;

/** What a word was found in. */
export interface SearchFinds {
  orderId: number | null;
  customerIds: number[];
  productIds: number[];
}

/**
 * Looks for a word in the names of customers and products, which are few; their orders are then
 * found by index, and no statement reads the names on all the lines ever sold. So a product is found
 * by the names that it has today.
 */
export async function findSearched(sql: Tag, { search }: OrderFilter): Promise<SearchFinds | null> {
  if (search === null) return null;
  const part = containing(search);
  const unspaced = containing(search.replace(/\s+/g, ''));
  const [customers, products] = await Promise.all([
    sql<{ id: number }[]>`select id from users where name ilike ${part} or email ilike ${part}`,
    sql<{ id: number }[]>`
      select id from products
      where replace(name_ko, ' ', '') ilike ${unspaced}
        or replace(name_en, ' ', '') ilike ${unspaced}`,
  ]);
  return {
    orderId: readOrderNumber(search),
    customerIds: customers.map(({ id }) => id),
    productIds: products.map(({ id }) => id),
  };
}

/**
 * The condition of an operator's filter on `orders o`, for every statement that reads the same
 * orders: a page of them, their sums, a file of them.
 *
 * @param sql what the statement around it is sent with
 * @param finds of the filter's word
 */
export function orderConditions(
  sql: Tag,
  filter: OrderFilter,
  finds: SearchFinds | null,
): Fragment {
  const { from, to, productId, coupon, customerId, asOf } = filter;
  const day = dayOf(sql, filter);
  const { status, cancelledAt } = standing(sql, filter);
  const withProduct = sql`select order_id from order_lines where product_id = ${productId}`;
  return sql`
    ${filter.dated === 'cancelled' ? sql`${cancelledAt} is not null` : sql`true`}
    ${asOf === null ? sql`` : sql`and o.placed_at <= ${asOf.toISOString()}`}
    ${from === null ? sql`` : sql`and ${day} >= ${from}::date`}
    ${to === null ? sql`` : sql`and ${day} <= ${to}::date`}
    ${andInHour(sql, filter.dated === 'cancelled' ? sql`o.cancelled_at` : sql`o.placed_at`, filter.hour)}
    ${filter.status === 'standing' ? sql`and ${status} <> 'cancelled'` : sql``}
    ${filter.status === null || filter.status === 'standing' ? sql`` : sql`and ${status} = ${filter.status}`}
    ${customerId === null ? sql`` : sql`and o.user_id = ${customerId}`}
    ${productId === null ? sql`` : sql`and o.id in (${withProduct})`}
    ${coupon === null ? sql`` : sql`and o.coupon_id = (select id from coupons where code = ${coupon})`}
    ${finds === null ? sql`` : sql`and ${isFound(sql, finds)}`}`;
}

/** The day that a filter goes by, which its orders are sorted by too. */
export function dayOf(sql: Tag, { dated }: OrderFilter): Fragment {
  return dated === 'cancelled' ? sql`o.cancelled_day` : sql`o.placed_day`;
}

/** Where an order stands at the filter's moment, and since when. */
export function standing(sql: Tag, { asOf }: OrderFilter) {
  if (asOf === null) {
    return {
      status: sql`o.status`,
      cancelledAt: sql`o.cancelled_at`,
      fulfilledAt: sql`o.fulfilled_at`,
    };
  }
  const at = asOf.toISOString();
  return {
    status: sql`case when o.cancelled_at <= ${at} then 'cancelled'
      when o.fulfilled_at <= ${at} then 'fulfilled' else 'paid' end`,
    cancelledAt: sql`case when o.cancelled_at <= ${at} then o.cancelled_at end`,
    fulfilledAt: sql`case when o.fulfilled_at <= ${at} then o.fulfilled_at end`,
  };
}

/** Up to so many customers and products their orders are gathered by index; beyond, all are looked through. */
const FEW = 200;

function isFound(sql: Tag, { orderId, customerIds, productIds }: SearchFinds): Fragment {
  const ofCustomers = sql`user_id = any(${customerIds}::bigint[])`;
  const withProducts = sql`
    select order_id from order_lines where product_id = any(${productIds}::bigint[])`;
  if (customerIds.length + productIds.length > FEW) {
    return sql`(o.${ofCustomers} or o.id = ${orderId} or o.id in (${withProducts}))`;
  }
  return sql`o.id in (
    select id from orders where ${ofCustomers}
    union all ${withProducts}
    union all select ${orderId}::bigint)`;
}
