/** Reads of the public shop. They know no visitor, so there is nothing to authorise. */

import 'server-only';
import { cache } from 'react';
import { database } from '@/db';
import { categories } from '@/db/schema';
import { getPicture } from '@/lib/domain/catalog/get-picture';
import { getStock } from '@/lib/domain/catalog/get-stock';
import { type ListedProduct, listProducts } from '@/lib/domain/catalog/list-products';
import { isUploadedArt } from '@/lib/domain/catalog/product-rules';
import { MOST_UNITS_PER_LINE } from '@/lib/domain/orders/rules';
import type { Locale } from '@/lib/i18n/locales';
import type {
  CategoryView,
  ProductDetailView,
  ProductListView,
  ProductView,
} from '@/lib/views/catalog';
import type { ProductListChoice } from '@/lib/views/product-list-address';
import { type StockAnswer, stockAnswer } from '@/lib/views/stock';

const productsPerPage = 24;
const similarProducts = 4;
const newestProducts = 8;

/** Shapes that a slug can have (db/schema): others need not trouble the database. */
const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const longestSlug = 200;

/** Shelves in display order. */
export const listCategories = cache(async (locale: Locale): Promise<CategoryView[]> => {
  const rows = await database().orm.select().from(categories).orderBy(categories.position);
  return rows.map(({ slug, nameKo, nameEn }) => ({
    slug,
    name: locale === 'ko' ? nameKo : nameEn,
  }));
});

/**
 * One page of products, sold-out ones last (diagram 상품 조회).
 *
 * @param choice a page beyond the last one shows the last one
 * @throws StockNotFoundError when the stock of a listed product cannot be found
 */
export async function getProductList(
  choice: ProductListChoice,
  locale: Locale,
): Promise<ProductListView> {
  const filter = {
    search: choice.search,
    ...(choice.category ? { categorySlug: choice.category } : {}),
    inStockOnly: choice.inStockOnly,
    minPrice: choice.minPrice,
    maxPrice: choice.maxPrice,
    sort: choice.sort,
    locale,
    perPage: productsPerPage,
  };
  let { page } = choice;
  let found = await listProducts(database(), { ...filter, page }, new Date());
  const pageCount = Math.max(1, Math.ceil(found.total / productsPerPage));
  if (page > pageCount) {
    page = pageCount;
    found = await listProducts(database(), { ...filter, page }, new Date());
  }
  return {
    products: found.products.map((product) => productView(product, locale)),
    total: found.total,
    page,
    pageCount,
  };
}

/**
 * The products that came in last, for the home page.
 * @param except these stand on the page already
 * @throws StockNotFoundError
 */
export async function listNewestProducts(except: number[], locale: Locale): Promise<ProductView[]> {
  const { products: rows } = await listProducts(
    database(),
    {
      except,
      inStockOnly: true,
      perPage: newestProducts,
    },
    new Date(),
  );
  return rows.map((product) => productView(product, locale));
}

/**
 * Products by their numbers, as cards; unknown and unpublished ones are left out.
 * @throws StockNotFoundError
 */
export async function listProductsByIds(ids: number[], locale: Locale): Promise<ProductView[]> {
  const found = await listProducts(database(), { ids, perPage: ids.length }, new Date());
  return found.products.map((product) => productView(product, locale));
}

/**
 * A product's page; null: the shop has no such product. Asked twice in one rendering (title and
 * page), it reads once.
 *
 * @throws StockNotFoundError when its stock cannot be found
 */
export const getProduct = cache(
  async (slug: string, locale: Locale): Promise<ProductDetailView | null> => {
    if (slug.length > longestSlug || !slugShape.test(slug)) return null;
    const [product] = (await listProducts(database(), { slug, perPage: 1 }, new Date())).products;
    if (!product) return null;
    const shelves = await listCategories(locale);
    const category = shelves.find((shelf) => shelf.slug === product.categorySlug);
    if (!category) throw new Error(`product ${product.id} stands on an unknown shelf`);
    return {
      ...productView(product, locale),
      description: locale === 'ko' ? product.descriptionKo : product.descriptionEn,
      category,
      mostUnits: MOST_UNITS_PER_LINE,
      similar: await listSimilar(category.slug, [product.id], similarProducts, locale),
    };
  },
);

/**
 * What can be bought on a shelf in place of products of it that cannot.
 *
 * @param except these products are not among them
 * @throws StockNotFoundError
 */
export async function listSimilar(
  categorySlug: string,
  except: number[],
  most: number,
  locale: Locale,
): Promise<ProductView[]> {
  const { products: others } = await listProducts(
    database(),
    { categorySlug, except, inStockOnly: true, perPage: most },
    new Date(),
  );
  return others.map((other) => productView(other, locale));
}

/**
 * Units left of the named products, now; unknown and unpublished ones are left out.
 * @throws StockNotFoundError when the stock of one cannot be found
 */
export async function getStockAnswer(ids: number[], now: Date): Promise<StockAnswer> {
  return stockAnswer(await getStock(database(), ids), now);
}

/** The bytes (WebP) of an uploaded picture; null: there is none of that hash. */
export async function getUploadedPicture(hash: string): Promise<Uint8Array | null> {
  return isUploadedArt(hash) ? getPicture(database(), hash) : null;
}

/** A listed product in the page's language. */
export function productView(product: ListedProduct, locale: Locale): ProductView {
  const { id, slug, categorySlug, nameKo, nameEn, price, quantity, art } = product;
  const name = locale === 'ko' ? nameKo : nameEn;
  return { id, slug, categorySlug, name, price, stock: quantity, art };
}
