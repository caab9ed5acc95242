/** The popular list of the public shop; it knows no visitor. */

import 'server-only';
import { database } from '@/db';
import { listPopularProducts } from '@/lib/domain/sales/list-popular-products';
import { startOfSeoulDay } from '@/lib/domain/seoul-day';
import { formatDateTime, formatShortDate } from '@/lib/format/date-time';
import type { Locale } from '@/lib/i18n/locales';
import type { PopularView } from '@/lib/views/catalog';
import { productView } from './catalog';

/** Products of the list (spec.md: Popular). */
const listed = 5;

/**
 * What sold best in a window that ends today (diagram 인기 상품 조회).
 *
 * @param days length of the window: today and the Seoul days before it
 * @throws SoldProductNotFoundError, StockNotFoundError: an empty list never stands in for an error
 */
export async function getPopular(days: number, locale: Locale, now: Date): Promise<PopularView> {
  const { from, to, before, products } = await listPopularProducts(
    database(),
    { days, limit: listed },
    now,
  );
  const day = (date: string) => formatShortDate(startOfSeoulDay(date), locale);
  return {
    from: day(from),
    to: day(to),
    before: { from: day(before.from), to: day(before.to) },
    asOf: formatDateTime(now, locale),
    products: products.map((product) => ({
      ...productView(product, locale),
      rank: product.rank,
      units: product.units,
      move: product.move,
    })),
  };
}
