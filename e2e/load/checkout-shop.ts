import type { Database } from '@/db/client';

/** A shop of the benchmark's own: shoppers with a filled wallet and one full cart each. */
export interface BenchShop {
  shoppers: number;
  products: number;
}

const OPENING_QUANTITY = 1_000_000;
const OPENING_BALANCE = 1_000_000_000;
const PRICE = 1_000;

/** Fills an empty, migrated database. Bulk statements: how it is filled is not measured. */
export async function fillBenchShop(
  { sql }: Database,
  { shoppers, products }: BenchShop,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`insert into categories (slug, name_ko, name_en, position)
      values ('bench', '측정', 'Bench', 1)`;
    await tx`insert into products (slug, category_slug, name_ko, name_en, description_ko,
        description_en, price, art, created_at, updated_at)
      select 'product-' || i, 'bench', '상품 ' || i, 'Product ' || i, '측정', 'Bench', ${PRICE},
        'bench', now(), now()
      from generate_series(1, ${products}::int) i`;
    await tx`insert into stock select id, ${OPENING_QUANTITY}::int from products`;
    await tx`insert into stock_movements (product_id, kind, delta, quantity_after, created_at)
      select id, 'opening', ${OPENING_QUANTITY}::int, ${OPENING_QUANTITY}::int, now() from products`;
    await tx`insert into users (email, name, created_at)
      select 'shopper-' || i || '@example.com', 'Shopper ' || i, now()
      from generate_series(1, ${shoppers}::int) i`;
    await tx`insert into wallets select id, ${OPENING_BALANCE}::bigint, 1 from users`;
    await tx`insert into wallet_entries
        (user_id, seq, kind, amount, balance_after, actor_user_id, reason, created_at)
      select id, 1, 'adjustment', ${OPENING_BALANCE}::bigint, ${OPENING_BALANCE}::bigint, id, 'bench',
        now()
      from users`;
    await tx`insert into idempotency_keys
        (user_id, action, key, request_hash, result, created_at)
      select user_id, 'adjustment', gen_random_uuid(), '',
        jsonb_build_object('customerId', user_id, 'amount', amount, 'balanceAfter', balance_after,
          'entrySeq', seq),
        created_at
      from wallet_entries`;
    await tx`insert into carts (id, user_id, updated_at) overriding system value
      select id, id, now() from users`;
  });
}

/**
 * Puts one unit into every cart.
 * @param spread how many products the carts share out; 1: everybody buys the same one
 * @param from the first shopper whose cart is filled anew
 */
export async function fillCarts({ sql }: Database, spread: number, from = 1): Promise<void> {
  await sql`delete from cart_lines where cart_id >= ${from}`;
  await sql`insert into cart_lines (cart_id, product_id, quantity, seen_price, added_at)
    select id, 1 + id % ${spread}::int, 1, ${PRICE}, now() from carts where id >= ${from}`;
}

/** What `fillCarts` puts into a shopper's cart; carts are numbered as their shoppers are. */
export const productOf = (userId: number, spread: number): number => 1 + (userId % spread);
