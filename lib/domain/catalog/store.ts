import { eq, type SQL, sql } from 'drizzle-orm';
import { pictures, products, stock, stockMovements } from '@/db/schema';
import type { Transaction } from '../transaction';
import { isUploadedArt } from './product-rules';

/** `priceAt` of a row of `products`, in SQL. */
export function priceNow(now: Date): SQL<number> {
  const { price, plannedPrice, plannedFrom } = products;
  return sql<number>`case when ${plannedFrom} <= ${now.toISOString()}::timestamptz
    then ${plannedPrice} else ${price} end`;
}

/** Locks a product's stock until the transaction ends; null: no such product. */
export async function lockStock({ orm }: Transaction, productId: number): Promise<number | null> {
  const [row] = await orm
    .select({ quantity: stock.quantity })
    .from(stock)
    .where(eq(stock.productId, productId))
    .for('update');
  return row?.quantity ?? null;
}

/** Moves locked stock by a movement's delta and stores the movement. */
export async function moveStock(
  { orm }: Transaction,
  movement: Omit<typeof stockMovements.$inferInsert, 'quantityAfter'>,
): Promise<{ quantity: number }> {
  const [moved] = await orm
    .update(stock)
    .set({ quantity: sql`${stock.quantity} + ${movement.delta}` })
    .where(eq(stock.productId, movement.productId))
    .returning({ quantity: stock.quantity });
  if (!moved) throw new Error(`stock of product ${movement.productId} vanished under its lock`);
  await orm.insert(stockMovements).values({ ...movement, quantityAfter: moved.quantity });
  return moved;
}

/** Whether a product can have this picture; uploaded ones are never deleted. */
export async function isKnownArt({ orm }: Transaction, art: string): Promise<boolean> {
  if (!isUploadedArt(art)) return true;
  const found = await orm
    .select({ hash: pictures.hash })
    .from(pictures)
    .where(eq(pictures.hash, art));
  return found.length > 0;
}
