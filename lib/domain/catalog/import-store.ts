import { eq, inArray, or } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { products, stock } from '@/db/schema';
import type { Transaction } from '../transaction';
import type { ImportedLine, ImportedProduct, LineDecision } from './import-rules';

/** Locks the stock of every named product, in the order of every command (protocol.md). */
export async function lockNamedStock(tx: Transaction, productIds: number[]): Promise<void> {
  await tx.orm
    .select({ productId: stock.productId })
    .from(stock)
    .where(inArray(stock.productId, productIds))
    .orderBy(stock.productId)
    .for('update');
}

/** The products that lines name by number or address, with their stock. */
export async function namedProducts(
  orm: Database['orm'] | Transaction['orm'],
  lines: ImportedLine[],
): Promise<ImportedProduct[]> {
  const names = [...new Set(lines.map(({ product }) => product))];
  const ids = names.filter((name) => /^[1-9]\d{0,14}$/.test(name)).map(Number);
  return orm
    .select({
      productId: products.id,
      slug: products.slug,
      nameKo: products.nameKo,
      nameEn: products.nameEn,
      quantity: stock.quantity,
    })
    .from(products)
    .innerJoin(stock, eq(stock.productId, products.id))
    .where(or(inArray(products.slug, names), inArray(products.id, ids)));
}

type Change = Extract<LineDecision, { effect: 'change' }> & { found: ImportedProduct };

/** Moves locked stock by every line's change, with its movement and audit entry, in one statement. */
export async function moveNamedStock(
  { sql }: Transaction,
  changes: Change[],
  by: { importId: number; actorUserId: number; now: Date },
): Promise<void> {
  const rows = JSON.stringify(
    changes.map(({ found, change, quantityAfter, reason }) => ({
      product_id: found.productId,
      kind: change > 0 ? 'restock' : 'correction',
      delta: change,
      quantity_before: found.quantity,
      quantity_after: quantityAfter,
      reason,
    })),
  );
  const { importId, actorUserId, now } = by;
  const at = now.toISOString();
  await sql`
    with c as materialized (
      select * from json_to_recordset(${rows}::text::json) as c(
        product_id bigint, kind stock_movement_kind, delta int, quantity_before int,
        quantity_after int, reason text)
    ), moved as (
      update stock set quantity = c.quantity_after from c where stock.product_id = c.product_id
    ), movements as (
      insert into stock_movements
        (product_id, kind, delta, quantity_after, actor_user_id, reason, created_at)
      select product_id, kind, delta, quantity_after, ${actorUserId}::bigint, reason,
        ${at}::timestamptz
      from c order by product_id
    )
    insert into audit_log (actor_user_id, action, entity, entity_id, before, after, created_at)
    select ${actorUserId}::bigint, 'stock.' || kind, 'product', product_id::text,
      jsonb_build_object('quantity', quantity_before),
      jsonb_build_object('quantity', quantity_after, 'delta', delta, 'reason', reason,
        'importId', ${importId}::bigint),
      ${at}::timestamptz
    from c order by product_id`;
}
