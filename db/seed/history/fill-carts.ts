import type { Database } from '@/db/client';

/** What a cart is to hold before its owner presses the pay button. */
export interface CartContent {
  userId: number;
  /** Instant in ms. */
  at: number;
  lines: { productId: number; quantity: number; seenPrice: number }[];
}

/**
 * Sets the carts of many shoppers at once, whatever they held before. `addToCart` would take them one
 * by one, and would not put in what was sold out by the time that its owner came to pay.
 */
export async function fillCarts({ sql }: Database, carts: CartContent[]): Promise<void> {
  if (carts.length === 0) return;
  const owners = JSON.stringify(
    carts.map(({ userId, at }) => ({ user_id: userId, at: new Date(at) })),
  );
  const lines = JSON.stringify(
    carts.flatMap(({ userId, at, lines: content }) =>
      content.map(({ productId, quantity, seenPrice }, i) => ({
        user_id: userId,
        product_id: productId,
        quantity,
        seen_price: seenPrice,
        // A few seconds apart, in the order of the lines.
        added_at: new Date(at - (content.length - i) * 40_000),
      })),
    ),
  );
  await sql.begin((tx) =>
    Promise.all([
      tx`
        insert into carts (user_id, updated_at)
        select user_id, at
        from json_to_recordset(${owners}::text::json) as o(user_id bigint, at timestamptz)
        order by user_id
        on conflict (user_id)
          do update set last_order_id = null, updated_at = excluded.updated_at`,
      tx`
        delete from cart_lines l
        using carts c, json_to_recordset(${owners}::text::json) as o(user_id bigint)
        where c.user_id = o.user_id and l.cart_id = c.id`,
      tx`
        insert into cart_lines (cart_id, product_id, quantity, seen_price, added_at)
        select c.id, l.product_id, l.quantity, l.seen_price, l.added_at
        from json_to_recordset(${lines}::text::json) as l(user_id bigint, product_id bigint,
          quantity int, seen_price bigint, added_at timestamptz)
        join carts c on c.user_id = l.user_id`,
    ]),
  );
}
