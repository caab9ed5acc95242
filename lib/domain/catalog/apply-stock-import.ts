import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { stockImports } from '@/db/schema';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction, type Transaction } from '../transaction';
import { announceStock } from './announce-stock';
import { decideImport } from './import-rules';
import { lockNamedProducts, moveNamedStock, namedProducts } from './import-store';

export type ApplyStockImportRefusal =
  | { code: 'UNKNOWN_IMPORT' }
  /** Lines that cannot be applied, as the stock stands now; nothing was. */
  | { code: 'IMPORT_HAS_PROBLEMS'; lines: number[] };

/**
 * Applies an uploaded table of stock changes: every line or none (admin.md: Products and stock).
 * Each is a change, so sales that happen meanwhile are kept. The import's own row is what makes it
 * happen once: who presses again, in any tab, gets the first result.
 *
 * @param actorUserId an admin: the caller makes sure
 * @returns how many products changed; `replayed` when it was applied before
 */
export async function applyStockImport(
  db: Database,
  importId: number,
  actorUserId: number,
  now: Date,
): Promise<Outcome<{ changed: number }, ApplyStockImportRefusal | UnsettledRefusal>> {
  let moved: number[] = [];
  const work = async (
    tx: Transaction,
  ): Promise<Outcome<{ changed: number }, ApplyStockImportRefusal>> => {
    const [table] = await tx.orm
      .select()
      .from(stockImports)
      .where(eq(stockImports.id, importId))
      .for('update');
    if (!table) return refused({ code: 'UNKNOWN_IMPORT' });
    if (table.appliedAt) {
      const named = await namedProducts(tx, table.lines);
      return done({ changed: named.length }, true);
    }

    const decisions = decideImport(table.lines, await lockNamedProducts(tx, table.lines));
    const problems = decisions.filter(({ effect }) => effect === 'problem');
    if (problems.length > 0) {
      return refused({ code: 'IMPORT_HAS_PROBLEMS', lines: problems.map(({ line }) => line) });
    }
    const changes = decisions.flatMap((decision) =>
      decision.effect === 'change' && decision.found
        ? [{ ...decision, found: decision.found }]
        : [],
    );
    moved = changes.map(({ found }) => found.productId);
    await moveNamedStock(tx, changes, { importId, actorUserId, now });
    await tx.orm
      .update(stockImports)
      .set({ appliedAt: now, appliedBy: actorUserId })
      .where(eq(stockImports.id, importId));
    return done({ changed: changes.length });
  };
  const outcome = await inTransaction(db, work, { settlesByKey: true });
  if (outcome.ok) announceStock(db, moved);
  return outcome;
}
