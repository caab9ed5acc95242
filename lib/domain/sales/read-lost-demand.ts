import type { TransactionSql } from '@/db/client';
import type { Won } from '../money';
import type { SalesPeriod } from './period-rules';
import type { SalesScope } from './sales-scope';

/** Attempts to check out that came to nothing, and what they would have brought. */
export interface LostAttempts {
  attempts: number;
  /** Won, after the coupon; attempts that could not be priced count nothing. */
  lost: Won;
}

export interface LostByReason extends LostAttempts {
  /** Code of the refusal. */
  reason: string;
}

/**
 * The attempts that were lost in a period, as rows `a` for a `from`: distinct keys whose last
 * refusal lies in it and that no order has come of by the instant looked from (admin.md: Checkout
 * success). With a product, those that wanted it, with its line alone as `lost`.
 */
export function lostAttempts(
  sql: TransactionSql,
  { start, until }: SalesPeriod,
  { productId, asOf }: Pick<SalesScope, 'productId' | 'asOf'>,
  reason: string | null = null,
) {
  const lost =
    productId === null
      ? sql`coalesce(r.total, 0)`
      : sql`(select (l->>'unitPrice')::bigint * (l->>'quantity')::int
              - coalesce((l->>'discountShare')::bigint, 0)
            from jsonb_array_elements(r.lines) l where (l->>'productId')::bigint = ${productId})`;
  const wanted =
    productId === null
      ? sql``
      : sql`and r.lines @> jsonb_build_array(jsonb_build_object('productId', ${productId}::bigint))`;
  return sql`(
    select r.id, r.user_id, r.reason, r.lines, r.created_at, ${lost} as lost
    from checkout_attempts r
    where r.created_at between ${start} and ${until} ${wanted}
      ${reason === null ? sql`` : sql`and r.reason = ${reason}`}
      and not exists (select from checkout_attempts later where later.user_id = r.user_id
        and later.key = r.key and later.id > r.id and later.created_at <= ${asOf})
      and not exists (select from idempotency_keys k where k.key = r.key
        and k.user_id = r.user_id and k.action = 'checkout' and k.created_at <= ${asOf})
  ) a`;
}

/** Lost attempts by the reason of their last refusal, the dearest first. */
export async function readLostByReason(
  sql: TransactionSql,
  period: SalesPeriod,
  scope: Pick<SalesScope, 'productId' | 'asOf'>,
): Promise<LostByReason[]> {
  return sql<LostByReason[]>`
    select reason, count(*)::int as attempts, sum(lost)::bigint as lost
    from ${lostAttempts(sql, period, scope)}
    group by reason order by sum(lost) desc, count(*) desc, reason`;
}
