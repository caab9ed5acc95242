import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { stockImports } from '@/db/schema';
import { requestHash } from '../idempotency/rules';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction, type Transaction } from '../transaction';
import type { ImportedLine } from './import-rules';

export type CreateStockImportRefusal =
  | { code: 'IMPORT_EMPTY' }
  | { code: 'IMPORT_TOO_LONG'; most: number };

/** More would hold the stock of half the shop locked while it is applied. */
export const MOST_IMPORT_LINES = 2_000;

/**
 * Keeps an uploaded table to be looked at. It changes no stock.
 * @param command.uploadKey UUID made with the form: the same again finds the same import
 * @param actorUserId an admin: the caller makes sure
 */
export async function createStockImport(
  db: Database,
  { uploadKey, lines }: { uploadKey: string; lines: ImportedLine[] },
  actorUserId: number,
  now: Date,
): Promise<Outcome<{ importId: number }, CreateStockImportRefusal | UnsettledRefusal>> {
  if (lines.length === 0) return refused({ code: 'IMPORT_EMPTY' });
  if (lines.length > MOST_IMPORT_LINES) {
    return refused({ code: 'IMPORT_TOO_LONG', most: MOST_IMPORT_LINES });
  }
  const contentHash = requestHash(
    lines.map(({ product, delta, reason }) => ({ product, delta, reason })),
  );
  const work = async ({ orm }: Transaction): Promise<Outcome<{ importId: number }, never>> => {
    const [row] = await orm
      .insert(stockImports)
      .values({ uploadKey, contentHash, lines, createdBy: actorUserId, createdAt: now })
      .onConflictDoNothing({ target: stockImports.uploadKey })
      .returning({ importId: stockImports.id });
    if (row) return done(row);
    const [there] = await orm
      .select({ importId: stockImports.id })
      .from(stockImports)
      .where(eq(stockImports.uploadKey, uploadKey));
    if (!there) throw new Error('an uploaded table vanished');
    return done(there, true);
  };
  return inTransaction(db, work, { settlesByKey: true });
}
