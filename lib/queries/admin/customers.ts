import 'server-only';
import { and, desc, eq, ilike, lt, lte, or, sql } from 'drizzle-orm';
import { database } from '@/db';
import { inSnapshot, type OpenTransaction } from '@/db/client';
import { orders, users, walletEntries, wallets } from '@/db/schema';
import { containing } from '@/lib/domain/orders/order-filter-rules';
import { getLedger, ledgerAgrees } from '@/lib/domain/wallet/get-ledger';
import { formatEntryNumber } from '@/lib/format/entry-number';
import type { AdjustedView, CustomerEntryView, CustomerView } from '@/lib/views/admin-customers';
import type { CustomerRowView, KeyPage } from '@/lib/views/admin-lists';
import type { OrderStatusView } from '@/lib/views/admin-sales';
import type { EntryKind } from '@/lib/views/wallet-address';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

const CUSTOMERS_A_PAGE = 50;
const ENTRIES_A_PAGE = 20;
const RECENT_ORDERS = 5;

/** Orders that were cancelled do not count; at an earlier moment: those cancelled until then. */
function account(asOf: Date | null) {
  const until = asOf?.toISOString();
  const counts = asOf
    ? sql`${orders.placedAt} <= ${until} and (${orders.cancelledAt} > ${until}) is not false`
    : sql`${orders.status} <> 'cancelled'`;
  const counted = sql`from ${orders} where ${orders.userId} = ${users.id} and ${counts}`;
  return {
    userId: users.id,
    name: users.name,
    email: users.email,
    joinedAt: users.createdAt,
    balance: wallets.balance,
    orders: sql<number>`(select count(*)::int ${counted})`,
    spent: sql`(select coalesce(sum(${orders.total}), 0) ${counted})`.mapWith(Number),
  };
}

/** Where an order stood at a moment: it is either fulfilled or cancelled, and that once. */
function statusThen(asOf: Date | null) {
  if (asOf === null) return sql<OrderStatusView>`${orders.status}`;
  const until = asOf.toISOString();
  return sql<OrderStatusView>`case when ${orders.cancelledAt} <= ${until} then 'cancelled'
    when ${orders.fulfilledAt} <= ${until} then 'fulfilled' else 'paid' end`;
}

/**
 * Accounts with wallet and orders, the newest first.
 * @param search part of a name or an e-mail; null: everybody
 * @param before the account that the page before ended with
 */
export async function listCustomers(
  search: string | null,
  before: number | null,
): Promise<KeyPage<CustomerRowView> & { readAt: Date }> {
  await adminOnly();
  const readAt = new Date();
  const part = search === null ? null : containing(search);
  const rows = await database()
    .orm.select(account(null))
    .from(users)
    .innerJoin(wallets, eq(wallets.userId, users.id))
    .where(
      and(
        part === null ? undefined : or(ilike(users.name, part), ilike(users.email, part)),
        before === null ? undefined : lt(users.id, before),
      ),
    )
    .orderBy(desc(users.id))
    .limit(CUSTOMERS_A_PAGE + 1);
  return { ...keyPage(rows, CUSTOMERS_A_PAGE, ({ userId }) => userId), readAt };
}

/**
 * One customer, read in one snapshot, with one page of the wallet's entries, the newest first; null: no such account.
 * @param kind of the entries; null: every kind
 * @param before the entry that the page before ended with
 * @param asOf wallet and orders as they stood then, from entries and orders alone; null: now
 */
export async function getCustomer(
  userId: number,
  kind: EntryKind | null,
  before: number | null,
  asOf: Date | null,
): Promise<CustomerView | null> {
  await adminOnly();
  const readAt = asOf ?? new Date();
  return inSnapshot(database(), async (tx) => {
    const [found] = await tx.orm
      .select({ ...account(asOf), role: users.role, closedAt: wallets.closedAt })
      .from(users)
      .innerJoin(wallets, eq(wallets.userId, users.id))
      .where(eq(users.id, userId));
    const ledger = found && (await getLedger(tx, userId, asOf));
    if (!ledger) return null;
    const { role, closedAt, ...customer } = found;
    const { balance, ...proof } = ledger;
    const [entries, recentOrders] = await Promise.all([
      // Entries are numbered without a gap: as many as there were then.
      listCustomerEntries(tx, userId, kind, Math.min(before ?? Infinity, ledger.entries + 1)),
      tx.orm
        .select({
          orderId: orders.id,
          placedAt: orders.placedAt,
          status: statusThen(asOf),
          total: orders.total,
        })
        .from(orders)
        .where(and(eq(orders.userId, userId), asOf ? lte(orders.placedAt, asOf) : undefined))
        .orderBy(desc(orders.id))
        .limit(RECENT_ORDERS),
    ]);
    return {
      ...customer,
      admin: role === 'admin',
      closed: closedAt !== null,
      balance,
      ledger: { ...proof, agrees: ledgerAgrees(ledger) },
      entries: keyPage(entries, ENTRIES_A_PAGE, ({ seq }) => seq),
      recentOrders: recentOrders.map((order) => ({ ...order, shopper: customer.name })),
      readAt,
    };
  });
}

async function listCustomerEntries(
  { orm }: OpenTransaction,
  userId: number,
  kind: EntryKind | null,
  before: number,
): Promise<CustomerEntryView[]> {
  const rows = await orm
    .select({
      seq: walletEntries.seq,
      at: walletEntries.createdAt,
      kind: walletEntries.kind,
      amount: walletEntries.amount,
      balanceAfter: walletEntries.balanceAfter,
      orderId: walletEntries.orderId,
      reason: walletEntries.reason,
      actor: users.name,
    })
    .from(walletEntries)
    .innerJoin(users, eq(users.id, walletEntries.actorUserId))
    .where(
      and(
        eq(walletEntries.userId, userId),
        kind === null ? undefined : eq(walletEntries.kind, kind),
        lt(walletEntries.seq, before),
      ),
    )
    .orderBy(desc(walletEntries.seq))
    .limit(ENTRIES_A_PAGE + 1);
  return rows.map((entry) => ({ ...entry, number: formatEntryNumber(userId, entry.seq) }));
}

/** What an adjustment did, to be stated after it; null: this wallet has no such adjustment. */
export async function getAdjustment(userId: number, seq: number): Promise<AdjustedView | null> {
  await adminOnly();
  const [entry] = await database()
    .orm.select({
      amount: walletEntries.amount,
      balanceAfter: walletEntries.balanceAfter,
      reason: walletEntries.reason,
    })
    .from(walletEntries)
    .where(
      and(
        eq(walletEntries.userId, userId),
        eq(walletEntries.seq, seq),
        eq(walletEntries.kind, 'adjustment'),
      ),
    );
  if (!entry) return null;
  const { amount, balanceAfter, reason } = entry;
  return { seq, amount, balanceAfter, balanceBefore: balanceAfter - amount, reason: reason ?? '' };
}
