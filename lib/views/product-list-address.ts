/** How `/products` is addressed: its query, parsed and written (contract.md: Addresses). */

import { MOST_PRICE } from '@/lib/domain/catalog/product-rules';
import { parseAmount } from '@/lib/parse-amount';

/** `match` is for searches alone, and how they open. */
export const productSorts = ['match', 'newest', 'price-asc', 'price-desc', 'name'] as const;
export type ProductSort = (typeof productSorts)[number];

/** What a shopper chose on the product list. */
export interface ProductListChoice {
  /** Trimmed, at most `longestSearch` characters; empty: no search. */
  search: string;
  /** Undefined: every category. */
  category: string | undefined;
  sort: ProductSort;
  inStockOnly: boolean;
  /** Won, both ends included; undefined: any. */
  minPrice: number | undefined;
  maxPrice: number | undefined;
  /** From 1; whether there is such a page is known only after counting. */
  page: number;
}

type Query = Record<string, string | string[] | undefined>;

export const longestSearch = 100;
const furthestPage = 100_000;

/** The list as it opens. */
export const everyProduct: ProductListChoice = {
  search: '',
  category: undefined,
  sort: 'newest',
  inStockOnly: false,
  minPrice: undefined,
  maxPrice: undefined,
  page: 1,
};

/**
 * Reads the query of `/products`. Nothing in it is an error: what makes no sense falls back to the
 * list as it opens, because an address that was shared, cut or mistyped should still show products
 * (hardening.md: 65–69). A field given twice counts once.
 *
 * @param categories slugs that there are
 */
export function parseProductListQuery(
  query: Query,
  categories: readonly string[],
): ProductListChoice {
  const category = first(query.category);
  const search = cleanSearch(first(query.q));
  const sort = sortsFor(search).find((known) => known === first(query.sort));
  const [minPrice, maxPrice] = inOrder(price(first(query.min)), price(first(query.max)));
  return {
    search,
    category: categories.find((slug) => slug === category),
    sort: sort ?? usualSort(search),
    inStockOnly: ['1', 'on', 'true'].includes(first(query.inStock)),
    minPrice,
    maxPrice,
    page: pageNumber(first(query.page)),
  };
}

/** The address, without a language prefix, that shows a choice; what is as it opens is left out. */
export function productListAddress(choice: Partial<ProductListChoice>): string {
  const { search, category, inStockOnly, minPrice, maxPrice, page } = {
    ...everyProduct,
    ...choice,
  };
  const { sort = usualSort(search) } = choice;
  const query = new URLSearchParams();
  if (search) query.set('q', search);
  if (category) query.set('category', category);
  const sorted = sort !== usualSort(search) && sortsFor(search).includes(sort);
  if (sorted) query.set('sort', sort);
  if (inStockOnly) query.set('inStock', '1');
  if (minPrice !== undefined) query.set('min', String(minPrice));
  if (maxPrice !== undefined) query.set('max', String(maxPrice));
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/products?${query}` : '/products';
}

/** Whether anything but the search keeps products off the list. */
export function isNarrowed(choice: ProductListChoice): boolean {
  const { category, inStockOnly, minPrice, maxPrice } = choice;
  return Boolean(category) || inStockOnly || minPrice !== undefined || maxPrice !== undefined;
}

/** The ways to sort that make sense for a search; empty: no search. */
export function sortsFor(search: string): ProductSort[] {
  return productSorts.filter((sort) => sort !== 'match' || search !== '');
}

function usualSort(search: string): ProductSort {
  return search === '' ? everyProduct.sort : 'match';
}

/**
 * `12,900원` means what it says, in full-width digits too; what is no amount means no limit, because
 * an address is nothing to be corrected in.
 */
function price(text: string): number | undefined {
  const amount = parseAmount(text.normalize('NFKC'));
  return amount.ok ? Math.min(amount.won, MOST_PRICE) : undefined;
}

/** Whoever mixes up the two fields means the range between them. */
function inOrder(min: number | undefined, max: number | undefined) {
  return min !== undefined && max !== undefined && min > max ? [max, min] : [min, max];
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** PostgreSQL takes no NUL and no half of a surrogate pair; nobody searches for control characters. */
function cleanSearch(text: string): string {
  const readable = text
    .slice(0, 4 * longestSearch)
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  return [...readable].slice(0, longestSearch).join('').trim();
}

function pageNumber(text: string): number {
  return /^\d{1,15}$/.test(text) ? Math.min(Math.max(Number(text), 1), furthestPage) : 1;
}
