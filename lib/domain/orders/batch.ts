import type { OrderCommand, PlacedOrder } from './rules';

/** An order command on its way through a batch. No two of a batch carry one key of one shopper. */
export interface OrderRequest {
  command: OrderCommand;
  requestHash: string;
  /** The instant of the press. */
  now: Date;
  /** The press again, of `performance.now()`. */
  since: number;
  /** What it is believed to buy (`createBatchQueue`: `wantsOf`). */
  productIds: readonly number[];
}

/** An accepted request with the number that its order is stored under. */
export interface AcceptedOrder {
  request: OrderRequest;
  orderId: number;
  order: PlacedOrder;
}

export const keyOf = (userId: number, key: string) => `${userId}:${key}`;

/** The keys of requests as a PostgreSQL array literal; they are UUIDs and need no quotes. */
export const uuidList = (requests: OrderRequest[]) =>
  `{${requests.map(({ command }) => command.idempotencyKey).join(',')}}`;
