import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { rowId, won } from './columns';
import { orders } from './orders';
import { products } from './products';

/** What an order bought: names, prices and discount shares as they were at that moment. */
export const orderLines = pgTable(
  'order_lines',
  {
    orderId: rowId('order_id')
      .notNull()
      .references(() => orders.id),
    productId: rowId('product_id')
      .notNull()
      .references(() => products.id),
    nameKo: text('name_ko').notNull(),
    nameEn: text('name_en').notNull(),
    unitPrice: won('unit_price').notNull(),
    quantity: integer('quantity').notNull(),
    /** This line's share of the order's discount, by largest remainder. */
    discountShare: won('discount_share').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.productId] }),
    check('order_lines_quantity_range', sql`${t.quantity} between 1 and 99`),
    check('order_lines_unit_price_not_negative', sql`${t.unitPrice} >= 0`),
    check(
      'order_lines_share_range',
      sql`${t.discountShare} between 0 and ${t.unitPrice} * ${t.quantity}`,
    ),
    index('order_lines_product').on(t.productId, t.orderId),
  ],
);
