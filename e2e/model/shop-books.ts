import type { Database } from '@/db/client';

/** Whose rows belong to a model; the shop may have others. */
export interface Cast {
  shoppers: number[];
  /** Whose keys are read beside the shoppers'. */
  operator: number;
  products: number[];
  codes: string[];
}

/** The shop's rows in the words of `expected-books.ts`, from one snapshot. */
export async function readShop({ sql }: Database, { shoppers, operator, products, codes }: Cast) {
  const users = sql.typed.bigintArray(shoppers);
  const senders = sql.typed.bigintArray([operator, ...shoppers]);
  const goods = sql.typed.bigintArray(products);
  const codeList = JSON.stringify(codes);
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    const ms = (column: string) => tx`round(extract(epoch from ${tx(column)}) * 1000)::bigint`;
    const [wallets, entries, carts, cartLines, stock, movements, coupons, orders, lines, keys] =
      await Promise.all([
        tx<{ userId: number; balance: number; lastSeq: number }[]>`
          select user_id as "userId", balance, last_seq as "lastSeq" from wallets
          where user_id = any(${users}) order by 1`,
        tx<
          {
            userId: number;
            kind: string;
            amount: number;
            balanceAfter: number;
            orderId: number | null;
            at: number;
          }[]
        >`
          select user_id as "userId", kind::text, amount, balance_after as "balanceAfter",
            order_id as "orderId", ${ms('created_at')} as at
          from wallet_entries where user_id = any(${users}) order by user_id, seq`,
        tx<{ userId: number; lastOrderId: number | null }[]>`
          select user_id as "userId", last_order_id as "lastOrderId" from carts
          where user_id = any(${users})`,
        tx<{ userId: number; productId: number; quantity: number }[]>`
          select user_id as "userId", product_id as "productId", quantity
          from carts join cart_lines on cart_id = carts.id
          where user_id = any(${users}) order by added_at, product_id`,
        tx<{ productId: number; price: number; published: boolean; quantity: number }[]>`
          select product_id as "productId", price, published, quantity
          from stock join products on products.id = product_id
          where product_id = any(${goods}) order by 1`,
        tx<
          {
            productId: number;
            kind: string;
            delta: number;
            quantityAfter: number;
            orderId: number | null;
          }[]
        >`
          select product_id as "productId", kind::text, delta, quantity_after as "quantityAfter",
            order_id as "orderId"
          from stock_movements where product_id = any(${goods}) order by id`,
        tx<{ code: string; enabled: boolean; used: number }[]>`
          select code, enabled, used from coupons join coupon_usage on coupon_id = coupons.id
          where code in (select json_array_elements_text(${codeList}::text::json))
          order by code collate "C"`,
        tx<Omit<ShopOrder, 'lines'>[]>`
          select id, user_id as "userId", status::text, subtotal, discount, total,
            coupon_code as code, coupon_reason::text as reason, coupon_gap as gap,
            missed_discount as missed, ${ms('placed_at')} as "placedAt",
            ${ms('cancelled_at')} as "cancelledAt"
          from orders where user_id = any(${users}) order by id`,
        tx<({ orderId: number } & ShopOrder['lines'][number])[]>`
          select order_id as "orderId", product_id as "productId", unit_price as price, quantity,
            discount_share as share
          from order_lines where order_id in (select id from orders where user_id = any(${users}))
          order by 1, 2`,
        tx<{ id: string }[]>`
          select user_id || ' ' || action || ' ' || key as id from idempotency_keys
          where user_id = any(${senders}) and result is not null
          order by (user_id || ' ' || action || ' ' || key) collate "C"`,
      ]);
    return {
      wallets: wallets.map((wallet) => ({
        ...wallet,
        entries: of(entries, 'userId', wallet.userId),
      })),
      carts: wallets.map(({ userId }) => ({
        userId,
        lines: of(cartLines, 'userId', userId),
        lastOrderId: carts.find((cart) => cart.userId === userId)?.lastOrderId ?? null,
      })),
      stock: stock.map((row) => ({
        ...row,
        movements: of(movements, 'productId', row.productId),
      })),
      coupons: coupons.map((coupon) => ({ ...coupon })),
      orders: orders.map((order) => ({ ...order, lines: of(lines, 'orderId', order.id) })),
      keys: keys.map(({ id }) => id),
    };
  });
}

export type ShopBooks = Awaited<ReturnType<typeof readShop>>;

interface ShopOrder {
  id: number;
  userId: number;
  status: string;
  subtotal: number;
  discount: number;
  total: number;
  code: string | null;
  reason: string | null;
  gap: number | null;
  missed: number | null;
  placedAt: number;
  cancelledAt: number | null;
  lines: { productId: number; price: number; quantity: number; share: number }[];
}

/** The rows that belong to one owner, without the owner's number. */
function of<Row, Owner extends keyof Row>(
  rows: Iterable<Row>,
  owner: Owner,
  id: Row[Owner],
): Omit<Row, Owner>[] {
  return [...rows].filter((row) => row[owner] === id).map(({ [owner]: _, ...rest }) => rest);
}
