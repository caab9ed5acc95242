import { sql } from 'drizzle-orm';
import { check, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, rowId } from './columns';
import { users } from './users';

/** One cart a shopper, or a guest's, which moves over at sign-in. */
export const carts = pgTable(
  'carts',
  {
    id: rowId('id').primaryKey().generatedAlwaysAsIdentity(),
    userId: rowId('user_id')
      .unique()
      .references(() => users.id),
    /** SHA-256 (hex) of the guest's cookie. */
    guestTokenHash: text('guest_token_hash').unique(),
    /**
     * The order that emptied this cart last; null again once something is put in. No foreign key: the
     * statement that writes it writes the order, and an order with lines cannot be deleted.
     */
    lastOrderId: rowId('last_order_id'),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [check('carts_one_owner', sql`num_nonnulls(${t.userId}, ${t.guestTokenHash}) = 1`)],
);
