import type { TransactionSql } from '@/db/client';
import { stockThen } from '../catalog/stock-then';
import { addDays, seoulDay } from '../seoul-day';
import type { Moment } from './moment';
import { inPageOrder, salesHistory } from './sales-history';

export interface ShortProductRow {
  productId: number;
  nameKo: string;
  nameEn: string;
  quantity: number;
  /** Net units sold today and in the six days before. */
  unitsInSevenDays: number;
}

/** How many published products are low and how many are out. */
export interface StockCounts {
  low: number;
  out: number;
}

export interface StockLevels {
  now: StockCounts;
  /** By the last instant of the compared period; null: compared with none. */
  before: StockCounts | null;
  /** The emptiest and fastest selling first. */
  products: ShortProductRow[];
}

/**
 * Published products that are low or out (admin.md: Low stock), as the stock stood at an instant.
 * Whether a product is published has no history: it is what it is now.
 *
 * @param threshold units at and below which a product is low
 * @param before the last instant of the compared period, null: none, or the period ends in the past:
 *   its own stock is not counted then, and nothing to compare with
 * @param limit of the products that are named
 */
export async function readStockLevels(
  sql: TransactionSql,
  { threshold, before, limit }: { threshold: number; before: Date | null; limit: number },
  moment: Moment,
): Promise<StockLevels> {
  const { asOf } = moment;
  const since = addDays(seoulDay(asOf), -6);
  // One statement, because what the movements add up to is the dear part of it.
  const counted = () => sql<
    (StockCounts & { lowBefore: number; outBefore: number; products: ShortProductRow[] })[]
  >`
    with short as materialized (
      select p.id, p.name_ko, p.name_en, p.created_at, s.quantity::int as quantity, s.before
      from (${stockAt(sql, before, moment)}) s join products p on p.id = s.product_id
      where p.published and p.created_at <= ${asOf} and least(s.quantity, s.before) <= ${threshold}
    ), sold as (
      select product_id, sum(units)::int as units
      from (${salesHistory(sql, { from: since, to: seoulDay(asOf) }, { productId: null, ...moment })}) h
      group by product_id
    ), named as (
      select id as "productId", name_ko as "nameKo", name_en as "nameEn", quantity,
        coalesce(sold.units, 0) as "unitsInSevenDays"
      from short left join sold on sold.product_id = id
      where quantity <= ${threshold}
      order by quantity, "unitsInSevenDays" desc, id limit ${limit}
    )
    select (count(*) filter (where quantity between 1 and ${threshold}))::int as low,
      (count(*) filter (where quantity = 0))::int as out,
      (count(*) filter (where before between 1 and ${threshold} and created_at <= ${before}))::int
        as "lowBefore",
      (count(*) filter (where before = 0 and created_at <= ${before}))::int as "outBefore",
      coalesce((select json_agg(named) from named), '[]') as products
    from short`;
  const [found] = await inPageOrder(sql, counted);
  const { low = 0, out = 0, lowBefore = 0, outBefore = 0, products = [] } = found ?? {};
  return { now: { low, out }, before: before && { low: lowBefore, out: outBefore }, products };
}

/** Rows of `product_id`, `quantity` at the instant looked from, and `before` at an earlier one. */
function stockAt(sql: TransactionSql, before: Date | null, { asOf, live }: Moment) {
  const held = live
    ? sql`(
        select s.product_id, s.quantity - coalesce(m.later, 0) as quantity
        from stock s left join (
          select product_id, sum(delta) as later from stock_movements
          where created_at > ${asOf} group by product_id
        ) m on m.product_id = s.product_id)`
    : stockThen(sql, asOf);
  return before
    ? sql`
        select h.product_id, h.quantity, coalesce(b.quantity, 0) as before
        from ${held} h left join ${stockThen(sql, before)} b on b.product_id = h.product_id`
    : sql`select product_id, quantity, quantity as before from ${held} h`;
}
