import { jsonb, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, rowId } from './columns';
import { users } from './users';

export const idempotentAction = pgEnum('idempotent_action', [
  'top_up',
  'checkout',
  'restock',
  'adjustment',
]);

/** What a form's key stood for and what came of it, stored with the money (spec.md: Idempotency). */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    userId: rowId('user_id')
      .notNull()
      .references(() => users.id),
    action: idempotentAction('action').notNull(),
    key: uuid('key').notNull(),
    /** SHA-256 (hex) of the request that the key was first used for. */
    requestHash: text('request_hash').notNull(),
    /** The answer to repeat. Null only inside the transaction that claims the key. */
    result: jsonb('result'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    // The key first: it alone finds its row, whatever the planner thinks of a young table.
    primaryKey({ columns: [t.key, t.userId, t.action] }),
  ],
);
