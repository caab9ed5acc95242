import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, rowId, won } from './columns';
import { users } from './users';

/** Refused checkouts, recorded after their transaction rolled back: the shop's lost demand. */
export const checkoutAttempts = pgTable(
  'checkout_attempts',
  {
    id: rowId('id').primaryKey().generatedAlwaysAsIdentity(),
    userId: rowId('user_id')
      .notNull()
      .references(() => users.id),
    /** The form's key: presses of one form are one attempt. */
    key: uuid('key').notNull(),
    reason: text('reason').notNull(),
    /** Won that the order would have brought; null where that could not be computed. */
    total: won('total'),
    /**
     * `[{ productId, quantity, unitPrice, discountShare, left }]` as the cart stood; `left` are the
     * units of a product that was short, and only there.
     */
    lines: jsonb('lines').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('checkout_attempts_time').on(t.createdAt),
    index('checkout_attempts_key').on(t.userId, t.key),
  ],
);
