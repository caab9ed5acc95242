import type { Database } from '@/db/client';
import { orderAmounts } from '../orders/order-amounts';
import { andInHour } from '../seoul-hour';
import type { Moment } from './moment';
import { type SalesPeriod, type SalesUnit, salesPeriod } from './period-rules';
import { type LostSides, readLostSides } from './read-lost-demand';
import { placedIn } from './sales-scope';

/** Which lost attempts are asked for. Null: all of them. */
export interface LostQuestion {
  /** Seoul days, both counted in. */
  from: string;
  to: string;
  unit: SalesUnit;
  productId: number | null;
  /** The hour of the Seoul day, 0 to 23. */
  hour: number | null;
  /** Code of the last refusal; it leaves `byReason` whole. */
  reason: string | null;
}

/** Checkouts that came to nothing, and what they would have brought. */
export interface LostDemand extends LostSides {
  period: SalesPeriod;
  /** Orders of the same days, hour and product, which the attempts are held against. */
  orders: number;
}

/**
 * Reads the lost demand of some days from one REPEATABLE READ snapshot (admin.md: Checkout success).
 *
 * @param page attempts older than `before`, at most `limit`; and how many products are named
 */
export async function getLostDemand(
  db: Database,
  { reason, productId, hour, ...question }: LostQuestion,
  page: { before: number | null; limit: number; products: number },
  moment: Moment,
): Promise<LostDemand> {
  const { asOf } = moment;
  const period = salesPeriod(question, question.unit, asOf);
  const scope = { productId, hour, asOf };
  return db.sql.begin('isolation level repeatable read read only', async (sql) => {
    const { orders } = orderAmounts(sql, productId);
    const [sides, [counted]] = await Promise.all([
      readLostSides(sql, period, scope, { reason, ...page }, moment),
      sql<{ orders: number }[]>`
        select count(*)::int as orders from ${orders}
        where ${placedIn(sql, period)} ${andInHour(sql, sql`o.placed_at`, hour)}`,
    ]);
    return { ...sides, period, orders: counted?.orders ?? 0 };
  });
}
