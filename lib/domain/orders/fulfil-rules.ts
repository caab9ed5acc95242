import type { OrderStatus } from './cancel-rules';

export type FulfilDecision = 'fulfil' | 'alreadyFulfilled' | 'alreadyCancelled' | 'notFound';

/** Whether an order can be marked as fulfilled: a paid one can (spec.md: Cancel). */
export function decideFulfil(order: { status: OrderStatus } | null): FulfilDecision {
  if (!order) return 'notFound';
  if (order.status === 'cancelled') return 'alreadyCancelled';
  return order.status === 'fulfilled' ? 'alreadyFulfilled' : 'fulfil';
}
