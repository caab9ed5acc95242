import type { Sql, TransactionSql } from '@/db/client';

/**
 * Orders `o` with their won and units, for every statement that counts them. With a product, an
 * order is its one line of it; without, the order's own amounts, which are its lines' added up
 * (protocol.md: invariant 7).
 *
 * @param productId null: every product
 */
export function orderAmounts(sql: Sql | TransactionSql, productId: number | null) {
  const ofLine = productId !== null;
  const gross = ofLine ? sql`l.unit_price * l.quantity` : sql`o.subtotal`;
  const discount = ofLine ? sql`l.discount_share` : sql`o.discount`;
  return {
    /** One row an order. */
    orders: ofLine
      ? sql`orders o join order_lines l on l.order_id = o.id and l.product_id = ${productId}`
      : sql`orders o`,
    gross,
    discount,
    /** After the discount. */
    paid: sql`(${gross} - ${discount})`,
    units: ofLine ? sql`l.quantity` : sql`o.units`,
  };
}
