import type { ReservedSql } from '@/db/client';
import type { CouponTerms } from '../coupons/rules';
import { claimKeys, type KeyRow, keyOf, takenKeys } from '../idempotency/batch-store';
import type { OrderRequest } from './batch';
import { type CartLine, couponUserKey, type OrderState } from './rules';

export interface LoadedBatch {
  /** Keys that earlier transactions finished. */
  taken: KeyRow[];
  state: OrderState;
  /** Numbers for the orders of the keys that this transaction claimed, by `keyOf`. */
  orderIds: Map<string, number>;
}

/**
 * Flight 1 of protocol.md: claims the keys, then locks in the one order that every command keeps
 * (key → cart → wallet → stock by ascending id → coupon), then reads what waiting for a lock may
 * have changed. Sent together: it runs in order, in one round trip.
 */
export async function lockAndLoad(sql: ReservedSql, batch: OrderRequest[]): Promise<LoadedBatch> {
  const users = sql.typed.bigintArray(distinct(batch.map(({ command }) => command.userId)));
  const givenCodes = distinct(batch.flatMap(({ command }) => command.couponCode ?? []));
  const codes = JSON.stringify(givenCodes);
  const [claims, carts, wallets, stock, usage, reads] = await Promise.all([
    // With the answer already: it comes to be together with the order, or is taken back.
    claimKeys<{ orderId: number }>(
      sql,
      'checkout',
      batch,
      sql`jsonb_build_object('orderId', nextval('orders_id_seq'))`,
    ),
    sql<{ id: number; user_id: number; last_order_id: number | null }[]>`
      select id, user_id, last_order_id from carts
      where user_id = any(${users}) order by user_id for update`,
    sql<{ user_id: number; balance: number; last_seq: number }[]>`
      select user_id, balance, last_seq from wallets
      where user_id = any(${users}) and closed_at is null order by user_id for update`,
    sql<{ product_id: number; quantity: number }[]>`
      select product_id, quantity from stock
      where product_id in (
        select l.product_id from carts c join cart_lines l on l.cart_id = c.id
        where c.user_id = any(${users})
      )
      order by product_id for update`,
    givenCodes.length === 0
      ? []
      : sql<CounterRow[]>`
      select coupon_id, used, total_limit, claim_limit from coupon_usage
      where coupon_id in (
        select id from coupons
        where code in (select json_array_elements_text(${codes}::text::json))
      )
      order by coupon_id for update`,
    // After the locks: a statement that waited for one may have read the rest before the wait.
    sql<[Reads]>`
      select
        ${takenKeys(sql, 'checkout', batch)} as taken,
        (select coalesce(json_agg(t), '[]') from (
          select c.user_id, l.product_id, l.quantity, p.name_ko, p.name_en,
            p.price, p.planned_price, p.planned_from, p.published
          from carts c
          join cart_lines l on l.cart_id = c.id
          join products p on p.id = l.product_id
          where c.user_id = any(${users})
          order by l.added_at, l.product_id
        ) t) as lines,
        (select coalesce(json_agg(t), '[]') from (
          select id, code, kind, percent, amount, cap, min_subtotal, per_shopper_limit,
            starts_at, ends_at, enabled,
            (select json_agg(user_id) from coupon_claims
              where coupon_id = coupons.id and user_id = any(${users})) as claimed_by
          from coupons
          where code in (select json_array_elements_text(${codes}::text::json))
        ) t) as coupons,
        (select coalesce(json_agg(t), '[]') from (
          select r.coupon_id, r.user_id, count(*) as uses
          from coupons k
          join redemptions r on r.coupon_id = k.id
          where k.code in (select json_array_elements_text(${codes}::text::json))
            and r.user_id = any(${users}) and r.reversed_at is null
          group by r.coupon_id, r.user_id
        ) t) as used_by_shopper`,
  ]);

  const { taken, lines, coupons, used_by_shopper } = reads[0];
  const linesOf = new Map<number, CartLine[]>();
  for (const { user_id, product_id, quantity } of lines) {
    const cart = linesOf.get(user_id) ?? [];
    cart.push({ productId: product_id, quantity });
    linesOf.set(user_id, cart);
  }
  const counters = new Map(usage.map((row) => [row.coupon_id, row]));
  return {
    taken,
    orderIds: new Map(claims.map((row) => [keyOf(row.userId, row.key), row.result.orderId])),
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
        lines.map((line) => [
          line.product_id,
          {
            nameKo: line.name_ko,
            nameEn: line.name_en,
            price: line.price,
            plannedPrice: line.planned_price,
            plannedFrom: line.planned_from === null ? null : new Date(line.planned_from),
            published: line.published,
          },
        ]),
      ),
      coupons: new Map(
        coupons.flatMap((row) => {
          const counter = counters.get(row.id);
          // Made since the counters were locked: it is not there yet, and nor are its limits.
          return counter ? [[row.code, toCouponTerms(row, counter)]] : [];
        }),
      ),
      couponClaims: new Set(
        coupons.flatMap(({ id, claimed_by }) =>
          (claimed_by ?? []).map((userId) => couponUserKey(id, userId)),
        ),
      ),
      couponUsed: new Map(usage.map((row) => [row.coupon_id, row.used])),
      couponUsedByShopper: new Map(
        used_by_shopper.map((row) => [couponUserKey(row.coupon_id, row.user_id), row.uses]),
      ),
    },
  };
}

interface Reads {
  taken: KeyRow[];
  lines: {
    user_id: number;
    product_id: number;
    quantity: number;
    name_ko: string;
    name_en: string;
    price: number;
    planned_price: number | null;
    planned_from: string | null;
    published: boolean;
  }[];
  coupons: CouponRow[];
  used_by_shopper: { coupon_id: number; user_id: number; uses: number }[];
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
  /** Those of the batch's shoppers who have claimed it; null: none of them. */
  claimed_by: number[] | null;
}

interface CounterRow {
  coupon_id: number;
  used: number;
  total_limit: number | null;
  claim_limit: number | null;
}

function toCouponTerms(row: CouponRow, counter: CounterRow): CouponTerms {
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
    totalLimit: counter.total_limit,
    claimLimit: counter.claim_limit,
  };
}

const distinct = <T>(values: T[]): T[] => [...new Set(values)];
