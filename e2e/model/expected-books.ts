import { discountOf, subtotalOf, totalOf, type World } from './world';

/** Everything of the world that the shop's database must hold too, in the words of `shop-books.ts`. */
export function expectedBooks(world: World) {
  return {
    wallets: [...world.shoppers].map(([userId, shopper]) => {
      let balance = 0n;
      const entries = shopper.entries.map(({ kind, amount, orderId, at }) => {
        balance += amount;
        return { kind, amount, balanceAfter: balance, orderId, at };
      });
      return { userId, balance, lastSeq: entries.length, entries };
    }),
    carts: [...world.shoppers].map(([userId, { cart, boughtInto }]) => ({
      userId,
      lines: [...cart]
        .sort((a, b) => a.addedAt - b.addedAt || a.productId - b.productId)
        .map(({ productId, quantity }) => ({ productId, quantity })),
      lastOrderId: boughtInto,
    })),
    stock: [...world.products].map(([productId, product]) => {
      let quantity = 0n;
      const movements = product.movements.map(({ kind, delta, orderId }) => {
        quantity += delta;
        return { kind, delta, quantityAfter: quantity, orderId };
      });
      return { productId, price: product.price, published: product.published, quantity, movements };
    }),
    coupons: [...world.coupons]
      .map(([code, { enabled }]) => {
        const uses = [...world.orders.values()].filter(
          (order) => order.code === code && order.verdict?.usable && order.status !== 'cancelled',
        );
        return { code, enabled, used: uses.length };
      })
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    orders: [...world.orders]
      .sort(([a], [b]) => a - b)
      .map(([id, order]) => ({
        id,
        userId: order.userId,
        status: order.status,
        subtotal: subtotalOf(order.lines),
        discount: discountOf(order),
        total: totalOf(order),
        code: order.code,
        reason: order.verdict?.usable === false ? order.verdict.reason : null,
        gap: order.verdict?.usable === false ? order.verdict.gap : null,
        missed: order.verdict?.usable === false ? order.verdict.missed : null,
        placedAt: order.placedAt,
        cancelledAt: order.cancelledAt,
        lines: [...order.lines].sort((a, b) => a.productId - b.productId),
      })),
    keys: [...world.keys.keys()].sort(),
  };
}
