import 'server-only';
import { asc, eq, gt } from 'drizzle-orm';
import { database } from '@/db';
import { categories, products, stock } from '@/db/schema';
import { stockLevel } from '@/lib/domain/sales/rules';
import type { KeyPage, ProductRowView } from '@/lib/views/admin-lists';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

const PRODUCTS_A_PAGE = 50;

/** All products in the order they were added, hidden ones too. */
export async function listProductsForAdmin(after: number | null): Promise<KeyPage<ProductRowView>> {
  await adminOnly();
  const rows = await database()
    .orm.select({
      productId: products.id,
      slug: products.slug,
      nameKo: products.nameKo,
      nameEn: products.nameEn,
      categoryKo: categories.nameKo,
      categoryEn: categories.nameEn,
      price: products.price,
      published: products.published,
      quantity: stock.quantity,
    })
    .from(products)
    .innerJoin(categories, eq(categories.slug, products.categorySlug))
    .innerJoin(stock, eq(stock.productId, products.id))
    .where(after === null ? undefined : gt(products.id, after))
    .orderBy(asc(products.id))
    .limit(PRODUCTS_A_PAGE + 1);
  const views = rows.map((product) => ({ ...product, level: stockLevel(product.quantity) }));
  return keyPage(views, PRODUCTS_A_PAGE, ({ productId }) => productId);
}
