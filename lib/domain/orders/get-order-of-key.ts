import { and, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { idempotencyKeys } from '@/db/schema';

/**
 * The order that a checkout form's key already bought (spec.md: Idempotency).
 * @returns null when the key bought none
 */
export async function getOrderOfKey(
  db: Database,
  userId: number,
  key: string,
): Promise<number | null> {
  const [row] = await db.orm
    .select({ result: idempotencyKeys.result })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.userId, userId),
        eq(idempotencyKeys.action, 'checkout'),
        eq(idempotencyKeys.key, key),
      ),
    );
  return (row?.result as { orderId: number } | null | undefined)?.orderId ?? null;
}
