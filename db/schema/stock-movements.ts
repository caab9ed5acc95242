import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { instant, rowId } from './columns';
import { orderLines } from './order-lines';
import { products } from './products';
import { users } from './users';

export const stockMovementKind = pgEnum('stock_movement_kind', [
  'opening',
  'sale',
  'return',
  'restock',
  'correction',
]);

/** Signed changes of stock. Append-only, like wallet entries; the opening quantity is the first. */
export const stockMovements = pgTable(
  'stock_movements',
  {
    id: rowId('id').primaryKey().generatedAlwaysAsIdentity(),
    productId: rowId('product_id').notNull(),
    kind: stockMovementKind('kind').notNull(),
    delta: integer('delta').notNull(),
    quantityAfter: integer('quantity_after').notNull(),
    /** The order whose line of this product was sold or given back. */
    orderId: rowId('order_id'),
    /** The operator behind an opening, restock or correction; null for the seeded opening. */
    actorUserId: rowId('actor_user_id').references(() => users.id),
    reason: text('reason'),
    createdAt: instant('created_at').notNull(),
    /** The product, where no order's line says already that there is one (`wallet-entries.ts`). */
    checkedProductId: rowId('checked_product_id')
      .generatedAlwaysAs(sql`case when order_id is null then product_id end`)
      .references(() => products.id),
  },
  (t) => [
    foreignKey({
      name: 'stock_movements_line_of_order',
      columns: [t.orderId, t.productId],
      foreignColumns: [orderLines.orderId, orderLines.productId],
    }),
    check('stock_movements_quantity_after_not_negative', sql`${t.quantityAfter} >= 0`),
    check(
      'stock_movements_kind_shape',
      sql`case ${t.kind}
        when 'opening' then ${t.delta} >= 0 and ${t.orderId} is null and ${t.quantityAfter} = ${t.delta}
        when 'sale' then ${t.delta} < 0 and ${t.orderId} is not null
        when 'return' then ${t.delta} > 0 and ${t.orderId} is not null
        when 'restock' then ${t.delta} > 0 and ${t.orderId} is null and ${t.reason} is not null
        when 'correction' then ${t.delta} <> 0 and ${t.orderId} is null and ${t.reason} is not null
      end`,
    ),
    uniqueIndex('stock_movements_one_opening').on(t.productId).where(sql`${t.kind} = 'opening'`),
    uniqueIndex('stock_movements_once_per_order').on(t.orderId, t.productId, t.kind),
    index('stock_movements_product').on(t.productId, t.id),
    // Written in the order of time, which costs next to nothing to keep. Pages that are in no summary
    // yet are read by every look, so that autovacuum is told of each range that is full.
    index('stock_movements_time')
      .using('brin', t.createdAt)
      .with({ pages_per_range: 8, autosummarize: true }),
  ],
);
