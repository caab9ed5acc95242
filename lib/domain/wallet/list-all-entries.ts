import type { Database } from '@/db/client';
import type { walletEntryKind } from '@/db/schema';
import type { Won } from '../money';
import { heldAt, readClosedDays } from '../sales/read-closed-days';
import { addDays, startOfSeoulDay } from '../seoul-day';
import { andInHour } from '../seoul-hour';

type EntryKind = (typeof walletEntryKind.enumValues)[number];

/** Which entries are asked for, of all wallets. */
export interface EntryQuestion {
  /** Seoul days, both counted in. */
  from: string;
  to: string;
  /** The hour of the Seoul day, 0 to 23; null: every one. */
  hour: number | null;
  /** Null: every kind. */
  kind: EntryKind | null;
}

/** Where a page of entries ended: many share an instant, so wallet and number decide. */
export interface EntryKey {
  at: Date;
  userId: number;
  seq: number;
}

export interface ShopEntry extends EntryKey {
  kind: EntryKind;
  /** Won with its sign. */
  amount: Won;
  balanceAfter: Won;
  shopper: string;
  orderId: number | null;
  reason: string | null;
}

/**
 * Entries of all wallets, the newest first, with what all of the chosen ones come to: the rows
 * behind the wallet liability (admin.md).
 *
 * @param page entries older than `before`, at most `limit`
 * @param asOf what came later is left out
 * @returns `opening`: what all wallets held before the first day, to which `sum` leads; null where
 *   only some of the entries are asked for
 */
export async function listAllEntries(
  db: Database,
  { from, to, hour, kind }: EntryQuestion,
  { before, limit }: { before: EntryKey | null; limit: number },
  asOf: Date,
): Promise<{ entries: ShopEntry[]; count: number; sum: Won; opening: Won | null }> {
  const start = startOfSeoulDay(from);
  const end = Math.min(startOfSeoulDay(addDays(to, 1)).getTime() - 1, asOf.getTime());
  return db.sql.begin('isolation level repeatable read read only', async (sql) => {
    const chosen = sql`e.created_at between ${start} and ${new Date(end)}
      ${andInHour(sql, sql`e.created_at`, hour)}
      ${kind === null ? sql`` : sql`and e.kind = ${kind}`}`;
    const older =
      before === null
        ? sql``
        : sql`and (e.created_at, e.user_id, e.seq) <
            (${before.at}::timestamptz, ${before.userId}::bigint, ${before.seq}::bigint)`;
    const whole = kind === null && hour === null;
    const [rows, [all], opening] = await Promise.all([
      sql<(Omit<ShopEntry, 'at'> & { at: string })[]>`
        select e.created_at as at, e.user_id as "userId", e.seq, e.kind, e.amount,
          e.balance_after as "balanceAfter", u.name as shopper, e.order_id as "orderId", e.reason
        from wallet_entries e join users u on u.id = e.user_id
        where ${chosen} ${older}
        order by e.created_at desc, e.user_id desc, e.seq desc limit ${limit}`,
      sql<{ count: number; sum: Won }[]>`
        select count(*)::int as count, coalesce(sum(e.amount), 0)::bigint as sum
        from wallet_entries e where ${chosen}`,
      whole
        ? heldAt(sql, await readClosedDays(sql, from, start), new Date(start.getTime() - 1))
        : null,
    ]);
    return {
      entries: rows.map((row) => ({ ...row, at: new Date(row.at) })),
      count: all?.count ?? 0,
      sum: all?.sum ?? 0,
      opening,
    };
  });
}
