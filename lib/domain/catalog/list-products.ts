import { and, asc, count, desc, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { products, stock } from '@/db/schema';
import type { Won } from '../money';
import { withKnownStock } from './stock-rules';
import { priceNow } from './store';

export const PRODUCT_SORTS = ['newest', 'price-asc', 'price-desc', 'name'] as const;
export type ProductSort = (typeof PRODUCT_SORTS)[number];

export interface ProductFilter {
  /** Words of a name or description, in either language; empty: any. */
  search?: string;
  categorySlug?: string;
  inStockOnly?: boolean;
  /** These products alone. */
  ids?: number[];
  slug?: string;
  sort?: ProductSort;
  /** Language that names sort in. */
  locale?: 'ko' | 'en';
  /** From 1. */
  page?: number;
  perPage?: number;
}

export interface ListedProduct {
  id: number;
  slug: string;
  categorySlug: string;
  nameKo: string;
  nameEn: string;
  descriptionKo: string;
  descriptionEn: string;
  price: Won;
  art: string;
  /** Units left; 0: sold out. */
  quantity: number;
  createdAt: Date;
}

/**
 * Published products, each with its stock, sold-out ones last (diagram 상품 조회; spec.md: Products).
 * @param now the instant that prices are told for
 * @returns one page and the number of products on all pages
 * @throws StockNotFoundError when the stock of a listed product cannot be found
 */
export async function listProducts(
  db: Database,
  filter: ProductFilter,
  now: Date,
): Promise<{ products: ListedProduct[]; total: number }> {
  const { page = 1, perPage = 24 } = filter;
  const where = and(eq(products.published, true), ...conditions(filter));
  const rows = await db.orm
    .select({
      id: products.id,
      slug: products.slug,
      categorySlug: products.categorySlug,
      nameKo: products.nameKo,
      nameEn: products.nameEn,
      descriptionKo: products.descriptionKo,
      descriptionEn: products.descriptionEn,
      price: priceNow(now),
      art: products.art,
      quantity: stock.quantity,
      createdAt: products.createdAt,
    })
    .from(products)
    .leftJoin(stock, eq(stock.productId, products.id))
    .where(where)
    .orderBy(sql`(${stock.quantity} = 0)`, ...order(filter, now), asc(products.id))
    .limit(perPage)
    .offset((page - 1) * perPage);
  const [counted] = await db.orm
    .select({ total: count() })
    .from(products)
    .leftJoin(stock, eq(stock.productId, products.id))
    .where(where);

  const listed = withKnownStock(rows, 'quantity', ({ id }) => id);
  return { products: listed, total: counted?.total ?? 0 };
}

function conditions({ search, categorySlug, inStockOnly, ids, slug }: ProductFilter) {
  const found: (SQL | undefined)[] = [];
  if (search?.trim()) found.push(matches(search.trim()));
  if (categorySlug) found.push(eq(products.categorySlug, categorySlug));
  // A missing stock row stays in, so that it is noticed.
  if (inStockOnly) found.push(sql`${stock.quantity} is distinct from 0`);
  if (ids) found.push(inArray(products.id, ids));
  if (slug) found.push(eq(products.slug, slug));
  return found;
}

/**
 * Every word stands in a name or description; or the words, spaces left aside, stand in a name:
 * Korean is spaced as one pleases, so 방울 토마토 finds 방울토마토 and the other way round.
 */
function matches(search: string): SQL | undefined {
  const { nameKo, nameEn, descriptionKo, descriptionEn } = products;
  const part = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const words = search.split(/\s+/).map((word) => {
    const texts = [nameKo, nameEn, descriptionKo, descriptionEn];
    return or(...texts.map((text) => ilike(text, part(word))));
  });
  const unspaced = part(search.replace(/\s+/g, ''));
  return or(
    and(...words),
    ...[nameKo, nameEn].map((name) => ilike(sql`replace(${name}, ' ', '')`, unspaced)),
  );
}

function order({ sort = 'newest', locale = 'ko' }: ProductFilter, now: Date) {
  switch (sort) {
    case 'newest':
      return [desc(products.createdAt)];
    case 'price-asc':
      return [asc(priceNow(now))];
    case 'price-desc':
      return [desc(priceNow(now))];
    case 'name':
      return [asc(locale === 'ko' ? products.nameKo : products.nameEn)];
  }
}
