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
  /** Adjustments that added, and, not positive, those that took away. */
  adjustedUp: Won;
  adjustedDown: Won;
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

const FLOW_OF = {
  top_up: 'topUps',
  payment: 'payments',
  refund: 'refunds',
  adjustment_up: 'adjustedUp',
  adjustment_down: 'adjustedDown',
} as const;
const STILL: WalletFlow = { topUps: 0, payments: 0, refunds: 0, adjustedUp: 0, adjustedDown: 0 };

interface Moved {
  /** Of the period; -1: before it, -2: after it. */
  bucket: number;
  kind: keyof typeof FLOW_OF;
  amount: Won;
  /** What of it moved after the compared period. */
  later: Won;
}

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
  { live }: Moment,
): Promise<WalletBooks> {
  const { start, until, buckets } = period;
  const earlier = before ?? start;
  const [[wallets], moved] = await Promise.all([
    sql<{ held: Won }[]>`
      select coalesce(sum(balance), 0)::bigint as held from wallets where ${live}::boolean`,
    sql<Moved[]>`
      select case when created_at < ${start} then -1 when created_at > ${until} then -2
          else ${bucketOf(sql, period, 'created')} end as bucket,
        case when kind <> 'adjustment' then kind::text
          when amount > 0 then 'adjustment_up' else 'adjustment_down' end as kind,
        sum(amount)::bigint as amount,
        coalesce(sum(amount) filter (where created_at > ${earlier}), 0)::bigint as later
      from wallet_entries
      where ${
        live
          ? sql`created_at >= least(${start}::timestamptz, ${earlier})`
          : sql`created_at <= ${until}`
      }
      group by 1, 2`,
  ]);
  const sum = (part: (entry: Moved) => Won) =>
    moved.reduce((total, entry) => won(total + part(entry)), 0);
  const held = wallets?.held ?? 0;
  const opening = live
    ? won(held - sum(({ bucket, amount }) => (bucket === -1 ? 0 : amount)))
    : sum(({ bucket, amount }) => (bucket === -1 ? amount : 0));
  const flows = Array.from({ length: buckets }, () => ({ ...STILL }));
  for (const { bucket, kind, amount } of moved) {
    const flow = flows[bucket];
    if (flow) flow[FLOW_OF[kind]] = amount;
  }
  return {
    opening,
    closing: flows.reduce((total, flow) => won(total + netFlow(flow)), opening),
    before:
      before &&
      (live
        ? won(held - sum(({ later }) => later))
        : sum(({ amount, later }) => won(amount - later))),
    flows,
  };
}

/** What the wallets gained in a stretch of time; negative: lost. */
export function netFlow(flow: WalletFlow): Won {
  return Object.values(flow).reduce<Won>((net, moved) => won(net + moved), 0);
}
