import 'server-only';
import { desc, eq, lt, sql } from 'drizzle-orm';
import { database } from '@/db';
import { orders, users, wallets } from '@/db/schema';
import type { CustomerRowView, KeyPage } from '@/lib/views/admin-lists';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

const CUSTOMERS_A_PAGE = 50;

/** Accounts with wallet and orders, the newest first. Orders that were cancelled do not count. */
export async function listCustomers(before: number | null): Promise<KeyPage<CustomerRowView>> {
  await adminOnly();
  const counted = sql`from ${orders} where ${orders.userId} = ${users.id} and ${orders.status} <> 'cancelled'`;
  const rows = await database()
    .orm.select({
      userId: users.id,
      name: users.name,
      email: users.email,
      joinedAt: users.createdAt,
      balance: wallets.balance,
      orders: sql<number>`(select count(*)::int ${counted})`,
      spent: sql<number>`(select coalesce(sum(${orders.total}), 0)::bigint ${counted})`,
    })
    .from(users)
    .innerJoin(wallets, eq(wallets.userId, users.id))
    .where(before === null ? undefined : lt(users.id, before))
    .orderBy(desc(users.id))
    .limit(CUSTOMERS_A_PAGE + 1);
  return keyPage(rows, CUSTOMERS_A_PAGE, ({ userId }) => userId);
}
