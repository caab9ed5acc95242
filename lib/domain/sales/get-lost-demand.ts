import type { Database } from '@/db/client';
import type { Moment } from './moment';
import { type SalesPeriod, type SalesUnit, salesPeriod } from './period-rules';
import {
  type LostAttempt,
  type LostAttempts,
  type LostByReason,
  type LostProduct,
  readLostAttempts,
  readLostByProduct,
  readLostByReason,
  readLostByTime,
} from './read-lost-demand';

/** Which lost attempts are asked for. Null: all of them. */
export interface LostQuestion {
  /** Seoul days, both counted in. */
  from: string;
  to: string;
  unit: SalesUnit;
  productId: number | null;
  /** Code of the last refusal; it leaves `byReason` whole. */
  reason: string | null;
}

/** Checkouts that came to nothing, and what they would have brought. */
export interface LostDemand {
  period: SalesPeriod;
  byReason: LostByReason[];
  /** One an hour, day or week of the period. */
  byTime: LostAttempts[];
  byProduct: LostProduct[];
  attempts: LostAttempt[];
}

/**
 * Reads the lost demand of some days from one REPEATABLE READ snapshot (admin.md: Checkout success).
 *
 * @param page attempts older than `before`, at most `limit`; and how many products are named
 */
export async function getLostDemand(
  db: Database,
  { reason, productId, ...question }: LostQuestion,
  page: { before: number | null; limit: number; products: number },
  { asOf }: Pick<Moment, 'asOf'>,
): Promise<LostDemand> {
  const period = salesPeriod(question, question.unit, asOf);
  const scope = { productId, asOf };
  return db.sql.begin('isolation level repeatable read read only', async (sql) => {
    const [byReason, byTime, byProduct, attempts] = await Promise.all([
      readLostByReason(sql, period, scope),
      readLostByTime(sql, period, scope, reason),
      readLostByProduct(sql, period, scope, { reason, limit: page.products }),
      readLostAttempts(sql, period, scope, { reason, before: page.before, limit: page.limit }),
    ]);
    return { period, byReason, byTime, byProduct, attempts };
  });
}
