import { type Answer, type Command, done, no } from './commands';
import { checkOut } from './oracle-order';
import {
  balanceOf,
  type CouponTerms,
  dayOf,
  keyId,
  type Product,
  stockOf,
  sum,
  TOP_UP,
  totalOf,
  type World,
} from './world';

/**
 * Does what a command asks for in the model's world and predicts the shop's exact answer.
 * @param newOrderId the number that the order would get; numbers are the shop's to choose
 */
export function step(world: World, command: Command, newOrderId: number): Answer {
  switch (command.do) {
    case 'topUp':
      return once(world, command, 'top_up', [command.amount], () => topUp(world, command));
    case 'setCart':
      return fillCart(world, command, () => command.quantity);
    case 'addToCart':
      return fillCart(world, command, (inCart) => inCart + command.quantity);
    case 'checkOut': {
      const { code, shownTotal, acceptedSubtotal } = command;
      return once(world, command, 'checkout', [code, shownTotal, acceptedSubtotal], () =>
        checkOut(world, command, newOrderId),
      );
    }
    case 'cancel':
      return cancel(world, command);
    case 'fulfil': {
      const order = world.orders.get(command.orderId);
      if (!order) return no('ORDER_NOT_FOUND');
      if (order.status === 'cancelled') return no('ORDER_CANCELLED');
      const again = order.status === 'fulfilled';
      order.status = 'fulfilled';
      return done(null, again);
    }
    case 'changeStock': {
      const { productId, kind, delta } = command;
      return once(world, command, 'restock', [productId, kind, delta], () => {
        const product = world.products.get(productId);
        if (!product) return no('UNKNOWN_PRODUCT');
        const quantity = stockOf(product);
        if (quantity + delta < 0n) return no('STOCK_BELOW_ZERO', { quantity });
        product.movements.push({ kind, delta, orderId: null });
        return done({ productId, delta, quantity: quantity + delta });
      });
    }
    case 'adjust': {
      const { customerId, amount } = command;
      return once(world, command, 'adjustment', [customerId, amount], () => adjust(world, command));
    }
    case 'createCoupon':
      return createCoupon(world, command);
    case 'switchCoupon': {
      const coupon = world.coupons.get(command.code);
      if (!coupon) return no('UNKNOWN_COUPON');
      const again = coupon.enabled === command.enabled;
      coupon.enabled = command.enabled;
      return done(null, again);
    }
    case 'price':
      productOf(world, command.productId).price = command.price;
      return done(null);
    case 'publish':
      productOf(world, command.productId).published = command.published;
      return done(null);
  }
}

/** spec.md: Idempotency. A refusal keeps no key. */
function once(
  world: World,
  { userId, key }: { userId: number; key: string },
  action: string,
  request: unknown[],
  act: () => Answer,
): Answer {
  const id = keyId(userId, action, key);
  const asked = request.map(String).join('|');
  const first = world.keys.get(id);
  if (first) return first.request === asked ? done(first.value, true) : no('KEY_REUSED');
  const answer = act();
  if (answer.ok) world.keys.set(id, { request: asked, value: answer.value });
  return answer;
}

/** spec.md: Wallet, Top-up limits. */
function topUp(world: World, { userId, amount }: { userId: number; amount: bigint }): Answer {
  const shopper = world.shoppers.get(userId);
  if (!shopper) return no('UNKNOWN_USER');
  if (amount < TOP_UP.min) return no('AMOUNT_BELOW_MINIMUM', { minWon: TOP_UP.min });
  if (amount > TOP_UP.max) return no('AMOUNT_ABOVE_MAXIMUM', { maxWon: TOP_UP.max });
  const today = shopper.entries.filter(
    ({ kind, at }) => kind === 'top_up' && dayOf(at) === dayOf(world.now),
  );
  const leftToday = TOP_UP.day - sum(today.map((entry) => entry.amount));
  if (amount > leftToday) return no('DAY_LIMIT', { dayWon: TOP_UP.day, leftWon: leftToday });
  const balance = balanceOf(shopper);
  if (balance + amount > TOP_UP.held) {
    // A refund may have brought the wallet above the limit.
    const room = TOP_UP.held > balance ? TOP_UP.held - balance : 0n;
    return no('HELD_LIMIT', { heldWon: TOP_UP.held, leftWon: room });
  }
  shopper.entries.push({ kind: 'top_up', amount, orderId: null, at: world.now });
  return done({
    amount,
    balanceBefore: balance,
    balanceAfter: balance + amount,
    entrySeq: shopper.entries.length,
  });
}

/** spec.md: Wallet; admin.md: Orders and customers. */
function adjust(
  world: World,
  { customerId, amount, shown }: Extract<Command, { do: 'adjust' }>,
): Answer {
  const shopper = world.shoppers.get(customerId);
  if (!shopper) return no('UNKNOWN_CUSTOMER');
  const balance = balanceOf(shopper);
  const size = amount < 0n ? -amount : amount;
  if (size > TOP_UP.max) return no('ADJUSTMENT_TOO_LARGE', { mostWon: TOP_UP.max });
  if (balance + amount < 0n) return no('BALANCE_BELOW_ZERO', { balance });
  if (amount > 0n && balance + amount > TOP_UP.held) {
    const room = TOP_UP.held > balance ? TOP_UP.held - balance : 0n;
    return no('HELD_LIMIT', { heldWon: TOP_UP.held, leftWon: room });
  }
  if (shown !== balance) return no('BALANCE_CHANGED', { shown, balance });
  shopper.entries.push({ kind: 'adjustment', amount, orderId: null, at: world.now });
  return done({
    customerId,
    amount,
    balanceBefore: balance,
    balanceAfter: balance + amount,
    entrySeq: shopper.entries.length,
  });
}

/** spec.md: Cart, Order. */
function fillCart(
  world: World,
  command: { do: string; userId: number; productId: number },
  wantedFrom: (inCart: bigint) => bigint,
): Answer {
  const { userId, productId } = command;
  const shopper = world.shoppers.get(userId);
  if (!shopper) throw new Error(`no shopper ${userId}`);
  const line = shopper.cart.find((held) => held.productId === productId);
  const inCart = line?.quantity ?? 0n;
  const wanted = wantedFrom(inCart);
  if (wanted === 0n) {
    shopper.cart = shopper.cart.filter((held) => held !== line);
    return done({ quantity: 0n });
  }
  const product = world.products.get(productId);
  if (!product?.published) return no('UNKNOWN_PRODUCT');
  if (wanted > 99n) return no('QUANTITY_LIMIT', { most: 99n });
  const left = stockOf(product);
  if (wanted > left && wanted > inCart)
    return no('SHORT_STOCK_FOR_CART', { productId, left, inCart });
  if (line) line.quantity = wanted;
  else shopper.cart.push({ productId, quantity: wanted, addedAt: world.now });
  shopper.boughtInto = null;
  return done({ quantity: wanted });
}

/** spec.md: Cancel. */
function cancel(
  world: World,
  { userId, role, orderId }: { userId: number; role: string; orderId: number },
): Answer {
  const order = world.orders.get(orderId);
  if (!order || (role !== 'admin' && order.userId !== userId)) return no('ORDER_NOT_FOUND');
  const refunded = totalOf(order);
  if (order.status === 'cancelled') return done({ refunded }, true);
  if (order.status === 'fulfilled') return no('ORDER_FULFILLED');
  order.status = 'cancelled';
  order.cancelledAt = world.now;
  const entry = { kind: 'refund', amount: refunded, orderId, at: world.now } as const;
  world.shoppers.get(order.userId)?.entries.push(entry);
  for (const { productId, quantity } of order.lines) {
    productOf(world, productId).movements.push({ kind: 'return', delta: quantity, orderId });
  }
  return done({ refunded });
}

function createCoupon(
  world: World,
  { code, terms }: Extract<Command, { do: 'createCoupon' }>,
): Answer {
  const taken = world.coupons.get(code);
  if (!taken) {
    world.coupons.set(code, { terms, enabled: true });
    return done({});
  }
  const fields = Object.keys(terms) as (keyof CouponTerms)[];
  const same = taken.enabled && fields.every((name) => taken.terms[name] === terms[name]);
  return same ? done({}, true) : no('CODE_TAKEN');
}

function productOf(world: World, productId: number): Product {
  const product = world.products.get(productId);
  if (!product) throw new Error(`no product ${productId}`);
  return product;
}
