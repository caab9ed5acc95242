/** How `/products` is addressed: its query, parsed and written (contract.md: Addresses). */

export const productSorts = ['newest', 'price-asc', 'price-desc', 'name'] as const;
export type ProductSort = (typeof productSorts)[number];

/** What a shopper chose on the product list. */
export interface ProductListChoice {
  /** Trimmed, at most `longestSearch` characters; empty: no search. */
  search: string;
  /** Undefined: every category. */
  category: string | undefined;
  sort: ProductSort;
  inStockOnly: boolean;
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
  const sort = first(query.sort);
  return {
    search: cleanSearch(first(query.q)),
    category: categories.find((slug) => slug === category),
    sort: productSorts.find((known) => known === sort) ?? everyProduct.sort,
    inStockOnly: ['1', 'on', 'true'].includes(first(query.inStock)),
    page: pageNumber(first(query.page)),
  };
}

/** The address, without a language prefix, that shows a choice; what is as it opens is left out. */
export function productListAddress(choice: Partial<ProductListChoice>): string {
  const { search, category, sort, inStockOnly, page } = { ...everyProduct, ...choice };
  const query = new URLSearchParams();
  if (search) query.set('q', search);
  if (category) query.set('category', category);
  if (sort !== everyProduct.sort) query.set('sort', sort);
  if (inStockOnly) query.set('inStock', '1');
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/products?${query}` : '/products';
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
