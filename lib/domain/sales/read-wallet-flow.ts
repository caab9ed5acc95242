import type { TransactionSql } from '@/db/client';
import { type Won, won } from '../money';
import type { Moment } from './moment';
import type { SalesPeriod } from './period-rules';
import { bucketOf } from './sales-scope';

/** What moved in all wallets in a stretch of time; won, each with its sign. */
export interface WalletFlow {
  topUps: Won;
  /** Not positive. */
  payments: Won;
  refunds: Won;
  adjustments: Won;
}

/** What wallets hold and what moved in them (admin.md: Wallet liability). Top-ups are never sales. */
export interface WalletBooks {
  /** Held when the period began, and by its last instant: opening and every flow added up. */
  opening: Won;
  closing: Won;
  /** Held by the last instant of the compared period; null: compared with none. */
  before: Won | null;
  /** One an hour, day or week of the period. */
  flows: WalletFlow[];
}

const STILL: WalletFlow = { topUps: 0, payments: 0, refunds: 0, adjustments: 0 };

/**
 * The wallets of the whole shop over a period. Looked back at from an instant in the past it is
 * counted from entries alone; now, what is held less what moved since saves adding them all up.
 *
 * @param before the last instant of the compared period, null: none
 */
export async function readWalletBooks(
  sql: TransactionSql,
  period: SalesPeriod,
  before: Date | null,
  moment: Moment,
): Promise<WalletBooks> {
  const { start, until } = period;
  const earlier = before ?? start;
  const [[held], moved] = await Promise.all([
    moment.live
      ? sql<{ opening: Won; before: Won }[]>`
          select h.won - coalesce(sum(e.amount) filter (where e.created_at >= ${start}), 0)::bigint
              as opening,
            h.won - coalesce(sum(e.amount) filter (where e.created_at > ${earlier}), 0)::bigint
              as before
          from (select coalesce(sum(balance), 0)::bigint as won from wallets) h
          left join wallet_entries e on e.created_at >= least(${start}::timestamptz, ${earlier})
          group by h.won`
      : sql<{ opening: Won; before: Won }[]>`
          select coalesce(sum(amount) filter (where created_at < ${start}), 0)::bigint as opening,
            coalesce(sum(amount) filter (where created_at <= ${earlier}), 0)::bigint as before
          from wallet_entries where created_at <= ${until}`,
    sql<({ bucket: number } & WalletFlow)[]>`
      select ${bucketOf(sql, period, 'created')} as bucket,
        coalesce(sum(amount) filter (where kind = 'top_up'), 0)::bigint as "topUps",
        coalesce(sum(amount) filter (where kind = 'payment'), 0)::bigint as payments,
        coalesce(sum(amount) filter (where kind = 'refund'), 0)::bigint as refunds,
        coalesce(sum(amount) filter (where kind = 'adjustment'), 0)::bigint as adjustments
      from wallet_entries where created_at between ${start} and ${until} group by 1`,
  ]);
  const flows = Array.from({ length: period.buckets }, () => STILL);
  for (const { bucket, ...flow } of moved) flows[bucket] = flow;
  const opening = held?.opening ?? 0;
  const closing = flows.reduce((sum, flow) => won(sum + netFlow(flow)), opening);
  return { opening, closing, before: before && (held?.before ?? 0), flows };
}

/** What the wallets gained in a stretch of time; negative: lost. */
export function netFlow({ topUps, payments, refunds, adjustments }: WalletFlow): Won {
  return won(topUps + payments + refunds + adjustments);
}
