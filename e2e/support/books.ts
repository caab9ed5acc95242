import type { Database } from '@/db/client';

/** The rows that a client's log is checked against (`check-history.ts`). */
export interface Books {
  keys: {
    userId: number;
    action: string;
    key: string;
    /** Null: claimed and never finished. */
    result: Record<string, unknown> | null;
  }[];
  entries: {
    userId: number;
    seq: number;
    kind: 'top_up' | 'payment' | 'refund' | 'adjustment';
    amount: number;
    balanceAfter: number;
    orderId: number | null;
    actorUserId: number;
  }[];
  orders: {
    id: number;
    userId: number;
    status: 'paid' | 'fulfilled' | 'cancelled';
    total: number;
  }[];
  movements: {
    id: number;
    kind: 'opening' | 'sale' | 'return' | 'restock' | 'correction';
    delta: number;
    quantityAfter: number;
    actorUserId: number | null;
    productId: number;
    orderId: number | null;
  }[];
  /** Uses of coupons. */
  redemptions: { orderId: number; reversed: boolean }[];
  /** Orders marked as sent, by whom. */
  fulfilments: { orderId: number; actorUserId: number }[];
}

/** Reads the books from one snapshot. */
export async function openBooks({ sql }: Database): Promise<Books> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    const [keys, entries, orders, movements, redemptions, fulfilments] = await Promise.all([
      tx<Books['keys']>`
        select user_id as "userId", action::text, key::text, result from idempotency_keys
        order by created_at, key`,
      tx<Books['entries']>`
        select user_id as "userId", seq, kind::text, amount, balance_after as "balanceAfter",
          order_id as "orderId", actor_user_id as "actorUserId"
        from wallet_entries order by user_id, seq`,
      tx<Books['orders']>`
        select id, user_id as "userId", status::text, total from orders order by id`,
      tx<Books['movements']>`
        select id, kind::text, delta, quantity_after as "quantityAfter",
          actor_user_id as "actorUserId", product_id as "productId", order_id as "orderId"
        from stock_movements order by id`,
      tx<Books['redemptions']>`
        select order_id as "orderId", reversed_at is not null as reversed from redemptions
        order by order_id`,
      tx<Books['fulfilments']>`
        select entity_id::bigint as "orderId", actor_user_id as "actorUserId" from audit_log
        where action = 'order.fulfil' order by id`,
    ]);
    return {
      keys: [...keys],
      entries: [...entries],
      orders: [...orders],
      movements: [...movements],
      redemptions: [...redemptions],
      fulfilments: [...fulfilments],
    };
  });
}
