import { sql } from 'drizzle-orm';
import { bigint, check, date, integer, pgTable } from 'drizzle-orm/pg-core';
import { closedDays } from './closed-days';

/**
 * What every shelf held when a closed Sunday ended, so that looking back at the stock reads a week of
 * movements and not all of them. It goes with its day where that opens again.
 */
export const closedShelves = pgTable(
  'closed_shelves',
  {
    day: date('day', { mode: 'string' })
      .primaryKey()
      .references(() => closedDays.day, { onDelete: 'cascade' }),
    /** In ascending order. */
    productIds: bigint('product_ids', { mode: 'number' }).array().notNull(),
    /** Of the product at the same place: the movement that left its shelf so, and the units. */
    movementIds: bigint('movement_ids', { mode: 'number' }).array().notNull(),
    quantities: integer('quantities').array().notNull(),
  },
  (t) => [
    check(
      'closed_shelves_whole',
      sql`cardinality(${t.movementIds}) = cardinality(${t.productIds})
        and cardinality(${t.quantities}) = cardinality(${t.productIds})`,
    ),
  ],
);
