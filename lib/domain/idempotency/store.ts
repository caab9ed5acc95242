import { and, eq } from 'drizzle-orm';
import { idempotencyKeys } from '@/db/schema';
import type { Transaction } from '../transaction';
import { decideClaim, type IdempotentAction, type KeyClaim } from './rules';

export interface KeyedRequest {
  userId: number;
  action: IdempotentAction;
  /** UUID made when the form was rendered. */
  key: string;
  requestHash: string;
}

const sameKey = ({ userId, action, key }: KeyedRequest) =>
  and(
    eq(idempotencyKeys.userId, userId),
    eq(idempotencyKeys.action, action),
    eq(idempotencyKeys.key, key),
  );

/**
 * Claims a key for this transaction. A concurrent twin waits here until the first one ends:
 * it then finds the first result, or, after a refusal, claims the key itself.
 */
export async function claimKey(
  tx: Transaction,
  request: KeyedRequest,
  now: Date,
): Promise<KeyClaim> {
  const inserted = await tx.orm
    .insert(idempotencyKeys)
    .values({ ...request, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (inserted.length > 0) return { kind: 'claimed' };
  const [taken] = await tx.orm.select().from(idempotencyKeys).where(sameKey(request));
  if (!taken) throw new Error('a taken idempotency key vanished');
  return decideClaim(taken, request.requestHash);
}

/** Stores the answer to repeat under a claimed key. */
export async function finishKey(
  tx: Transaction,
  request: KeyedRequest,
  result: unknown,
): Promise<void> {
  await tx.orm.update(idempotencyKeys).set({ result }).where(sameKey(request));
}
