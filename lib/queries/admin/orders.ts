import 'server-only';
import { and, desc, eq, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { database } from '@/db';
import { orderLines, orders, users } from '@/db/schema';
import type { AdminOrderView, KeyPage } from '@/lib/views/admin-lists';
import type { OrderStatusView, RecentOrderView } from '@/lib/views/admin-sales';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

export const ORDER_FILTERS = ['all', 'paid', 'fulfilled', 'cancelled'] as const;

const ORDERS_A_PAGE = 25;

/**
 * Orders, the newest first (admin.md: Orders and customers).
 * @param before the order that the page before ended with
 */
export async function listOrders(
  status: OrderStatusView | 'all',
  before: number | null,
): Promise<KeyPage<RecentOrderView>> {
  await adminOnly();
  const rows = await database()
    .orm.select({
      orderId: orders.id,
      placedAt: orders.placedAt,
      status: orders.status,
      total: orders.total,
      shopper: users.name,
    })
    .from(orders)
    .innerJoin(users, eq(users.id, orders.userId))
    .where(
      and(
        status === 'all' ? undefined : eq(orders.status, status),
        before === null ? undefined : lt(orders.id, before),
      ),
    )
    .orderBy(desc(orders.id))
    .limit(ORDERS_A_PAGE + 1);
  return keyPage(rows, ORDERS_A_PAGE, ({ orderId }) => orderId);
}

/** One order, whoever's it is, as it was paid; null: no such order. */
export async function getOrderForAdmin(orderId: number): Promise<AdminOrderView | null> {
  await adminOnly();
  const { orm } = database();
  const cancellers = alias(users, 'cancellers');
  const [order] = await orm
    .select({
      orderId: orders.id,
      status: orders.status,
      placedAt: orders.placedAt,
      cancelledAt: orders.cancelledAt,
      cancelledBy: cancellers.name,
      fulfilledAt: orders.fulfilledAt,
      shopper: users.name,
      email: users.email,
      recipient: orders.recipient,
      phone: orders.phone,
      address: orders.address,
      couponCode: orders.couponCode,
      couponReason: orders.couponReason,
      subtotal: orders.subtotal,
      discount: orders.discount,
      total: orders.total,
    })
    .from(orders)
    .innerJoin(users, eq(users.id, orders.userId))
    .leftJoin(cancellers, eq(cancellers.id, orders.cancelledByUserId))
    .where(eq(orders.id, orderId));
  if (!order) return null;
  const lines = await orm
    .select({
      productId: orderLines.productId,
      nameKo: orderLines.nameKo,
      nameEn: orderLines.nameEn,
      unitPrice: orderLines.unitPrice,
      quantity: orderLines.quantity,
      discountShare: orderLines.discountShare,
    })
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId))
    .orderBy(orderLines.productId);
  return { ...order, lines };
}
