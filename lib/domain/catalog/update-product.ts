import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { products } from '@/db/schema';
import type { EditedSince } from '../audit/edit-rules';
import { editedSince, recordEdit } from '../audit/store';
import type { Won } from '../money';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import type { Transaction } from '../transaction';
import { isPlanDue, priceAt } from './price-rules';
import { type ProductFieldRefusal, type ProductFields, productChanges } from './product-rules';
import { saveProduct } from './save-product';
import { isKnownArt } from './store';

export type UpdateProductRefusal = { code: 'UNKNOWN_PRODUCT' } | EditedSince | ProductFieldRefusal;

/**
 * Edits what a product says and costs, never its stock (admin.md: Products and stock). Orders that
 * are on their way keep going: the row is locked against other edits alone.
 *
 * @param command.version the one that the operator's page showed
 * @param command.shownPrice the price that it showed: sent back as it was, it is left alone, because
 *   a plan may have taken effect since, which makes no version
 * @param actorUserId an admin: the caller makes sure
 * @returns `replayed` when everything stands that way already; `EDITED_SINCE` when somebody else
 *   saved in between
 */
export async function updateProduct(
  db: Database,
  command: { productId: number; version: number; shownPrice: Won; fields: ProductFields },
  actorUserId: number,
  now: Date,
): Promise<Outcome<null, UpdateProductRefusal | UnsettledRefusal>> {
  const { productId } = command;
  const work = async (tx: Transaction): Promise<Outcome<null, UpdateProductRefusal>> => {
    const [row] = await tx.orm
      .select()
      .from(products)
      .where(eq(products.id, productId))
      // Not FOR UPDATE, which would hold up every order that names the product in its lines.
      .for('no key update');
    if (!row) return refused({ code: 'UNKNOWN_PRODUCT' });
    const price = priceAt(row, now);
    const isPriceTouched = command.fields.price !== command.shownPrice;
    const fields = isPriceTouched ? command.fields : { ...command.fields, price };
    const changes = productChanges({ ...row, price }, fields);
    if (changes.length === 0) return done(null, true);
    if (row.version !== command.version) {
      const there = { entity: 'product', id: productId, version: row.version };
      return refused(await editedSince(tx, there, command.version));
    }
    if (!(await isKnownArt(tx, fields.art))) return refused({ code: 'UNKNOWN_PICTURE' });
    const version = row.version + 1;
    await tx.orm
      .update(products)
      .set({
        ...fields,
        ...(isPlanDue(row, now) && { plannedPrice: null, plannedFrom: null }),
        version,
        updatedAt: now,
      })
      .where(eq(products.id, productId));
    const edited = { entity: 'product', id: productId, version };
    await recordEdit(tx, { actorUserId, action: 'product.update', row: edited, changes, now });
    return done(null);
  };
  return saveProduct(db, work);
}
