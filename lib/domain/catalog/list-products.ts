import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  like,
  lte,
  not,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Database } from '@/db/client';
import { products, stock } from '@/db/schema';
import type { Won } from '../money';
import type { Transaction } from '../transaction';
import { type ProductSearch, readSearch, type SearchPart } from './search-rules';
import { withKnownStock } from './stock-rules';
import { priceNow } from './store';

/** `match`: what is named as the search says first, then what only mentions it. */
export type ProductSort = 'match' | 'newest' | 'price-asc' | 'price-desc' | 'name';

export interface ProductFilter {
  /** Words, parts or initial consonants, in either language (`readSearch`); empty: any. */
  search?: string;
  /** Prices, won, from and to: both belong to it. */
  minPrice?: Won | undefined;
  maxPrice?: Won | undefined;
  categorySlug?: string;
  inStockOnly?: boolean;
  /** These products alone. */
  ids?: number[];
  /** All but these. */
  except?: number[];
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
  db: { orm: Database['orm'] | Transaction['orm'] },
  filter: ProductFilter,
  now: Date,
): Promise<{ products: ListedProduct[]; total: number }> {
  const { page = 1, perPage = 24 } = filter;
  const search = readSearch(filter.search ?? '');
  const where = and(eq(products.published, true), ...conditions(filter, search, now));
  const ranking = [sql`(${stock.quantity} = 0)`, ...order(filter, search, now), asc(products.id)];
  const itsStock = eq(stock.productId, products.id);
  // Sorted by number alone: a page far back would carry every description through the sort.
  const chosen = db.orm
    .select({ id: products.id, total: sql<number>`count(*) over ()`.as('total') })
    .from(products)
    .leftJoin(stock, itsStock)
    .where(where)
    .orderBy(...ranking)
    .limit(perPage)
    .offset((page - 1) * perPage)
    .as('chosen');
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
      total: chosen.total,
    })
    .from(chosen)
    .innerJoin(products, eq(products.id, chosen.id))
    .leftJoin(stock, itsStock)
    .orderBy(...ranking);
  const [first] = rows;
  const listed = withKnownStock(rows, 'quantity', ({ id }) => id);
  return {
    products: listed.map(({ total: _, ...product }) => product),
    total: first?.total ?? (page > 1 ? await countProducts(db, where) : 0),
  };
}

/** How many there are, where a page beyond the last one does not say it. */
async function countProducts(
  db: { orm: Database['orm'] | Transaction['orm'] },
  where: SQL | undefined,
): Promise<number> {
  const [counted] = await db.orm
    .select({ total: count() })
    .from(products)
    .leftJoin(stock, eq(stock.productId, products.id))
    .where(where);
  return counted?.total ?? 0;
}

function conditions(filter: ProductFilter, search: ProductSearch | null, now: Date) {
  const { categorySlug, inStockOnly, ids, except, slug, minPrice, maxPrice } = filter;
  const found: (SQL | undefined)[] = [];
  if (search) found.push(matches(search));
  if (categorySlug) found.push(eq(products.categorySlug, categorySlug));
  // A missing stock row stays in, so that it is noticed.
  if (inStockOnly) found.push(sql`${stock.quantity} is distinct from 0`);
  if (ids) found.push(inArray(products.id, ids));
  if (except) found.push(notInArray(products.id, except));
  if (slug) found.push(eq(products.slug, slug));
  if (minPrice !== undefined) found.push(gte(priceNow(now), minPrice));
  if (maxPrice !== undefined) found.push(lte(priceNow(now), maxPrice));
  return found;
}

/**
 * Every word stands in a name or description; or the words, spaces left aside, stand in a name.
 * Initial consonants are looked for in names alone: in a description they would fit anything.
 */
function matches({ whole, words }: ProductSearch): SQL | undefined {
  const { searchName, searchText } = products;
  const inTexts = words.map((word) =>
    holds(word.kind === 'initials' ? searchName : searchText, word),
  );
  return or(holds(searchName, whole), and(...inTexts));
}

/** Its names alone are what was searched for. */
function isNamed({ whole, words }: ProductSearch): SQL {
  const { searchName } = products;
  return sql`(${or(holds(searchName, whole), and(...words.map((word) => holds(searchName, word))))})`;
}

function holds(texts: PgColumn, part: SearchPart): SQL {
  return part.kind === 'initials'
    ? sql`${texts} ~ ${part.pattern}`
    : like(texts, `%${part.letters.replace(/[\\%_]/g, '\\$&')}%`);
}

function order(
  { sort = 'newest', locale = 'ko' }: ProductFilter,
  search: ProductSearch | null,
  now: Date,
) {
  switch (sort) {
    case 'match':
      return [...(search ? [asc(not(isNamed(search)))] : []), desc(products.createdAt)];
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
