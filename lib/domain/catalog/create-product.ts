import type { Database } from '@/db/client';
import { products, stock, stockMovements } from '@/db/schema';
import { recordAudit } from '../audit/store';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';

export interface NewProduct {
  slug: string;
  categorySlug: string;
  nameKo: string;
  nameEn: string;
  descriptionKo: string;
  descriptionEn: string;
  /** Won. */
  price: number;
  art: string;
  published: boolean;
  openingQuantity: number;
}

/**
 * Adds a product with its stock row and opening movement, together or not at all
 * (spec.md: Products).
 *
 * @param actorUserId the admin who adds it; null: the sample shop's own
 */
export async function createProduct(
  db: Database,
  { openingQuantity, ...product }: NewProduct,
  actorUserId: number | null,
  now: Date,
): Promise<Outcome<{ productId: number }, { code: 'SLUG_TAKEN' } | UnsettledRefusal>> {
  return inTransaction<{ productId: number }, { code: 'SLUG_TAKEN' }>(db, async (tx) => {
    const [row] = await tx.orm
      .insert(products)
      .values({ ...product, createdAt: now, updatedAt: now })
      .onConflictDoNothing({ target: products.slug })
      .returning({ productId: products.id });
    if (!row) return refused({ code: 'SLUG_TAKEN' });
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
        after: { ...product, openingQuantity },
        createdAt: now,
      });
    }
    return done({ productId });
  });
}
