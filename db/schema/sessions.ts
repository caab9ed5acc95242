import { index, pgTable, uuid } from 'drizzle-orm/pg-core';
import { instant, rowId } from './columns';
import { users } from './users';

/** Open sign-ins. Signing out deletes the row, so that a copied cookie is worth nothing. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: rowId('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('sessions_user').on(t.userId)],
);
