import 'server-only';
import { and, desc, eq, lt, lte } from 'drizzle-orm';
import { database } from '@/db';
import { inSnapshot } from '@/db/client';
import { products, stock, stockMovements, users } from '@/db/schema';
import { getStockThen } from '@/lib/domain/catalog/get-stock-then';
import { listStock as listStockRows, type StockKey } from '@/lib/domain/catalog/list-stock';
import type { ProductChoice } from '@/lib/domain/catalog/product-choice-rules';
import { getKeyResult } from '@/lib/domain/idempotency/get-key-result';
import { stockLevel } from '@/lib/domain/sales/rules';
import type { KeyPage, ProductStockView, StockRowView } from '@/lib/views/admin-lists';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

export type { StockKey };

const PRODUCTS_A_PAGE = 50;
const MOVEMENTS_A_PAGE = 20;

/**
 * Products with their stock, the emptiest first, and how many they are (admin.md: Products and stock).
 * @param after the key of the page before
 * @param asOf as it stood then; null: now
 */
export async function listStock(
  choice: ProductChoice,
  after: StockKey | null,
  asOf: Date | null,
): Promise<KeyPage<StockRowView, StockKey> & { count: number; readAt: Date }> {
  await adminOnly();
  const readAt = asOf ?? new Date();
  const key = { after, limit: PRODUCTS_A_PAGE + 1 };
  const { rows, count } = await listStockRows(database(), choice, key, asOf);
  const page = keyPage(rows, PRODUCTS_A_PAGE, ({ quantity, productId }) => ({
    quantity,
    productId,
  }));
  return { ...page, count, rows: page.rows.map(withLevel), readAt };
}

/** What an own press of a product's stock form has done, by the form's key; null: nothing. */
export async function getStockChange(productId: number, key: string | null) {
  const { id: userId } = await adminOnly();
  if (key === null) return null;
  const change = await getKeyResult(database(), { userId, action: 'restock', key });
  return change?.productId === productId ? change : null;
}

/**
 * One product's stock with its movements, the newest first; null: no such product.
 * @param before the movement that the page before ended with
 * @param asOf as it stood then, from movements and orders alone; null: now
 */
export async function getStock(
  productId: number,
  before: number | null,
  asOf: Date | null,
): Promise<ProductStockView | null> {
  await adminOnly();
  const db = database();
  // What is past never changes: it needs no snapshot.
  const past = asOf && (await getStockThen(db, productId, asOf));
  return inSnapshot(db, async ({ orm: tx }) => {
    const [row] = await tx
      .select({
        productId: products.id,
        nameKo: products.nameKo,
        nameEn: products.nameEn,
        published: products.published,
        quantity: stock.quantity,
      })
      .from(products)
      .innerJoin(stock, eq(stock.productId, products.id))
      .where(eq(products.id, productId));
    if (!row) return null;
    if (asOf && !past) {
      const product = withLevel({ ...row, quantity: 0 });
      return { product, movements: { rows: [], next: null }, past: 'notIn' };
    }
    const movements = await tx
      .select({
        id: stockMovements.id,
        at: stockMovements.createdAt,
        kind: stockMovements.kind,
        delta: stockMovements.delta,
        quantityAfter: stockMovements.quantityAfter,
        orderId: stockMovements.orderId,
        reason: stockMovements.reason,
        actor: users.name,
      })
      .from(stockMovements)
      .leftJoin(users, eq(users.id, stockMovements.actorUserId))
      .where(
        and(
          eq(stockMovements.productId, productId),
          before === null ? undefined : lt(stockMovements.id, before),
          past ? lte(stockMovements.id, past.lastMovementId) : undefined,
        ),
      )
      .orderBy(desc(stockMovements.id))
      .limit(MOVEMENTS_A_PAGE + 1);
    return {
      product: withLevel({ ...row, ...(past && { quantity: past.quantity }) }),
      movements: keyPage(movements, MOVEMENTS_A_PAGE, ({ id }) => id),
      past,
    };
  });
}

function withLevel<Row extends { quantity: number }>(product: Row) {
  return { ...product, level: stockLevel(product.quantity) };
}
