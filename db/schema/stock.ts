import { sql } from 'drizzle-orm';
import { check, integer, pgTable } from 'drizzle-orm/pg-core';
import { rowId } from './columns';
import { products } from './products';

/** Units left of a product: narrow and unreferenced, see `wallets`. */
export const stock = pgTable(
  'stock',
  {
    productId: rowId('product_id')
      .primaryKey()
      .references(() => products.id),
    quantity: integer('quantity').notNull(),
  },
  (t) => [check('stock_quantity_not_negative', sql`${t.quantity} >= 0`)],
);
