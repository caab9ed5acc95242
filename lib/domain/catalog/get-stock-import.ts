import { and, desc, eq, isNotNull, ne } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { stockImports } from '@/db/schema';
import { decideImport, type LineDecision } from './import-rules';
import { namedProducts } from './import-store';

export interface StockImport {
  importId: number;
  createdAt: Date;
  appliedAt: Date | null;
  decisions: LineDecision[];
  /** When a table of the same lines was applied before; null: never. */
  sameAppliedAt: Date | null;
}

/**
 * An uploaded table with what each line would do to the stock of now: a dry run, unlocked, that
 * changes nothing. Null: no such import. Once applied, the lines stand as they were written.
 */
export async function getStockImport(db: Database, importId: number): Promise<StockImport | null> {
  const [table] = await db.orm.select().from(stockImports).where(eq(stockImports.id, importId));
  if (!table) return null;
  const [same] = await db.orm
    .select({ appliedAt: stockImports.appliedAt })
    .from(stockImports)
    .where(
      and(
        eq(stockImports.contentHash, table.contentHash),
        isNotNull(stockImports.appliedAt),
        ne(stockImports.id, importId),
      ),
    )
    .orderBy(desc(stockImports.appliedAt))
    .limit(1);
  return {
    importId,
    createdAt: table.createdAt,
    appliedAt: table.appliedAt,
    decisions: decideImport(table.lines, await namedProducts(db, table.lines)),
    sameAppliedAt: same?.appliedAt ?? null,
  };
}
