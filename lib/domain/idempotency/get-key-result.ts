import { and, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { idempotencyKeys } from '@/db/schema';
import type { ChangedStock } from '../catalog/change-stock';
import type { Adjusted } from '../wallet/adjust-wallet';
import type { ToppedUp } from '../wallet/rules';

/** What the forms' keys answer, by action. */
interface KeyResults {
  checkout: { orderId: number };
  top_up: ToppedUp;
  adjustment: Adjusted;
  restock: ChangedStock;
}

/**
 * The first result of a form's key (spec.md: Idempotency).
 * @returns null when the key of this user has done nothing, as far as is committed
 */
export async function getKeyResult<Action extends keyof KeyResults>(
  db: Database,
  { userId, action, key }: { userId: number; action: Action; key: string },
): Promise<KeyResults[Action] | null> {
  const [row] = await db.orm
    .select({ result: idempotencyKeys.result })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.userId, userId),
        eq(idempotencyKeys.action, action),
        eq(idempotencyKeys.key, key),
      ),
    );
  return (row?.result as KeyResults[Action] | undefined) ?? null;
}
