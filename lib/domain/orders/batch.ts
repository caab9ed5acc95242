import type { Press } from '../idempotency/batch-store';
import type { OrderCommand, PlacedOrder } from './rules';

/** A press of the pay button on its way through a batch. */
export interface OrderRequest extends Press<OrderCommand> {
  /** What it is believed to buy (`createBatchQueue`: `wantsOf`). */
  productIds: readonly number[];
}

/** An accepted request with the number that its order is stored under. */
export interface AcceptedOrder {
  request: OrderRequest;
  orderId: number;
  order: PlacedOrder;
}
