import type { PendingQuery } from 'postgres';
import type { Sql } from '@/db/client';
import type { ProductChoice } from '../catalog/product-choice-rules';
import { productConditions } from '../catalog/product-conditions';
import { stockThen } from '../catalog/stock-then';
import { type CouponChoice, type CouponRow, listCoupons } from '../coupons/list-coupons';
import type { Won } from '../money';
import type { Moment } from '../sales/moment';

/** A product of a list or a file. */
export interface ProductFileRow {
  productId: number;
  slug: string;
  nameKo: string;
  nameEn: string;
  categoryKo: string;
  categoryEn: string;
  price: Won;
  quantity: number;
  published: boolean;
}

/** A coupon of a file; instants as ISO text. */
export interface CouponFileRow extends CouponRow {
  /** Won that its uses have taken off, of orders that are not cancelled. */
  given: Won;
}

/**
 * The statement that reads the products of a choice in the order they were added, hidden ones too, for
 * a page or a cursor; not sent. Looking back it is their stock that is of the moment, without products
 * that had not come in; prices, names and what is hidden are of now.
 *
 * @param page the product that the page before ended with, and rows at most; absent: all of them
 */
export function listProductFile(
  sql: Sql,
  choice: ProductChoice,
  { asOf, live }: Moment,
  page?: { after: number | null; limit: number },
): PendingQuery<ProductFileRow[]> {
  return sql<ProductFileRow[]>`
    select p.id as "productId", p.slug, p.name_ko as "nameKo", p.name_en as "nameEn",
      c.name_ko as "categoryKo", c.name_en as "categoryEn", h.quantity, p.published,
      case when p.planned_from <= ${asOf.toISOString()} then p.planned_price else p.price end as price
    from products p
    join categories c on c.slug = p.category_slug
    join ${live ? sql`stock` : stockThen(sql, asOf)} h on h.product_id = p.id
    where ${productConditions(sql, choice)} ${page?.after ? sql`and p.id > ${page.after}` : sql``}
    order by p.id
    ${page ? sql`limit ${page.limit}` : sql``}`;
}

/** The statement that reads the coupons of a choice with what they have given, the newest first; not sent. */
export function listCouponFile(
  sql: Sql,
  choice: CouponChoice,
  now: Date,
): PendingQuery<CouponFileRow[]> {
  return sql<CouponFileRow[]>`
    select c.*, (select coalesce(sum(discount), 0)::bigint from redemptions
      where coupon_id = c.id and reversed_at is null) as given
    from (${listCoupons(sql, choice, now)}) c
    order by c.id desc`;
}
