import type { Database } from '@/db/client';
import type { Won } from '../money';
import { done, type Outcome, refused } from '../result';
import { type AdjustmentLimits, type AdjustmentRefusal, decideAdjustment } from './adjust-rules';
import { getBalance } from './get-balance';

/** What an adjustment would do now, for the look before it is confirmed. Nothing is done. */
export async function quoteAdjustment(
  db: Database,
  { customerId, amount }: { customerId: number; amount: Won },
  limits: AdjustmentLimits,
): Promise<Outcome<{ balanceBefore: Won; balanceAfter: Won }, AdjustmentRefusal>> {
  const found = await getBalance(db, customerId);
  const refusal = decideAdjustment(found.ok ? found.value : null, amount, null, limits);
  if (!found.ok || refusal) return refused(refusal ?? { code: 'UNKNOWN_CUSTOMER' });
  const { balance } = found.value;
  return done({ balanceBefore: balance, balanceAfter: balance + amount });
}
