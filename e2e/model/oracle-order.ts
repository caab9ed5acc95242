import { type Answer, type CheckOutCommand, done, no } from './commands';
import {
  balanceOf,
  type CouponTerms,
  type Order,
  type OrderLine,
  stockOf,
  subtotalOf,
  sum,
  type Verdict,
  type World,
} from './world';

/** What a cart would cost. */
interface Price {
  lines: OrderLine[];
  subtotal: bigint;
  verdict: Verdict | null;
  total: bigint;
}

/** What a shopper's checkout page shows: the price of what can be bought. */
export function shownPrice(world: World, userId: number, code: string | null): Price {
  return priceOf(world, userId, code, (productId) => {
    const product = world.products.get(productId);
    return product?.published === true && stockOf(product) > 0n;
  });
}

function priceOf(
  world: World,
  userId: number,
  code: string | null,
  counts: (productId: number) => boolean = () => true,
): Price {
  const held = world.shoppers.get(userId)?.cart ?? [];
  const cart = held
    .filter(({ productId }) => counts(productId))
    .sort((a, b) => a.addedAt - b.addedAt || a.productId - b.productId);
  const lines = cart.map(({ productId, quantity }) => ({
    productId,
    price: world.products.get(productId)?.price ?? 0n,
    quantity,
    share: 0n,
  }));
  const subtotal = subtotalOf(lines);
  const verdict = code === null ? null : judge(world, userId, code, subtotal);
  const discount = verdict?.usable ? verdict.discount : 0n;
  return { lines: share(lines, discount), subtotal, verdict, total: subtotal - discount };
}

/** The diagram 주문 및 결제: stock, coupon, confirmed total, balance, done. */
export function checkOut(world: World, command: CheckOutCommand, orderId: number): Answer {
  const { userId, code, shownTotal, acceptedSubtotal, shownUnits } = command;
  const shopper = world.shoppers.get(userId);
  if (!shopper) return no('UNKNOWN_USER');
  if (shopper.cart.length === 0) {
    const { boughtInto } = shopper;
    return boughtInto === null ? no('CART_EMPTY') : no('ALREADY_ORDERED', { orderId: boughtInto });
  }
  const { lines, subtotal, verdict, total } = priceOf(world, userId, code);
  const named = lines.map(({ productId, quantity }) => {
    const product = world.products.get(productId);
    if (!product) throw new Error(`no product ${productId}`);
    const { nameKo, nameEn, published } = product;
    return { name: { productId, nameKo, nameEn }, published, quantity, left: stockOf(product) };
  });
  const hidden = named.filter(({ published }) => !published);
  if (hidden.length > 0) {
    return no('PRODUCT_UNAVAILABLE', { products: hidden.map(({ name }) => name) });
  }
  const short = named.filter(({ quantity, left }) => quantity > left);
  if (short.length > 0) {
    const products = short.map(({ name, quantity, left }) => ({ ...name, wanted: quantity, left }));
    return no('SHORT_STOCK', { products });
  }
  // The tick for the full price counts where a coupon was given and does not apply.
  const failed = verdict?.usable === false ? verdict : null;
  const alsoAccepted = failed ? (acceptedSubtotal ?? 0n) : 0n;
  const unshown =
    shownUnits && lines.some(({ productId, quantity }) => quantity > (shownUnits[productId] ?? 0n));
  if ((total > shownTotal && total > alsoAccepted) || unshown) {
    const couponReason = failed?.reason ?? null;
    return no('TOTAL_CHANGED', { confirmedTotal: shownTotal, total, couponReason });
  }
  const balance = balanceOf(shopper);
  if (total > balance) return no('INSUFFICIENT_BALANCE', { total, balance, gap: total - balance });

  const at = world.now;
  const order: Order = {
    userId,
    status: 'paid',
    placedAt: at,
    cancelledAt: null,
    lines,
    code,
    verdict,
  };
  if (subtotal - sum(lines.map((line) => line.share)) !== total) throw new Error('shares are off');
  world.orders.set(orderId, order);
  shopper.entries.push({ kind: 'payment', amount: -total, orderId, at });
  for (const { productId, quantity } of lines) {
    const movement = { kind: 'sale', delta: -quantity, orderId };
    world.products.get(productId)?.movements.push(movement);
  }
  shopper.cart = [];
  shopper.boughtInto = orderId;
  return done({ orderId });
}

/** spec.md: Coupon. Uses are counted from the orders that stand. */
function judge(world: World, userId: number, code: string, subtotal: bigint): Verdict {
  const coupon = world.coupons.get(code);
  if (!coupon) return { usable: false, reason: 'NOT_FOUND', gap: null, missed: null };
  const { terms } = coupon;
  const discount = takenOff(terms, subtotal);
  const uses = [...world.orders.values()].filter(
    (order) => order.code === code && order.verdict?.usable && order.status !== 'cancelled',
  );
  const own = uses.filter((order) => order.userId === userId);
  const because = (reason: Extract<Verdict, { usable: false }>['reason']): Verdict => ({
    usable: false,
    reason,
    gap: reason === 'MIN_ORDER' ? terms.minimum - subtotal : null,
    missed: discount,
  });
  if (!coupon.enabled) return because('DISABLED');
  if (world.now < terms.startsAt) return because('NOT_STARTED');
  if (world.now >= terms.endsAt) return because('EXPIRED');
  if (terms.perShopper !== null && own.length >= terms.perShopper) {
    return because('PER_SHOPPER_LIMIT');
  }
  if (terms.total !== null && uses.length >= terms.total) return because('TOTAL_LIMIT');
  if (subtotal < terms.minimum) return because('MIN_ORDER');
  return { usable: true, discount };
}

function takenOff({ kind, size, cap }: CouponTerms, subtotal: bigint): bigint {
  const raw = kind === 'percent' ? (subtotal * size) / 100n : size;
  const capped = cap !== null && raw > cap ? cap : raw;
  return capped > subtotal ? subtotal : capped;
}

/**
 * spec.md: line shares by largest remainder. Won by won to the line whose share lags furthest behind
 * its part of the subtotal, the earlier of two equals.
 */
function share(lines: OrderLine[], discount: bigint): OrderLine[] {
  const subtotal = subtotalOf(lines);
  if (subtotal === 0n) return lines;
  const parts = lines.map(({ price, quantity }) => price * quantity * discount);
  const shares = parts.map((part) => part / subtotal);
  const rests = parts.map((part) => part % subtotal);
  for (let left = discount - sum(shares); left > 0n; left--) {
    const largest = rests.reduce((best, rest, i) => (rest > (rests[best] ?? -1n) ? i : best), 0);
    shares[largest] = (shares[largest] ?? 0n) + 1n;
    rests[largest] = -1n;
  }
  return lines.map((line, i) => ({ ...line, share: shares[i] ?? 0n }));
}
