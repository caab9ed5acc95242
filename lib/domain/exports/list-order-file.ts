import type { PendingQuery } from 'postgres';
import type { Database } from '@/db/client';
import type { Won } from '../money';
import type { OrderStatus } from '../orders/cancel-rules';
import { orderAmounts } from '../orders/order-amounts';
import { dayOf, findSearched, orderConditions, standing } from '../orders/order-conditions';
import type { OrderFilter } from '../orders/order-filter-rules';

/** An order of a file; instants as ISO text. */
export interface OrderFileRow {
  orderId: number;
  placedAt: string;
  status: OrderStatus;
  customer: string;
  email: string;
  recipient: string;
  phone: string;
  address: string;
  couponCode: string | null;
  /** The code gave the discount. */
  couponApplied: boolean;
  /** With a product in the filter: its units, and likewise its won. */
  units: number;
  subtotal: Won;
  discount: Won;
  total: Won;
  cancelledAt: string | null;
  fulfilledAt: string | null;
}

/** A line of an order of a file. */
export interface LineFileRow {
  orderId: number;
  placedAt: string;
  cancelledAt: string | null;
  status: OrderStatus;
  productId: number;
  nameKo: string;
  nameEn: string;
  unitPrice: Won;
  quantity: number;
  discountShare: Won;
}

/**
 * The statement that reads every order of a filter in the order of its list, for a cursor.
 * @param db the pool that will send it
 * @returns the statement, not sent (in an object, because waiting for a statement sends it)
 */
export async function listOrderFile(
  { sql }: Database,
  filter: OrderFilter,
): Promise<{ query: PendingQuery<OrderFileRow[]> }> {
  const finds = await findSearched(sql, filter);
  const { cancelledAt, fulfilledAt, status } = standing(sql, filter);
  const { orders, gross, discount, paid, units } = orderAmounts(sql, filter.productId);
  const query = sql<OrderFileRow[]>`
    select o.id as "orderId", o.placed_at as "placedAt", ${status} as status, u.name as customer,
      u.email, o.recipient, o.phone, o.address, o.coupon_code as "couponCode",
      o.coupon_id is not null as "couponApplied",
      ${units} as units, ${gross} as subtotal, ${discount} as discount, ${paid} as total,
      ${cancelledAt} as "cancelledAt", ${fulfilledAt} as "fulfilledAt"
    from ${orders} join users u on u.id = o.user_id
    where ${orderConditions(sql, filter, finds)}
    order by ${dayOf(sql, filter)} desc, o.id desc`;
  return { query };
}

/** The same of their lines; with a product in the filter, its own alone. */
export async function listLineFile(
  { sql }: Database,
  filter: OrderFilter,
): Promise<{ query: PendingQuery<LineFileRow[]> }> {
  const finds = await findSearched(sql, filter);
  const { cancelledAt, status } = standing(sql, filter);
  const { productId } = filter;
  const query = sql<LineFileRow[]>`
    select o.id as "orderId", o.placed_at as "placedAt", ${cancelledAt} as "cancelledAt",
      ${status} as status, l.product_id as "productId", l.name_ko as "nameKo",
      l.name_en as "nameEn", l.unit_price as "unitPrice", l.quantity,
      l.discount_share as "discountShare"
    from orders o join order_lines l on l.order_id = o.id
      ${productId === null ? sql`` : sql`and l.product_id = ${productId}`}
    where ${orderConditions(sql, filter, finds)}
    order by ${dayOf(sql, filter)} desc, o.id desc, l.product_id`;
  return { query };
}
