import { eq, inArray, or } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { products, stock } from '@/db/schema';
import type { Transaction } from '../transaction';
import {
  type ImportedLine,
  type ImportedProduct,
  type LineDecision,
  numberNamed,
} from './import-rules';

/**
 * The products that lines name, their stock locked in the order of every command (protocol.md). One
 * statement, so that what is found is what is locked; whoever waited for a row reads what it became.
 */
export async function lockNamedProducts(
  { orm }: Transaction,
  lines: ImportedLine[],
): Promise<ImportedProduct[]> {
  return selectNamed(orm, lines).orderBy(stock.productId).for('update', { of: stock });
}

/** The products that lines name by number or address, with their stock. */
export async function namedProducts(
  { orm }: Pick<Database, 'orm'> | Transaction,
  lines: ImportedLine[],
): Promise<ImportedProduct[]> {
  return selectNamed(orm, lines);
}

function selectNamed(orm: Database['orm'] | Transaction['orm'], lines: ImportedLine[]) {
  const named = [...new Set(lines.map(({ product }) => product))];
  const ids = named.flatMap((name) => numberNamed(name) ?? []);
  const slugs = named.filter((name) => numberNamed(name) === null);
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
    .where(or(inArray(products.slug, slugs), inArray(products.id, ids)));
}

type Change = Extract<LineDecision, { effect: 'change' }> & { found: ImportedProduct };

/** Moves locked stock by every line's change, with its movement and audit entry, in one statement. */
export async function moveNamedStock(
  { sql }: Transaction,
  changes: Change[],
  by: { importId: number; actorUserId: number; now: Date },
): Promise<void> {
  const rows = JSON.stringify(
    changes.map(({ found, change, reason }) => ({
      product_id: found.productId,
      kind: change > 0 ? 'restock' : 'correction',
      delta: change,
      reason,
    })),
  );
  const { importId, actorUserId, now } = by;
  const at = now.toISOString();
  await sql`
    with c as materialized (
      select * from json_to_recordset(${rows}::text::json) as c(
        product_id bigint, kind stock_movement_kind, delta int, reason text)
    ), moved as (
      update stock set quantity = stock.quantity + c.delta from c
      where stock.product_id = c.product_id
      returning c.product_id, c.kind, c.delta, c.reason, stock.quantity as quantity_after
    ), movements as (
      insert into stock_movements
        (product_id, kind, delta, quantity_after, actor_user_id, reason, created_at)
      select product_id, kind, delta, quantity_after, ${actorUserId}::bigint, reason,
        ${at}::timestamptz
      from moved order by product_id
    )
    insert into audit_log (actor_user_id, action, entity, entity_id, before, after, created_at)
    select ${actorUserId}::bigint, 'stock.' || kind, 'product', product_id::text,
      jsonb_build_object('quantity', quantity_after - delta),
      jsonb_build_object('quantity', quantity_after, 'delta', delta, 'reason', reason,
        'importId', ${importId}::bigint),
      ${at}::timestamptz
    from moved order by product_id`;
}
