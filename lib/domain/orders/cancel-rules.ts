export type OrderStatus = 'paid' | 'fulfilled' | 'cancelled';

/** Who asks: the shopper for an own order, an admin for any. */
export interface Actor {
  userId: number;
  role: 'shopper' | 'admin';
}

export type CancelDecision = 'cancel' | 'alreadyCancelled' | 'notFound' | 'alreadyFulfilled';

/**
 * Whether an order can be cancelled (spec.md: Cancel). Another shopper's order is as absent as one
 * that never was.
 */
export function decideCancel(
  order: { userId: number; status: OrderStatus } | null,
  actor: Actor,
): CancelDecision {
  if (!order || (actor.role !== 'admin' && order.userId !== actor.userId)) return 'notFound';
  if (order.status === 'cancelled') return 'alreadyCancelled';
  if (order.status === 'fulfilled') return 'alreadyFulfilled';
  return 'cancel';
}
