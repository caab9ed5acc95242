import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { instant, rowId, won } from './columns';
import { products } from './products';

/**
 * The sales history by Seoul day and product: orders placed that day and not cancelled since.
 * Kept in the same transaction as the order or cancel; popular products are read from it.
 */
export const salesRollup = pgTable(
  'sales_rollup',
  {
    day: date('day', { mode: 'string' }).notNull(),
    productId: rowId('product_id')
      .notNull()
      .references(() => products.id),
    units: integer('units').notNull(),
    /** Won after the lines' discount shares. */
    revenue: won('revenue').notNull(),
    /** The latest sale that still counts; null: every one was cancelled. */
    lastSoldAt: instant('last_sold_at'),
  },
  (t) => [
    primaryKey({ columns: [t.day, t.productId] }),
    check('sales_rollup_not_negative', sql`${t.units} >= 0 and ${t.revenue} >= 0`),
    index('sales_rollup_product').on(t.productId, t.day),
  ],
);
