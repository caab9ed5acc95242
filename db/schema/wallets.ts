import { sql } from 'drizzle-orm';
import { bigint, check, pgTable } from 'drizzle-orm/pg-core';
import { instant, rowId, won } from './columns';
import { users } from './users';

/**
 * The locked numbers of a wallet, in a narrow table that nothing references, so that
 * `FOR UPDATE` here blocks no foreign-key check elsewhere (protocol.md: fact 3).
 */
export const wallets = pgTable(
  'wallets',
  {
    userId: rowId('user_id')
      .primaryKey()
      .references(() => users.id),
    balance: won('balance').notNull().default(0),
    /** Number of the newest entry; entries of a wallet are numbered 1, 2, 3 … without a gap. */
    lastSeq: bigint('last_seq', { mode: 'number' }).notNull().default(0),
    /** When the account was closed. Here, because every command about money locks this row. */
    closedAt: instant('closed_at'),
  },
  (t) => [
    check('wallets_balance_not_negative', sql`${t.balance} >= 0`),
    check('wallets_closed_empty', sql`${t.closedAt} is null or ${t.balance} = 0`),
    check('wallets_last_seq_not_negative', sql`${t.lastSeq} >= 0`),
  ],
);
