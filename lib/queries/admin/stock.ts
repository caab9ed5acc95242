import 'server-only';
import { and, asc, desc, eq, gt, lt, lte, or } from 'drizzle-orm';
import { database } from '@/db';
import { products, stock, stockMovements, users } from '@/db/schema';
import { LOW_STOCK, stockLevel } from '@/lib/domain/sales/rules';
import type { KeyPage, StockMovementView, StockRowView } from '@/lib/views/admin-lists';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

export const STOCK_LEVELS = ['all', 'low', 'out'] as const;
export type StockLevel = (typeof STOCK_LEVELS)[number];

/** Where a page of the stock list ended: quantities repeat, so the product's number decides. */
export interface StockKey {
  quantity: number;
  productId: number;
}

const PRODUCTS_A_PAGE = 50;
const MOVEMENTS_A_PAGE = 20;

const row = {
  productId: products.id,
  nameKo: products.nameKo,
  nameEn: products.nameEn,
  published: products.published,
  quantity: stock.quantity,
};

/**
 * Products with their stock, the emptiest first, hidden ones too (admin.md: Products and stock).
 * @param level `low`: some but few are left; `out`: none
 * @param after the key of the page before
 */
export async function listStock(
  level: StockLevel,
  after: StockKey | null,
): Promise<KeyPage<StockRowView, StockKey>> {
  await adminOnly();
  const levels = {
    all: undefined,
    low: and(gt(stock.quantity, 0), lte(stock.quantity, LOW_STOCK)),
    out: eq(stock.quantity, 0),
  };
  const later =
    after &&
    or(
      gt(stock.quantity, after.quantity),
      and(eq(stock.quantity, after.quantity), gt(products.id, after.productId)),
    );
  const rows = await database()
    .orm.select(row)
    .from(stock)
    .innerJoin(products, eq(products.id, stock.productId))
    .where(and(levels[level], later ?? undefined))
    .orderBy(asc(stock.quantity), asc(products.id))
    .limit(PRODUCTS_A_PAGE + 1);
  const page = keyPage(rows, PRODUCTS_A_PAGE, ({ quantity, productId }) => ({
    quantity,
    productId,
  }));
  return { ...page, rows: page.rows.map(withLevel) };
}

/**
 * One product's stock with its movements, the newest first; null: no such product.
 * @param before the movement that the page before ended with
 */
export async function getStock(
  productId: number,
  before: number | null,
): Promise<{ product: StockRowView; movements: KeyPage<StockMovementView> } | null> {
  await adminOnly();
  const { orm } = database();
  return orm.transaction(
    async (tx) => {
      const [product] = await tx
        .select(row)
        .from(products)
        .innerJoin(stock, eq(stock.productId, products.id))
        .where(eq(products.id, productId));
      if (!product) return null;
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
          ),
        )
        .orderBy(desc(stockMovements.id))
        .limit(MOVEMENTS_A_PAGE + 1);
      return {
        product: withLevel(product),
        movements: keyPage(movements, MOVEMENTS_A_PAGE, ({ id }) => id),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

function withLevel<Row extends { quantity: number }>(product: Row) {
  return { ...product, level: stockLevel(product.quantity) };
}
