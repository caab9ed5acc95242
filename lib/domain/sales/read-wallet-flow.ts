import type { TransactionSql } from '@/db/client';
import { type Won, won } from '../money';
import { startOfSeoulDay } from '../seoul-day';
import type { SalesPeriod } from './period-rules';
import { type ClosedDays, heldAt, splitPeriod } from './read-closed-days';
import { netFlow, type WalletFlow } from './rules';
import { bucketOf } from './sales-scope';

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
const KINDS = Object.values(FLOW_OF);
const STILL: WalletFlow = { topUps: 0, payments: 0, refunds: 0, adjustedUp: 0, adjustedDown: 0 };

/**
 * The wallets of the whole shop over a period, counted from entries alone: those of closed days have
 * been added up.
 *
 * @param before the last instant of the compared period, null: none
 * @param days of the same snapshot
 */
export async function readWalletBooks(
  sql: TransactionSql,
  period: SalesPeriod,
  before: Date | null,
  days: ClosedDays,
): Promise<WalletBooks> {
  const { closed, open } = splitPeriod(period, days);
  const [opening, heldBefore, moved] = await Promise.all([
    heldAt(sql, days, new Date(period.start.getTime() - 1)),
    before && heldAt(sql, days, before),
    open
      ? sql<{ bucket: number; kind: keyof typeof FLOW_OF; amount: Won }[]>`
          select ${bucketOf(sql, period, 'created')} as bucket,
            case when kind <> 'adjustment' then kind::text
              when amount > 0 then 'adjustment_up' else 'adjustment_down' end as kind,
            sum(amount)::bigint as amount
          from wallet_entries
          where created_at >= ${startOfSeoulDay(open.from)} and created_at <= ${open.until}
          group by 1, 2`
      : [],
  ]);
  const flows = Array.from({ length: period.buckets }, () => ({ ...STILL }));
  const add = (bucket: number, kind: keyof WalletFlow, amount: Won) => {
    const flow = flows[bucket];
    if (flow) flow[kind] = won(flow[kind] + amount);
  };
  for (const day of closed) for (const kind of KINDS) add(day.bucket, kind, day[kind]);
  for (const { bucket, kind, amount } of moved) add(bucket, FLOW_OF[kind], amount);
  const closing = flows.reduce((total, flow) => won(total + netFlow(flow)), opening);
  return { opening, closing, before: heldBefore, flows };
}
