import type { CouponTerms } from '../coupons/rules';
import type { Transaction } from '../transaction';
import {
  type CartLine,
  couponUserKey,
  type OrderCommand,
  type OrderState,
  type PlacedOrder,
} from './rules';

/** An order command on its way through a batch. No two of a batch carry one key of one shopper. */
export interface OrderRequest {
  command: OrderCommand;
  requestHash: string;
  /** The instant of the press. */
  now: Date;
}

/** An accepted request with the number that its order is stored under. */
export interface AcceptedOrder {
  request: OrderRequest;
  orderId: number;
  order: PlacedOrder;
}

export interface LoadedBatch {
  /** Keys that an earlier transaction finished, by `keyOf`. */
  taken: Map<string, { requestHash: string; result: unknown }>;
  state: OrderState;
  /** Numbers for the orders of this batch, one for each request. */
  orderIds: number[];
}

export const keyOf = (userId: number, key: string) => `${userId}:${key}`;

/**
 * Every statement of a batch touches a handful of rows by their key. The planner, which takes a
 * JSON list for 100 rows and a young table for an empty one, would rather read whole tables.
 */
const byIndexOnly = (sql: Transaction['sql']) => sql`
  select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
    set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
    set_config('plan_cache_mode', 'force_generic_plan', true)`;

/**
 * Flight 1 of protocol.md: claims the keys, then locks in the one order that every command keeps
 * (key → cart → wallet → stock by ascending id → coupon), then reads what waiting for a lock may
 * have changed. Sent together: it runs in order, in one round trip.
 */
export async function lockAndLoad(
  { sql }: Transaction,
  batch: OrderRequest[],
): Promise<LoadedBatch> {
  const users = sql.typed.bigintArray(distinct(batch.map(({ command }) => command.userId)));
  const givenCodes = distinct(batch.flatMap(({ command }) => command.couponCode ?? []));
  const codes = JSON.stringify(givenCodes);
  const whenCodes = <Row>(query: () => PromiseLike<Row[]>) =>
    givenCodes.length > 0 ? query() : [];
  const keys = JSON.stringify(
    batch.map(({ command, requestHash, now }) => ({
      user_id: command.userId,
      key: command.idempotencyKey,
      request_hash: requestHash,
      created_at: now,
    })),
  );
  const [, , taken, carts, wallets, stock, usage, lines, coupons, usedByShopper, ids] =
    await Promise.all([
      byIndexOnly(sql),
      sql`
        insert into idempotency_keys (user_id, action, key, request_hash, created_at)
        select user_id, 'checkout', key, request_hash, created_at
        from json_to_recordset(${keys}::text::json)
          as k(user_id bigint, key uuid, request_hash text, created_at timestamptz)
        where exists (select from users where id = k.user_id)
        order by user_id, key
        on conflict do nothing`,
      sql<{ user_id: number; key: string; request_hash: string; result: unknown }[]>`
        select i.user_id, i.key, i.request_hash, i.result
        from json_to_recordset(${keys}::text::json) as k(user_id bigint, key uuid)
        join idempotency_keys i
          on i.user_id = k.user_id and i.action = 'checkout' and i.key = k.key
        where i.result is not null`,
      sql<{ id: number; user_id: number; last_order_id: number | null }[]>`
        select id, user_id, last_order_id from carts
        where user_id = any(${users}) order by user_id for update`,
      sql<{ user_id: number; balance: number; last_seq: number }[]>`
        select user_id, balance, last_seq from wallets
        where user_id = any(${users}) order by user_id for update`,
      sql<{ product_id: number; quantity: number }[]>`
        select product_id, quantity from stock
        where product_id in (
          select l.product_id from carts c join cart_lines l on l.cart_id = c.id
          where c.user_id = any(${users})
        )
        order by product_id for update`,
      whenCodes(
        () => sql<{ coupon_id: number; used: number; total_limit: number | null }[]>`
        select coupon_id, used, total_limit from coupon_usage
        where coupon_id in (
          select id from coupons
          where code in (select json_array_elements_text(${codes}::text::json))
        )
        order by coupon_id for update`,
      ),
      sql<LineRow[]>`
        select c.user_id, l.product_id, l.quantity, p.name_ko, p.name_en, p.price, p.published
        from carts c
        join cart_lines l on l.cart_id = c.id
        join products p on p.id = l.product_id
        where c.user_id = any(${users})
        order by l.added_at, l.product_id`,
      whenCodes(
        () => sql<CouponRow[]>`
        select id, code, kind, percent, amount, cap, min_subtotal, per_shopper_limit,
          starts_at, ends_at, enabled
        from coupons
        where code in (select json_array_elements_text(${codes}::text::json))`,
      ),
      whenCodes(
        () => sql<{ coupon_id: number; user_id: number; uses: number }[]>`
        select r.coupon_id, r.user_id, count(*)::int as uses
        from coupons k
        join redemptions r on r.coupon_id = k.id
        where k.code in (select json_array_elements_text(${codes}::text::json))
          and r.user_id = any(${users}) and r.reversed_at is null
        group by r.coupon_id, r.user_id`,
      ),
      sql<{ id: number }[]>`
        select nextval('orders_id_seq') as id from generate_series(1, ${batch.length}::int)`,
    ]);

  const linesOf = new Map<number, CartLine[]>();
  for (const { user_id, product_id, quantity } of lines) {
    const cart = linesOf.get(user_id) ?? [];
    cart.push({ productId: product_id, quantity });
    linesOf.set(user_id, cart);
  }
  const limits = new Map(usage.map((row) => [row.coupon_id, row.total_limit]));
  return {
    taken: new Map(
      taken.map((row) => [
        keyOf(row.user_id, row.key),
        { requestHash: row.request_hash, result: row.result },
      ]),
    ),
    orderIds: ids.map(({ id }) => id),
    state: {
      wallets: new Map(
        wallets.map((row) => [row.user_id, { balance: row.balance, lastSeq: row.last_seq }]),
      ),
      carts: new Map(
        carts.map((row) => [
          row.user_id,
          {
            cartId: row.id,
            lastOrderId: row.last_order_id,
            lines: linesOf.get(row.user_id) ?? [],
          },
        ]),
      ),
      stock: new Map(stock.map((row) => [row.product_id, row.quantity])),
      products: new Map(
        lines.map(({ product_id, name_ko, name_en, price, published }) => [
          product_id,
          { nameKo: name_ko, nameEn: name_en, price, published },
        ]),
      ),
      coupons: new Map(
        coupons.map((row) => [row.code, toCouponTerms(row, limits.get(row.id) ?? null)]),
      ),
      couponUsed: new Map(usage.map((row) => [row.coupon_id, row.used])),
      couponUsedByShopper: new Map(
        usedByShopper.map((row) => [couponUserKey(row.coupon_id, row.user_id), row.uses]),
      ),
    },
  };
}

/**
 * Flight 2 of protocol.md: everything that the accepted orders change, and the keys of the refused
 * ones given back. Sent together, like flight 1.
 */
export async function writeBatch(
  { sql }: Transaction,
  state: OrderState,
  accepted: AcceptedOrder[],
  refusedRequests: OrderRequest[],
): Promise<void> {
  const rows = JSON.stringify(accepted.map(toOrderRow));
  const lineRows = JSON.stringify(accepted.flatMap(toLineRows));
  const stockRows = JSON.stringify(remaining(accepted, state));
  const givenBack = JSON.stringify(
    refusedRequests.map(({ command }) => ({
      user_id: command.userId,
      key: command.idempotencyKey,
    })),
  );
  const withCoupon = accepted.filter(({ order }) => order.coupon?.usable);
  await Promise.all([
    sql`
      insert into orders (id, user_id, subtotal, discount, total, coupon_code, coupon_id,
        coupon_reason, coupon_gap, missed_discount, recipient, phone, address, placed_at)
      select id, user_id, subtotal, discount, total, coupon_code, coupon_id,
        coupon_reason, coupon_gap, missed_discount, recipient, phone, address, placed_at
      from json_to_recordset(${rows}::text::json) as o(id bigint, user_id bigint,
        subtotal bigint, discount bigint, total bigint, coupon_code text, coupon_id bigint,
        coupon_reason coupon_reason, coupon_gap bigint, missed_discount bigint,
        recipient text, phone text, address text, placed_at timestamptz)`,
    sql`
      insert into order_lines
        (order_id, product_id, name_ko, name_en, unit_price, quantity, discount_share)
      select order_id, product_id, name_ko, name_en, unit_price, quantity, discount_share
      from json_to_recordset(${lineRows}::text::json) as l(order_id bigint, product_id bigint,
        name_ko text, name_en text, unit_price bigint, quantity int, discount_share bigint)`,
    sql`
      with o as (
        select cart_id, id as order_id, placed_at
        from json_to_recordset(${rows}::text::json)
          as o(cart_id bigint, id bigint, placed_at timestamptz)
      ), emptied as (
        delete from cart_lines using o where cart_lines.cart_id = o.cart_id
      )
      update carts set last_order_id = o.order_id, updated_at = o.placed_at
      from o where carts.id = o.cart_id`,
    // A shopper with two orders in one batch: the later one holds the balance that remains.
    sql`
      update wallets set balance = w.balance_after, last_seq = w.entry_seq
      from (
        select distinct on (user_id) user_id, balance_after, entry_seq
        from json_to_recordset(${rows}::text::json)
          as o(user_id bigint, balance_after bigint, entry_seq bigint)
        order by user_id, entry_seq desc
      ) w
      where wallets.user_id = w.user_id`,
    sql`
      insert into wallet_entries
        (user_id, seq, kind, amount, balance_after, actor_user_id, order_id, created_at)
      select user_id, entry_seq, 'payment', -total, balance_after, user_id, id, placed_at
      from json_to_recordset(${rows}::text::json) as o(user_id bigint, entry_seq bigint,
        total bigint, balance_after bigint, id bigint, placed_at timestamptz)`,
    sql`
      update stock set quantity = s.quantity
      from json_to_recordset(${stockRows}::text::json) as s(product_id bigint, quantity int)
      where stock.product_id = s.product_id`,
    sql`
      insert into stock_movements
        (product_id, kind, delta, quantity_after, order_id, created_at)
      select product_id, 'sale', -quantity, quantity_after, order_id, placed_at
      from json_to_recordset(${lineRows}::text::json) as l(product_id bigint, quantity int,
        quantity_after int, order_id bigint, placed_at timestamptz)`,
    ...(withCoupon.length > 0 ? redeem(sql, withCoupon) : []),
    sql`
      insert into sales_rollup (day, product_id, units, revenue, last_sold_at)
      select (placed_at at time zone 'Asia/Seoul')::date, product_id, sum(quantity),
        sum(unit_price * quantity - discount_share), max(placed_at)
      from json_to_recordset(${lineRows}::text::json) as l(product_id bigint, quantity int,
        unit_price bigint, discount_share bigint, placed_at timestamptz)
      group by 1, 2
      order by 1, 2
      on conflict (day, product_id) do update set
        units = sales_rollup.units + excluded.units,
        revenue = sales_rollup.revenue + excluded.revenue,
        last_sold_at = greatest(sales_rollup.last_sold_at, excluded.last_sold_at)`,
    sql`
      update idempotency_keys set result = jsonb_build_object('orderId', o.id)
      from json_to_recordset(${rows}::text::json) as o(user_id bigint, key uuid, id bigint)
      where idempotency_keys.user_id = o.user_id and action = 'checkout'
        and idempotency_keys.key = o.key`,
    ...(refusedRequests.length > 0
      ? [
          sql`
      delete from idempotency_keys
      using json_to_recordset(${givenBack}::text::json) as k(user_id bigint, key uuid)
      where idempotency_keys.user_id = k.user_id and action = 'checkout'
        and idempotency_keys.key = k.key and result is null`,
        ]
      : []),
  ]);
}

function redeem(sql: Transaction['sql'], accepted: AcceptedOrder[]) {
  const rows = JSON.stringify(accepted.map(toOrderRow));
  return [
    sql`
      update coupon_usage set used = used + u.uses
      from (
        select coupon_id, count(*)::int as uses
        from json_to_recordset(${rows}::text::json) as o(coupon_id bigint)
        group by coupon_id
      ) u
      where coupon_usage.coupon_id = u.coupon_id`,
    sql`
      insert into redemptions (order_id, coupon_id, user_id, discount, created_at)
      select id, coupon_id, user_id, discount, placed_at
      from json_to_recordset(${rows}::text::json) as o(id bigint, coupon_id bigint,
        user_id bigint, discount bigint, placed_at timestamptz)`,
  ];
}

function toOrderRow({ request: { command, now }, orderId, order }: AcceptedOrder) {
  const { coupon } = order;
  return {
    id: orderId,
    user_id: command.userId,
    key: command.idempotencyKey,
    cart_id: order.cartId,
    subtotal: order.subtotal,
    discount: order.discount,
    total: order.total,
    balance_after: order.balanceAfter,
    entry_seq: order.entrySeq,
    coupon_code: order.couponCode,
    coupon_id: coupon?.usable ? coupon.couponId : null,
    coupon_reason: coupon?.usable === false ? coupon.reason : null,
    coupon_gap: coupon?.usable === false ? coupon.gap : null,
    missed_discount: coupon?.usable === false ? coupon.missedDiscount : null,
    ...command.delivery,
    placed_at: now,
  };
}

function toLineRows({ request: { now }, orderId, order }: AcceptedOrder) {
  return order.lines.map((line, i) => ({
    order_id: orderId,
    product_id: line.productId,
    name_ko: line.nameKo,
    name_en: line.nameEn,
    unit_price: line.unitPrice,
    quantity: line.quantity,
    discount_share: line.discountShare,
    quantity_after: order.stockAfter[i],
    placed_at: now,
  }));
}

/** What is left of every product that the batch sold. */
function remaining(accepted: AcceptedOrder[], state: OrderState) {
  const sold = distinct(
    accepted.flatMap(({ order }) => order.lines.map(({ productId }) => productId)),
  );
  return sold.map((productId) => ({
    product_id: productId,
    quantity: state.stock.get(productId),
  }));
}

interface LineRow {
  user_id: number;
  product_id: number;
  quantity: number;
  name_ko: string;
  name_en: string;
  price: number;
  published: boolean;
}

interface CouponRow {
  id: number;
  code: string;
  kind: 'percent' | 'fixed';
  percent: number | null;
  amount: number | null;
  cap: number | null;
  min_subtotal: number;
  per_shopper_limit: number | null;
  starts_at: string;
  ends_at: string;
  enabled: boolean;
}

function toCouponTerms(row: CouponRow, totalLimit: number | null): CouponTerms {
  const { id, code, kind, percent, amount, cap, enabled } = row;
  return {
    id,
    code,
    kind,
    percent,
    amount,
    cap,
    enabled,
    minSubtotal: row.min_subtotal,
    perShopperLimit: row.per_shopper_limit,
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    totalLimit,
  };
}

const distinct = <T>(values: T[]): T[] => [...new Set(values)];
