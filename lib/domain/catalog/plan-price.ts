import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { products } from '@/db/schema';
import { changedFields, type EditedSince } from '../audit/edit-rules';
import { editedSince, recordEdit } from '../audit/store';
import type { Won } from '../money';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction, type Transaction } from '../transaction';
import { isPlanDue, priceAt } from './price-rules';

export type PlanPriceRefusal =
  | { code: 'UNKNOWN_PRODUCT' }
  | EditedSince
  /** A price for a moment that has passed would change what was bought since. */
  | { code: 'PLAN_IN_PAST' };

/**
 * Plans the price that a product has from an instant on, or takes the plan back. Nothing has to run
 * at that instant: whoever reads a price asks which one holds (`priceAt`). One plan a product.
 *
 * @param command.plan null: no plan any more; a price that already took effect stays
 * @param command.version the one that the operator's page showed
 * @param actorUserId an admin: the caller makes sure
 * @returns `replayed` when it is planned that way already
 */
export async function planPrice(
  db: Database,
  command: { productId: number; version: number; plan: { price: Won; from: Date } | null },
  actorUserId: number,
  now: Date,
): Promise<Outcome<null, PlanPriceRefusal | UnsettledRefusal>> {
  const { productId, plan } = command;
  const work = async (tx: Transaction): Promise<Outcome<null, PlanPriceRefusal>> => {
    const [row] = await tx.orm
      .select()
      .from(products)
      .where(eq(products.id, productId))
      .for('no key update');
    if (!row) return refused({ code: 'UNKNOWN_PRODUCT' });
    const open = isPlanDue(row, now) ? null : row;
    const changes = changedFields(
      stateOf(open?.plannedPrice ?? null, open?.plannedFrom ?? null),
      stateOf(plan?.price ?? null, plan?.from ?? null),
    );
    if (changes.length === 0) return done(null, true);
    if (row.version !== command.version) {
      const there = { entity: 'product', id: productId, version: row.version };
      return refused(await editedSince(tx, there, command.version));
    }
    if (plan && plan.from <= now) return refused({ code: 'PLAN_IN_PAST' });
    const version = row.version + 1;
    await tx.orm
      .update(products)
      .set({
        price: priceAt(row, now),
        plannedPrice: plan?.price ?? null,
        plannedFrom: plan?.from ?? null,
        version,
        updatedAt: now,
      })
      .where(eq(products.id, productId));
    const edited = { entity: 'product', id: productId, version };
    await recordEdit(tx, { actorUserId, action: 'product.plan-price', row: edited, changes, now });
    return done(null);
  };
  return inTransaction(db, work, { settlesByKey: true });
}

function stateOf(plannedPrice: Won | null, plannedFrom: Date | null) {
  return { plannedPrice, plannedFrom: plannedFrom?.toISOString() ?? null };
}
