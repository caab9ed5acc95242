import type { PendingQuery } from 'postgres';
import type { Sql } from '@/db/client';
import type { Won } from '../money';

/** A product of a file. */
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
export interface CouponFileRow {
  code: string;
  percent: number | null;
  amount: Won | null;
  cap: Won | null;
  minSubtotal: Won;
  perShopperLimit: number | null;
  totalLimit: number | null;
  used: number;
  /** Won that its uses have taken off, of orders that are not cancelled. */
  given: Won;
  startsAt: string;
  endsAt: string;
  enabled: boolean;
}

/** The statement that reads every product with its price and stock at `now`, for a cursor; not sent. */
export function listProductFile(sql: Sql, now: Date): PendingQuery<ProductFileRow[]> {
  return sql<ProductFileRow[]>`
    select p.id as "productId", p.slug, p.name_ko as "nameKo", p.name_en as "nameEn",
      c.name_ko as "categoryKo", c.name_en as "categoryEn", s.quantity, p.published,
      case when p.planned_from <= ${now.toISOString()} then p.planned_price else p.price end as price
    from products p
    join categories c on c.slug = p.category_slug
    join stock s on s.product_id = p.id
    order by p.id`;
}

/** The statement that reads every coupon with what it has given, the newest first; not sent. */
export function listCouponFile(sql: Sql): PendingQuery<CouponFileRow[]> {
  return sql<CouponFileRow[]>`
    select c.code, c.percent, c.amount, c.cap, c.min_subtotal as "minSubtotal",
      c.per_shopper_limit as "perShopperLimit", u.total_limit as "totalLimit", u.used,
      (select coalesce(sum(discount), 0)::bigint from redemptions
        where coupon_id = c.id and reversed_at is null) as given,
      c.starts_at as "startsAt", c.ends_at as "endsAt", c.enabled
    from coupons c join coupon_usage u on u.coupon_id = c.id
    order by c.id desc`;
}
