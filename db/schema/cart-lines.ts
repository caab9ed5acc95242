import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { carts } from './carts';
import { instant, rowId, won } from './columns';
import { products } from './products';

/** What a cart holds, one line a product. */
export const cartLines = pgTable(
  'cart_lines',
  {
    cartId: rowId('cart_id')
      .notNull()
      .references(() => carts.id, { onDelete: 'cascade' }),
    productId: rowId('product_id')
      .notNull()
      .references(() => products.id),
    quantity: integer('quantity').notNull(),
    /** Unit price when the line was last changed, to tell the shopper when it moved since. */
    seenPrice: won('seen_price').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.cartId, t.productId] }),
    check('cart_lines_quantity_range', sql`${t.quantity} between 1 and 99`),
    index('cart_lines_product').on(t.productId),
  ],
);
