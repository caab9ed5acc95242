import { sql } from 'drizzle-orm';
import { check, integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, rowId } from './columns';

export const userRole = pgEnum('user_role', ['shopper', 'admin']);

/** People with an account. A deferred trigger refuses a user without a wallet. */
export const users = pgTable(
  'users',
  {
    id: rowId('id').primaryKey().generatedAlwaysAsIdentity(),
    /** Normalised (NFKC, trimmed, lower case), so that spellings of one address are one account. */
    email: text('email').notNull().unique(),
    name: text('name').notNull(),
    /** Null: nobody can sign in (a shopper of the sample history). */
    passwordHash: text('password_hash'),
    role: userRole('role').notNull().default('shopper'),
    /** Raised to end every session that this user has open. */
    sessionVersion: integer('session_version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    check(
      'users_email_normalised',
      sql`${t.email} = lower(btrim(${t.email})) and ${t.email} <> ''`,
    ),
    check('users_name_length', sql`char_length(${t.name}) between 1 and 100`),
  ],
);
