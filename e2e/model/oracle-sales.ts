import {
  dayOf,
  dayStart,
  discountOf,
  stockOf,
  subtotalOf,
  sum,
  totalOf,
  type World,
} from './world';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** spec.md: Popular, counted anew from every order that stands. */
export function popular(world: World, days: number, limit: number) {
  const today = dayOf(world.now);
  const sold = [...world.products].flatMap(([productId, product]) => {
    const sales = [...world.orders.values()]
      .filter((order) => order.status !== 'cancelled')
      .filter(({ placedAt }) => dayOf(placedAt) > today - days && dayOf(placedAt) <= today)
      .flatMap((order) =>
        order.lines
          .filter((line) => line.productId === productId)
          .map((line) => ({ ...line, at: order.placedAt })),
      );
    const units = sum(sales.map(({ quantity }) => quantity));
    if (units === 0n || !product.published) return [];
    return [
      {
        id: productId,
        units,
        revenue: sum(sales.map(({ price, quantity, share }) => price * quantity - share)),
        latest: Math.max(...sales.map(({ at }) => at)),
        quantity: stockOf(product),
      },
    ];
  });
  const order = (a: bigint, b: bigint) => (a > b ? -1 : a < b ? 1 : 0);
  return sold
    .sort(
      (a, b) =>
        order(a.units, b.units) ||
        order(a.revenue, b.revenue) ||
        b.latest - a.latest ||
        a.id - b.id,
    )
    .slice(0, limit)
    .map(({ id, units, revenue, quantity }, i) => ({ id, rank: i + 1, units, revenue, quantity }));
}

/** admin.md: the figures of each hour of today, or of each of the last seven days. */
export function salesFigures(world: World, range: 'today' | '7d') {
  const today = dayOf(world.now);
  const start = dayStart(range === 'today' ? today : today - 6);
  const step = range === 'today' ? HOUR : DAY;
  const buckets = Math.floor((world.now - start) / step) + 1;
  const orders = [...world.orders.values()];
  return Array.from({ length: buckets }, (_, i) => {
    const within = (at: number | null) =>
      at !== null && at >= start + i * step && at < start + (i + 1) * step && at <= world.now;
    const placed = orders.filter(({ placedAt }) => within(placedAt));
    const cancelled = orders.filter(({ cancelledAt }) => within(cancelledAt));
    const units = (some: typeof orders) =>
      sum(some.flatMap(({ lines }) => lines.map(({ quantity }) => quantity)));
    return {
      gross: sum(placed.map(({ lines }) => subtotalOf(lines))),
      discounts: sum(placed.map(discountOf)),
      returns: sum(cancelled.map(totalOf)),
      orders: placed.length,
      cancelledOrders: placed.filter(({ status }) => status === 'cancelled').length,
      units: units(placed),
      returnedUnits: units(cancelled),
    };
  });
}

/** admin.md: what the shop owes its shoppers, now and when the range began. */
export function liability(world: World, range: 'today' | '7d') {
  const start = dayStart(range === 'today' ? dayOf(world.now) : dayOf(world.now) - 6);
  const entries = [...world.shoppers.values()].flatMap((shopper) => shopper.entries);
  const amounts = (some: typeof entries) => sum(some.map(({ amount }) => amount));
  return { opening: amounts(entries.filter(({ at }) => at < start)), closing: amounts(entries) };
}
