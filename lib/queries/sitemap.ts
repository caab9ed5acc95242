import 'server-only';
import { and, asc, eq, gt, lte, max } from 'drizzle-orm';
import { database } from '@/db';
import { products } from '@/db/schema';

/** Product numbers to a part: both languages of them stay below the 50,000 addresses of a file. */
export const PRODUCTS_A_PART = 10_000;

/** How many parts a sitemap has now, one at least; cut by product number, so that parts stay put. */
export async function countSitemapParts(): Promise<number> {
  const [row] = await database()
    .orm.select({ last: max(products.id) })
    .from(products);
  return Math.max(1, Math.ceil((row?.last ?? 0) / PRODUCTS_A_PART));
}

/** The published products of a part (from 1), by number. */
export async function listSitemapProducts(
  part: number,
): Promise<{ slug: string; updatedAt: Date }[]> {
  const last = part * PRODUCTS_A_PART;
  return database()
    .orm.select({ slug: products.slug, updatedAt: products.updatedAt })
    .from(products)
    .where(
      and(
        eq(products.published, true),
        gt(products.id, last - PRODUCTS_A_PART),
        lte(products.id, last),
      ),
    )
    .orderBy(asc(products.id));
}
