import type { Sql, TransactionSql } from '@/db/client';
import type { Won } from '../money';

/** A wallet's balance beside what its entries say, all of one instant. */
export interface Ledger {
  balance: Won;
  /** How many entries there are. */
  entries: number;
  /** All of them added up anew. */
  entriesTotal: Won;
  /**
   * The first entry that does not follow from the ones before it by number or by balance; null: each
   * does.
   */
  firstBrokenSeq: number | null;
  /** Seoul months with entries, the latest first: `2026-11`. */
  months: string[];
}

/**
 * Adds up every entry of a wallet and lays the sum beside the balance (spec.md: Wallet). One
 * statement, so that a payment in between cannot look like a fault.
 *
 * @param at as it stood then, from its entries alone: cut after the last one that was made by then, in
 *   the order in which they were written, so that it is a state that the wallet was in; null: now
 * @returns null when there is no such user; nothing is created
 */
export async function getLedger(
  { sql }: { sql: Sql | TransactionSql },
  userId: number,
  at: Date | null = null,
): Promise<Ledger | null> {
  const balance = at ? sql`coalesce(e."lastBalance", 0) as balance` : sql`w.balance`;
  const until = at
    ? sql`and seq <= (select max(seq) from wallet_entries
        where user_id = u.id and created_at <= ${at.toISOString()})`
    : sql``;
  const [ledger] = await sql<Ledger[]>`
    select ${balance}, e.entries, e."entriesTotal", e."firstBrokenSeq", e.months
    from users u
    join wallets w on w.user_id = u.id
    cross join lateral (
      select count(*) as entries, coalesce(sum(amount), 0)::bigint as "entriesTotal",
        min(seq) filter (where seq <> place or balance_after <> running) as "firstBrokenSeq",
        (array_agg(balance_after order by seq desc))[1] as "lastBalance",
        coalesce(json_agg(distinct month order by month desc), '[]') as months
      from (
        select seq, amount, balance_after,
          row_number() over so_far as place, sum(amount) over so_far as running,
          to_char(created_at at time zone 'Asia/Seoul', 'YYYY-MM') as month
        from wallet_entries where user_id = u.id ${until}
        window so_far as (order by seq)
      ) chain
    ) e
    where u.id = ${userId}`;
  return ledger ?? null;
}

/** Whether balance and entries tell the same story. */
export function ledgerAgrees({ balance, entriesTotal, firstBrokenSeq }: Ledger): boolean {
  return balance === entriesTotal && firstBrokenSeq === null;
}
