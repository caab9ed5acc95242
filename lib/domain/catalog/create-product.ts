import { and, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { products, stock, stockMovements } from '@/db/schema';
import { recordAudit } from '../audit/store';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import type { Transaction } from '../transaction';
import { type ProductFieldRefusal, type ProductFields, productChanges } from './product-rules';
import { saveProduct } from './save-product';
import { isKnownArt } from './store';

export interface NewProduct extends ProductFields {
  /** Units that it opens with, 0 or more. */
  openingQuantity: number;
}

type Created = Outcome<{ productId: number }, ProductFieldRefusal>;

/**
 * Adds a product with its stock row and opening movement, together or not at all
 * (spec.md: Products).
 *
 * @param actorUserId the admin who adds it; null: the sample shop's own
 * @returns `replayed` when exactly this product stands there already, so pressing twice is pressing
 *   once; `SLUG_TAKEN` when another one has the address
 */
export async function createProduct(
  db: Database,
  { openingQuantity, ...product }: NewProduct,
  actorUserId: number | null,
  now: Date,
): Promise<Outcome<{ productId: number }, ProductFieldRefusal | UnsettledRefusal>> {
  const work = async (tx: Transaction): Promise<Created> => {
    if (!(await isKnownArt(tx, product.art))) return refused({ code: 'UNKNOWN_PICTURE' });
    const [row] = await tx.orm
      .insert(products)
      .values({ ...product, createdAt: now, updatedAt: now })
      .onConflictDoNothing({ target: products.slug })
      .returning({ productId: products.id });
    if (!row) return productThere(tx, { ...product, openingQuantity });
    const { productId } = row;
    await tx.orm.insert(stock).values({ productId, quantity: openingQuantity });
    await tx.orm.insert(stockMovements).values({
      productId,
      kind: 'opening',
      delta: openingQuantity,
      quantityAfter: openingQuantity,
      actorUserId,
      createdAt: now,
    });
    if (actorUserId !== null) {
      await recordAudit(tx, {
        actorUserId,
        action: 'product.create',
        entity: 'product',
        entityId: String(productId),
        after: { ...product, openingQuantity, version: 1 },
        createdAt: now,
      });
    }
    return done({ productId });
  };
  return saveProduct(db, work);
}

/** Whether the product that has the address is the one asked for, as it was asked for. */
async function productThere({ orm }: Transaction, wanted: NewProduct): Promise<Created> {
  const [there] = await orm
    .select({ product: products, openingQuantity: stockMovements.delta })
    .from(products)
    .innerJoin(
      stockMovements,
      and(eq(stockMovements.productId, products.id), eq(stockMovements.kind, 'opening')),
    )
    .where(eq(products.slug, wanted.slug));
  const same =
    there?.openingQuantity === wanted.openingQuantity &&
    productChanges(there.product, wanted).length === 0;
  return same ? done({ productId: there.product.id }, true) : refused({ code: 'SLUG_TAKEN' });
}
