import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { instant, rowId, won } from './columns';
import { orders } from './orders';
import { users } from './users';

export const walletEntryKind = pgEnum('wallet_entry_kind', [
  'top_up',
  'payment',
  'refund',
  'adjustment',
]);

/**
 * Signed changes of wallets. Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE.
 *
 * Foreign keys were 30 % of what a checkout in a rush cost the database, so each looks up only what
 * none of the others says: the `checked` columns are null for what another one vouches for.
 */
export const walletEntries = pgTable(
  'wallet_entries',
  {
    userId: rowId('user_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    kind: walletEntryKind('kind').notNull(),
    amount: won('amount').notNull(),
    balanceAfter: won('balance_after').notNull(),
    /** Who caused it: the shopper, or an operator. */
    actorUserId: rowId('actor_user_id').notNull(),
    /** The order that a payment or refund belongs to, one of the shopper's own. */
    orderId: rowId('order_id'),
    /** Why an operator adjusted the balance. */
    reason: text('reason'),
    createdAt: instant('created_at').notNull(),
    /** The shopper, where no order says already that there is one. */
    checkedUserId: rowId('checked_user_id')
      .generatedAlwaysAs(sql`case when order_id is null then user_id end`)
      .references(() => users.id),
    /** Who caused it, where it is not the shopper. */
    checkedActorUserId: rowId('checked_actor_user_id')
      .generatedAlwaysAs(sql`nullif(actor_user_id, user_id)`)
      .references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.seq] }),
    foreignKey({
      name: 'wallet_entries_order_of_user',
      columns: [t.userId, t.orderId],
      foreignColumns: [orders.userId, orders.id],
    }),
    check('wallet_entries_seq_positive', sql`${t.seq} > 0`),
    check('wallet_entries_balance_after_not_negative', sql`${t.balanceAfter} >= 0`),
    // A payment may be ₩0: a coupon can cover a whole order.
    check(
      'wallet_entries_kind_shape',
      sql`case ${t.kind}
        when 'top_up' then ${t.amount} > 0 and ${t.orderId} is null and ${t.reason} is null
        when 'payment' then ${t.amount} <= 0 and ${t.orderId} is not null and ${t.reason} is null
        when 'refund' then ${t.amount} >= 0 and ${t.orderId} is not null and ${t.reason} is null
        when 'adjustment' then ${t.amount} <> 0 and ${t.orderId} is null and ${t.reason} is not null
      end`,
    ),
    uniqueIndex('wallet_entries_one_payment_per_order')
      .on(t.orderId)
      .where(sql`${t.kind} = 'payment'`),
    uniqueIndex('wallet_entries_one_refund_per_order')
      .on(t.orderId)
      .where(sql`${t.kind} = 'refund'`),
    index('wallet_entries_user_kind_time').on(t.userId, t.kind, t.createdAt),
    index('wallet_entries_time').on(t.createdAt),
  ],
);
