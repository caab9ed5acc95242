import 'server-only';
import { count, desc, eq } from 'drizzle-orm';
import { database } from '@/db';
import { categories, pictures, products, stock } from '@/db/schema';
import { isPlanDue, priceAt } from '@/lib/domain/catalog/price-rules';
import type { ProductChoice } from '@/lib/domain/catalog/product-choice-rules';
import { listProductFile } from '@/lib/domain/exports/list-shop-file';
import { stockLevel } from '@/lib/domain/sales/rules';
import { seoulMomentText } from '@/lib/format/seoul-moment';
import type { KeyPage, ProductRowView } from '@/lib/views/admin-lists';
import type { ProductEditView } from '@/lib/views/admin-products';
import { FIRST_ART, type PictureView, SHOP_ART } from '@/lib/views/shop-art';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

const PRODUCTS_A_PAGE = 50;
const UPLOADS_TO_CHOOSE = 24;

/**
 * Products in the order they were added, hidden ones too.
 * @param after the product that the page before ended with
 */
export async function listProductsForAdmin(
  choice: ProductChoice,
  after: number | null,
): Promise<KeyPage<ProductRowView> & { readAt: Date }> {
  await adminOnly();
  const readAt = new Date();
  const page = { after, limit: PRODUCTS_A_PAGE + 1 };
  const rows = await listProductFile(database().sql, choice, { asOf: readAt, live: true }, page);
  const views = rows.map((product) => ({ ...product, level: stockLevel(product.quantity) }));
  return { ...keyPage(views, PRODUCTS_A_PAGE, ({ productId }) => productId), readAt };
}

/** Shelves with both their names, in display order. */
export async function listShelves(): Promise<{ slug: string; nameKo: string; nameEn: string }[]> {
  await adminOnly();
  const { slug, nameKo, nameEn } = categories;
  return database()
    .orm.select({ slug, nameKo, nameEn })
    .from(categories)
    .orderBy(categories.position);
}

/** A product as its form begins with it; null: no such product. */
export async function getProductForAdmin(productId: number): Promise<ProductEditView | null> {
  await adminOnly();
  const [row] = await database()
    .orm.select({ product: products, quantity: stock.quantity })
    .from(products)
    .innerJoin(stock, eq(stock.productId, products.id))
    .where(eq(products.id, productId));
  if (!row) return null;
  const { id, version, slug, categorySlug, nameKo, nameEn } = row.product;
  const { descriptionKo, descriptionEn, plannedPrice, plannedFrom, art, published } = row.product;
  const now = new Date();
  const planned = plannedFrom !== null && !isPlanDue(row.product, now);
  return {
    ...{ productId: id, version, slug, categorySlug, nameKo, nameEn },
    ...{ descriptionKo, descriptionEn, price: priceAt(row.product, now), art, published },
    plannedPrice: planned ? String(plannedPrice) : '',
    plannedFrom: planned ? seoulMomentText(plannedFrom) : '',
    ...{ quantity: row.quantity, openingQuantity: '' },
  };
}

/** What the form of a new product begins with: hidden, so that it is looked at before it is sold. */
export async function proposeProduct(): Promise<ProductEditView> {
  const [shelf] = await listShelves();
  return {
    ...{ productId: null, version: 1, slug: '', categorySlug: shelf?.slug ?? '' },
    ...{ nameKo: '', nameEn: '', descriptionKo: '', descriptionEn: '' },
    ...{
      price: '' as const,
      plannedPrice: '',
      plannedFrom: '',
      art: FIRST_ART,
      published: false,
      quantity: 0,
      openingQuantity: '',
    },
  };
}

/**
 * The pictures that a product can have: its own first, then what was uploaded last, then the shop's.
 * @param own what the product has, or is about to have
 */
export async function listPictures(
  own: string,
  nameOf: (number: number) => Record<'nameKo' | 'nameEn', string>,
): Promise<PictureView[]> {
  await adminOnly();
  const { orm } = database();
  const [newest, [all]] = await Promise.all([
    orm
      .select({ art: pictures.hash })
      .from(pictures)
      .orderBy(desc(pictures.createdAt))
      .limit(UPLOADS_TO_CHOOSE),
    orm.select({ count: count() }).from(pictures),
  ]);
  const total = all?.count ?? 0;
  const uploads = newest.map(({ art }, i) => ({ art, ...nameOf(total - i) }));
  const choices = [...uploads, ...SHOP_ART];
  const first = choices.find(({ art }) => art === own) ?? { art: own, ...nameOf(total) };
  return [first, ...choices.filter(({ art }) => art !== own)];
}

/** The hash in an address when a picture of it was uploaded, else null. */
export async function findPicture(hash: unknown): Promise<string | null> {
  await adminOnly();
  if (typeof hash !== 'string') return null;
  const [found] = await database()
    .orm.select({ hash: pictures.hash })
    .from(pictures)
    .where(eq(pictures.hash, hash));
  return found?.hash ?? null;
}
