import 'server-only';
import { eq } from 'drizzle-orm';
import { database } from '@/db';
import { inSnapshot } from '@/db/client';
import { orderLines, orders, products, users } from '@/db/schema';
import { getOrderStory } from '@/lib/domain/orders/get-order-story';
import { listOrders } from '@/lib/domain/orders/list-orders';
import type { OrderFilter, OrderKey } from '@/lib/domain/orders/order-filter-rules';
import type { AdminOrderView } from '@/lib/views/admin-lists';
import type { OrderListView, OrderStepView } from '@/lib/views/admin-orders';
import type { NamedProductView } from '@/lib/views/admin-sales';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

const ORDERS_A_PAGE = 25;

/**
 * One page of the orders that a filter asks for, the newest first, with what all of them come to
 * (admin.md: Orders and customers).
 * @param after the order that the page before ended with
 */
export async function listOrdersForAdmin(
  filter: OrderFilter,
  after: OrderKey | null,
): Promise<OrderListView> {
  await adminOnly();
  const readAt = new Date();
  const [{ orders: rows, sums }, product, customer] = await Promise.all([
    listOrders(database(), filter, after, ORDERS_A_PAGE + 1),
    nameOfProduct(filter.productId),
    nameOfCustomer(filter.customerId),
  ]);
  return {
    ...keyPage(rows, ORDERS_A_PAGE, ({ key }) => key),
    sums,
    readAt,
    product,
    customer,
  };
}

async function nameOfProduct(productId: number | null): Promise<NamedProductView | null> {
  if (productId === null) return null;
  const { id, nameKo, nameEn } = products;
  const [product] = await database()
    .orm.select({ productId: id, nameKo, nameEn })
    .from(products)
    .where(eq(id, productId));
  return product ?? null;
}

async function nameOfCustomer(userId: number | null): Promise<string | null> {
  if (userId === null) return null;
  const [user] = await database()
    .orm.select({ name: users.name })
    .from(users)
    .where(eq(users.id, userId));
  return user?.name ?? null;
}

/**
 * One order, whoever's it is, as it was paid, with what happened to it and what led to it, the oldest
 * first; read in one snapshot. Null: no such order.
 */
export async function getOrderForAdmin(
  orderId: number,
): Promise<(AdminOrderView & { story: OrderStepView[] }) | null> {
  await adminOnly();
  return inSnapshot(database(), async (tx) => {
    const [order] = await tx.orm
      .select({
        orderId: orders.id,
        status: orders.status,
        customerId: orders.userId,
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
      .where(eq(orders.id, orderId));
    if (!order) return null;
    const [lines, story] = await Promise.all([
      tx.orm
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
        .orderBy(orderLines.productId),
      getOrderStory(tx, orderId),
    ]);
    return { ...order, lines, story };
  });
}
