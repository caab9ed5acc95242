import 'server-only';
import { and, asc, count, desc, eq, inArray, lt } from 'drizzle-orm';
import { database } from '@/db';
import { orderLines, orders, products, walletEntries } from '@/db/schema';
import type { Locale } from '@/lib/i18n/locales';
import type { OrdersView, ReceiptLine, ReceiptView } from '@/lib/views/orders';

const ORDERS_PER_PAGE = 20;

/**
 * A shopper's own orders, one page of them.
 * @param before orders older than this number; null: the newest
 */
export async function listOwnOrders(
  userId: number,
  before: number | null,
  locale: Locale,
): Promise<OrdersView> {
  const { orm } = database();
  const rows = await orm
    .select({
      orderId: orders.id,
      status: orders.status,
      total: orders.total,
      placedAt: orders.placedAt,
    })
    .from(orders)
    .where(and(eq(orders.userId, userId), before === null ? undefined : lt(orders.id, before)))
    .orderBy(desc(orders.id))
    .limit(ORDERS_PER_PAGE + 1);
  const page = rows.slice(0, ORDERS_PER_PAGE);
  const lines = await firstLines(page.map(({ orderId }) => orderId));
  return {
    orders: page.map((order) => {
      const line = lines.get(order.orderId);
      if (!line) throw new Error(`order ${order.orderId} has no lines`);
      return {
        ...order,
        firstName: locale === 'ko' ? line.nameKo : line.nameEn,
        art: line.art,
        category: line.category,
        others: line.lines - 1,
      };
    }),
    olderBefore: rows.length > page.length ? (page.at(-1)?.orderId ?? null) : null,
    newest: before === null,
  };
}

/** The first line of each order, by product number, with how many lines the order has. */
async function firstLines(orderIds: number[]) {
  if (orderIds.length === 0) return new Map();
  const { orm } = database();
  const [firsts, counts] = await Promise.all([
    orm
      .selectDistinctOn([orderLines.orderId], {
        orderId: orderLines.orderId,
        nameKo: orderLines.nameKo,
        nameEn: orderLines.nameEn,
        art: products.art,
        category: products.categorySlug,
      })
      .from(orderLines)
      .innerJoin(products, eq(products.id, orderLines.productId))
      .where(inArray(orderLines.orderId, orderIds))
      .orderBy(asc(orderLines.orderId), asc(orderLines.productId)),
    orm
      .select({ orderId: orderLines.orderId, lines: count() })
      .from(orderLines)
      .where(inArray(orderLines.orderId, orderIds))
      .groupBy(orderLines.orderId),
  ]);
  const linesOf = new Map(counts.map(({ orderId, lines }) => [orderId, lines]));
  return new Map(
    firsts.map((line) => [line.orderId, { ...line, lines: linesOf.get(line.orderId) ?? 1 }]),
  );
}

/**
 * A shopper's own receipt.
 * @returns null when there is no such order, or it is somebody else's: both are absent
 */
export async function getOwnReceipt(
  userId: number,
  orderId: number,
  locale: Locale,
): Promise<ReceiptView | null> {
  const { orm } = database();
  const [order] = await orm
    .select()
    .from(orders)
    .where(and(eq(orders.id, orderId), eq(orders.userId, userId)));
  if (!order) return null;
  const [lines, entries] = await Promise.all([
    receiptLines(orderId, locale),
    orm
      .select({
        kind: walletEntries.kind,
        seq: walletEntries.seq,
        amount: walletEntries.amount,
        balanceAfter: walletEntries.balanceAfter,
      })
      .from(walletEntries)
      .where(eq(walletEntries.orderId, orderId)),
  ]);
  const payment = entries.find(({ kind }) => kind === 'payment');
  if (!payment) throw new Error(`order ${orderId} has no payment`);
  const refund = entries.find(({ kind }) => kind === 'refund');
  const { status, placedAt, fulfilledAt, cancelledAt, subtotal, discount, total } = order;
  const { recipient, phone, address } = order;
  return {
    orderId,
    status,
    placedAt,
    fulfilledAt,
    cancelledAt,
    lines,
    subtotal,
    discount,
    total,
    spared: order.acceptedTotal - total,
    coupon:
      order.couponCode === null
        ? null
        : {
            code: order.couponCode,
            reason: order.couponReason,
            gap: order.couponGap,
            missedDiscount: order.missedDiscount,
          },
    delivery: { recipient, phone, address },
    balanceBefore: payment.balanceAfter - payment.amount,
    balanceAfter: payment.balanceAfter,
    paymentSeq: payment.seq,
    balanceAfterRefund: refund?.balanceAfter ?? null,
    refundSeq: refund?.seq ?? null,
  };
}

async function receiptLines(orderId: number, locale: Locale): Promise<ReceiptLine[]> {
  const rows = await database()
    .orm.select({
      productId: orderLines.productId,
      slug: products.slug,
      published: products.published,
      nameKo: orderLines.nameKo,
      nameEn: orderLines.nameEn,
      art: products.art,
      category: products.categorySlug,
      quantity: orderLines.quantity,
      unitPrice: orderLines.unitPrice,
    })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.productId));
  return rows.map(({ nameKo, nameEn, ...line }) => ({
    ...line,
    name: locale === 'ko' ? nameKo : nameEn,
    amount: line.unitPrice * line.quantity,
  }));
}
