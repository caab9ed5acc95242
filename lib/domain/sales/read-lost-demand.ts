import type { PendingQuery, Row } from 'postgres';
import type { TransactionSql } from '@/db/client';
import { stockThen } from '../catalog/stock-then';
import { type Won, won } from '../money';
import { andInHour } from '../seoul-hour';
import type { Moment } from './moment';
import type { SalesPeriod } from './period-rules';
import { bucketOf, type SalesScope } from './sales-scope';

type Fragment = PendingQuery<Row[]>;

/** Attempts to check out that came to nothing, and what they would have brought. */
export interface LostAttempts {
  attempts: number;
  /** Won, after the coupon; attempts that could not be priced count nothing. */
  lost: Won;
}

export interface LostByReason extends LostAttempts {
  /** Code of the refusal. */
  reason: string;
}

/** Which lost attempts are counted. Null: all of them. */
export interface LostScope extends Pick<SalesScope, 'productId' | 'asOf'> {
  /** The hour of the Seoul day, 0 to 23, of the last refusal. */
  hour: number | null;
}

/**
 * The attempts that were lost in a period, as rows `a` for a `from`: distinct keys whose last
 * refusal lies in it and that no order has come of by the instant looked from (admin.md: Checkout
 * success). With a product, those that wanted it, with its line alone as `lost`.
 */
function lostAttempts(
  sql: TransactionSql,
  { start, until }: SalesPeriod,
  { productId, asOf, hour }: LostScope,
) {
  const lost =
    productId === null
      ? sql`coalesce(r.total, 0)`
      : sql`(select (l->>'unitPrice')::bigint * (l->>'quantity')::int
              - coalesce((l->>'discountShare')::bigint, 0)
            from jsonb_array_elements(r.lines) l where (l->>'productId')::bigint = ${productId})`;
  const wanted =
    productId === null
      ? sql``
      : sql`and r.lines @> jsonb_build_array(jsonb_build_object('productId', ${productId}::bigint))`;
  // Most have become orders: `offset 0` keeps the planner from asking these for later refusals too.
  return sql`(
    select r.id, r.user_id, r.reason, r.lines, r.created_at, ${lost} as lost
    from (
      select * from checkout_attempts r
      where r.created_at between ${start} and ${until} ${wanted} ${andInHour(sql, sql`r.created_at`, hour)}
        and not exists (select from idempotency_keys k where k.key = r.key
          and k.user_id = r.user_id and k.action = 'checkout' and k.created_at <= ${asOf})
      offset 0
    ) r
    where not exists (select from checkout_attempts later where later.user_id = r.user_id
      and later.key = r.key and later.id > r.id and later.created_at <= ${asOf})
  ) a`;
}

/** Lost attempts by the reason of their last refusal, the dearest first. */
export async function readLostByReason(
  sql: TransactionSql,
  period: SalesPeriod,
  scope: LostScope,
): Promise<LostByReason[]> {
  return sql<LostByReason[]>`${byReason(sql, lostAttempts(sql, period, scope))}`;
}

export interface LostProduct extends LostAttempts {
  productId: number;
  nameKo: string;
  nameEn: string;
  /** Units that lost attempts wanted. */
  wanted: number;
  /** Units of them that were not there; where something else stood in the way none are missing. */
  missing: number;
  /** Units at the moment looked from; 0 where it had not come in. */
  quantity: number;
}

/** Lost attempts by product: the dearest, and all others together. */
export interface LostByProduct {
  products: LostProduct[];
  rest: { products: number; lost: Won };
}

/** One attempt that was lost: its last refusal. */
export interface LostAttempt {
  id: number;
  at: Date;
  userId: number;
  shopper: string;
  reason: string;
  lost: Won;
  lines: { nameKo: string; nameEn: string; quantity: number }[];
}

/** Lost attempts, looked at from every side. */
export interface LostSides {
  byReason: LostByReason[];
  /** One an hour, day or week of the period. */
  byTime: LostAttempts[];
  byProduct: LostByProduct;
  /** The newest first. */
  attempts: LostAttempt[];
}

/** What is asked for of lost attempts besides their period and scope. */
export interface LostChoice {
  /** Code of the last refusal, null: any; it leaves `byReason` whole. */
  reason: string | null;
  /** The attempt that the page before ended with, and attempts at most. */
  before: number | null;
  limit: number;
  /** How many products are named. */
  products: number;
}

/**
 * Reads the lost attempts of a period from every side. A product's won are its own part, after its
 * share of the discount: over all of them, the rest with them, the won of the attempts.
 */
export async function readLostSides(
  sql: TransactionSql,
  period: SalesPeriod,
  scope: LostScope,
  choice: LostChoice,
  { live }: Pick<Moment, 'live'>,
): Promise<LostSides> {
  const { productId, asOf } = scope;
  const { reason } = choice;
  const stock = live ? sql`stock` : stockThen(sql, asOf);
  // One statement, because which attempts were lost is the dear part of it.
  const [found] = await sql<[SidesRow]>`
    with lost_attempts as materialized (select * from ${lostAttempts(sql, period, scope)}),
    chosen as materialized (
      select * from lost_attempts ${reason === null ? sql`` : sql`where reason = ${reason}`}
    )
    select
      (select coalesce(json_agg(s), '[]') from (${byReason(sql, sql`lost_attempts`)}) s)
        as "byReason",
      (select coalesce(json_agg(s), '[]') from (${byTime(sql, period)}) s) as "byTime",
      (select coalesce(json_agg(s), '[]')
        from (${byProduct(sql, productId, choice.products, stock)}) s) as "byProduct",
      (select coalesce(json_agg(s), '[]') from (${newest(sql, choice)}) s) as attempts`;
  const times = new Map(found.byTime.map(({ bucket, ...counted }) => [bucket, counted]));
  const products = found.byProduct.map(({ allProducts: _, allLost: __, ...product }) => product);
  const { allProducts = 0, allLost = 0 } = found.byProduct[0] ?? {};
  const shown = products.reduce((sum, { lost }) => won(sum + lost), 0);
  return {
    byReason: found.byReason,
    byTime: Array.from(
      { length: period.buckets },
      (_, bucket) => times.get(bucket) ?? { attempts: 0, lost: 0 },
    ),
    byProduct: {
      products,
      rest: { products: allProducts - products.length, lost: won(allLost - shown) },
    },
    attempts: found.attempts.map((row) => ({ ...row, at: new Date(row.at) })),
  };
}

interface SidesRow {
  byReason: LostByReason[];
  byTime: ({ bucket: number } & LostAttempts)[];
  byProduct: (LostProduct & { allProducts: number; allLost: Won })[];
  attempts: (Omit<LostAttempt, 'at'> & { at: string })[];
}

function byReason(sql: TransactionSql, attempts: Fragment) {
  return sql`
    select reason, count(*)::int as attempts, sum(lost)::bigint as lost
    from ${attempts}
    group by reason order by sum(lost) desc, count(*) desc, reason`;
}

function byTime(sql: TransactionSql, period: SalesPeriod) {
  return sql`
    select ${bucketOf(sql, period, 'created')} as bucket, count(*)::int as attempts,
      sum(lost)::bigint as lost
    from chosen group by 1`;
}

/** @param stock rows of `product_id` and `quantity` */
function byProduct(sql: TransactionSql, productId: number | null, limit: number, stock: Fragment) {
  return sql`
    select w.*, p.name_ko as "nameKo", p.name_en as "nameEn", coalesce(s.quantity, 0) as quantity
    from (
      select l."productId", count(*)::int as attempts, sum(l.quantity)::int as wanted,
        coalesce(sum(l.quantity - l."left"), 0)::int as missing,
        sum(l."unitPrice" * l.quantity - coalesce(l."discountShare", 0))::bigint as lost,
        (count(*) over ())::int as "allProducts",
        (sum(sum(l."unitPrice" * l.quantity - coalesce(l."discountShare", 0))) over ())::bigint
          as "allLost"
      from chosen cross join lateral
        jsonb_to_recordset(chosen.lines) as l("productId" bigint, quantity int, "unitPrice" bigint,
          "discountShare" bigint, "left" int)
      ${productId === null ? sql`` : sql`where l."productId" = ${productId}`}
      group by l."productId"
      order by lost desc, missing desc, l."productId" limit ${limit}
    ) w join products p on p.id = w."productId"
    left join ${stock} s on s.product_id = w."productId"
    order by w.lost desc, w.missing desc, w."productId"`;
}

function newest(sql: TransactionSql, { before, limit }: LostChoice) {
  return sql`
    select a.id, a.created_at as at, a.user_id as "userId", u.name as shopper, a.reason, a.lost,
      coalesce((select json_agg(json_build_object('nameKo', p.name_ko, 'nameEn', p.name_en,
          'quantity', (l->>'quantity')::int) order by p.id)
        from jsonb_array_elements(a.lines) l
        join products p on p.id = (l->>'productId')::bigint), '[]') as lines
    from chosen a join users u on u.id = a.user_id
    where ${before}::bigint is null or a.id < ${before}
    order by a.id desc limit ${limit}`;
}
