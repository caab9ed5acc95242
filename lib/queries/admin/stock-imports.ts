import 'server-only';
import { asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import { database } from '@/db';
import { products, stock, stockImports, users } from '@/db/schema';
import type { CsvFile } from '@/lib/csv';
import { getStockImport } from '@/lib/domain/catalog/get-stock-import';
import type { LineDecision } from '@/lib/domain/catalog/import-rules';
import type { Locale } from '@/lib/i18n/locales';
import type { KeyPage } from '@/lib/views/admin-lists';
import type { ImportLineView, StockImportRowView, StockImportView } from '@/lib/views/stock-import';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

const IMPORTS_A_PAGE = 20;
const PRODUCTS_A_BATCH = 500;

/** An uploaded table as it would be applied now, or as it was applied; null: no such one. */
export async function getStockImportForAdmin(importId: number): Promise<StockImportView | null> {
  await adminOnly();
  const found = await getStockImport(database(), importId);
  if (!found) return null;
  const { decisions, ...table } = found;
  const lines = decisions.map(lineView);
  const changes = lines.flatMap(({ effect }) => (effect.kind === 'change' ? [effect.change] : []));
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    ...table,
    lines,
    changes: changes.length,
    problems: lines.filter(({ effect }) => effect.kind === 'problem').length,
    unitsIn: sum(changes.filter((change) => change > 0)),
    unitsOut: sum(changes.filter((change) => change < 0).map((change) => -change)),
  };
}

function lineView(decision: LineDecision): ImportLineView {
  const { line, product, delta, reason, found } = decision;
  const written = { product, delta, reason };
  const before = found?.quantity ?? null;
  const effect: ImportLineView['effect'] =
    decision.effect === 'problem'
      ? { kind: 'problem', problem: decision.problem, before }
      : decision.effect === 'nothing'
        ? { kind: 'nothing' }
        : {
            kind: 'change',
            change: decision.change,
            before: before ?? 0,
            after: decision.quantityAfter,
          };
  return { line, written, product: found, effect };
}

/** The tables that were uploaded, the newest first. */
export async function listStockImports(
  before: number | null,
): Promise<KeyPage<StockImportRowView>> {
  await adminOnly();
  const rows = await database()
    .orm.select({
      importId: stockImports.id,
      createdAt: stockImports.createdAt,
      by: users.name,
      lines: sql<number>`jsonb_array_length(${stockImports.lines})`,
      appliedAt: stockImports.appliedAt,
    })
    .from(stockImports)
    .innerJoin(users, eq(users.id, stockImports.createdBy))
    .where(before === null ? undefined : lt(stockImports.id, before))
    .orderBy(desc(stockImports.id))
    .limit(IMPORTS_A_PAGE + 1);
  return keyPage(rows, IMPORTS_A_PAGE, ({ importId }) => importId);
}

/** A table to fill in: every product with its stock and an empty change. */
export async function getImportTemplate(
  locale: Locale,
): Promise<CsvFile<{ productId: number; name: string; quantity: number }>> {
  await adminOnly();
  const korean = locale === 'ko';
  return {
    name: korean ? '재고-입고.csv' : 'stock-changes.csv',
    columns: [
      { title: korean ? '상품번호' : 'product', cell: ({ productId }) => productId },
      { title: korean ? '이름' : 'name', cell: ({ name }) => name },
      { title: korean ? '재고' : 'stock', cell: ({ quantity }) => quantity },
      { title: korean ? '변화' : 'change', cell: () => null },
      { title: korean ? '사유' : 'reason', cell: () => null },
    ],
    batches: stockBatches(locale),
  };
}

async function* stockBatches(locale: Locale) {
  for (let after = 0; ; ) {
    const rows = await database()
      .orm.select({
        productId: products.id,
        name: locale === 'ko' ? products.nameKo : products.nameEn,
        quantity: stock.quantity,
      })
      .from(products)
      .innerJoin(stock, eq(stock.productId, products.id))
      .where(gt(products.id, after))
      .orderBy(asc(products.id))
      .limit(PRODUCTS_A_BATCH);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.productId;
  }
}
