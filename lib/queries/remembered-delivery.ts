import 'server-only';
import { desc, eq } from 'drizzle-orm';
import { database } from '@/db';
import { deliveryDetails, orders } from '@/db/schema';
import type { DeliveryView } from '@/lib/views/checkout';

/**
 * What a shopper's next checkout begins with (spec.md: Delivery): the details saved in the account or
 * the last order's, whichever is newer; empty where there is neither.
 */
export async function rememberedDelivery(userId: number): Promise<DeliveryView> {
  const { orm } = database();
  const [[saved], [last]] = await Promise.all([
    orm.select().from(deliveryDetails).where(eq(deliveryDetails.userId, userId)),
    orm
      .select({
        recipient: orders.recipient,
        phone: orders.phone,
        address: orders.address,
        placedAt: orders.placedAt,
      })
      .from(orders)
      .where(eq(orders.userId, userId))
      .orderBy(desc(orders.id))
      .limit(1),
  ]);
  const newest = saved && last && last.placedAt > saved.updatedAt ? last : (saved ?? last);
  const { recipient = '', phone = '', address = '' } = newest ?? {};
  return { recipient, phone, address };
}
