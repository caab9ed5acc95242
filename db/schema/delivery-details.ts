import { sql } from 'drizzle-orm';
import { check, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, rowId } from './columns';
import { users } from './users';

/**
 * Where a shopper wants parcels sent, as saved in the account. The checkout begins with these or
 * with the last order's, whichever is newer (spec.md: Delivery); all empty: with nothing.
 */
export const deliveryDetails = pgTable(
  'delivery_details',
  {
    userId: rowId('user_id')
      .primaryKey()
      .references(() => users.id),
    recipient: text('recipient').notNull(),
    phone: text('phone').notNull(),
    address: text('address').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    check(
      'delivery_details_whole',
      sql`(${t.recipient} = '') = (${t.phone} = '') and (${t.phone} = '') = (${t.address} = '')`,
    ),
  ],
);
