import type { Command } from './commands';
import { shownPrice } from './oracle-order';
import type { Index, Wish } from './plan';
import { balanceOf, type Shopper, type World } from './world';

/** Commands that carry a key. */
export type KeyedCommand = Extract<Command, { key: string }>;

export interface People {
  /** The one operator behind a model's restocks, coupons and cancellations. */
  operator: number;
  /** Codes that coupons are created under. */
  codes: string[];
  /** One that no coupon has. */
  noCode: string;
  /** Keys as forms carry them; another one at each call. */
  newKey(): string;
}

const pick = <T>(list: T[], at: Index): T | undefined => list[at % Math.max(1, list.length)];
const shopper = (world: World, at: Index) => pick([...world.shoppers.keys()], at) as number;
const product = (world: World, at: Index) => pick([...world.products.keys()], at) as number;

/** What is done before a wish comes true: a basket is filled line by line. */
export function preparationOf(wish: Wish, world: World): Command[] {
  if (wish.wish === 'brink') return toTheBrink(wish, world);
  if (wish.wish !== 'buy') return [];
  return wish.basket.map(({ what, quantity }) => ({
    do: 'setCart',
    userId: shopper(world, wish.who),
    productId: product(world, what),
    quantity: BigInt(quantity),
  }));
}

/** A cart of one unit that costs the whole balance, or more. */
function toTheBrink(
  { who, what, over }: Extract<Wish, { wish: 'brink' }>,
  world: World,
): Command[] {
  const userId = shopper(world, who);
  const productId = product(world, what);
  const owner = world.shoppers.get(userId) as Shopper;
  const price = balanceOf(owner) + BigInt(over);
  const others = owner.cart.filter((line) => line.productId !== productId);
  return [
    ...others.map((line) => ({
      do: 'setCart' as const,
      userId,
      productId: line.productId,
      quantity: 0n,
    })),
    { do: 'price', productId, price },
    { do: 'setCart', userId, productId, quantity: 1n },
  ];
}

/**
 * What a wish means in a world.
 * @param sent the keyed commands so far, which `again` and `otherRequest` pick from
 * @returns null: there is nothing in this world that the wish could be about
 */
export function commandOf(
  wish: Wish,
  world: World,
  sent: KeyedCommand[],
  { operator, codes, noCode, newKey }: People,
): Command | null {
  switch (wish.wish) {
    case 'topUp': {
      const userId = shopper(world, wish.who);
      return { do: 'topUp', userId, key: newKey(), amount: BigInt(wish.amount) };
    }
    case 'cart':
      return {
        do: wish.add && wish.quantity > 0 ? 'addToCart' : 'setCart',
        userId: shopper(world, wish.who),
        productId: product(world, wish.what),
        quantity: BigInt(wish.quantity),
      };
    case 'buy':
    case 'brink': {
      const userId = shopper(world, wish.who);
      const {
        code: nth,
        shownMore,
        tick,
      } = wish.wish === 'buy' ? wish : { code: null, shownMore: 0, tick: false };
      const code = nth === null ? null : (pick([...codes, noCode], nth) as string);
      const { subtotal, total } = shownPrice(world, userId, code);
      const shown = total + BigInt(shownMore);
      return {
        do: 'checkOut',
        userId,
        key: newKey(),
        code,
        shownTotal: shown > 0n ? shown : 0n,
        acceptedSubtotal: tick ? subtotal : null,
      };
    }
    case 'again':
      return pick(sent.toReversed(), wish.nth) ?? null;
    case 'otherRequest': {
      const command = pick(sent.toReversed(), wish.nth);
      return command ? otherwise(command) : null;
    }
    case 'cancel': {
      const found = pick([...world.orders].toReversed(), wish.nth);
      if (!found) return null;
      const [orderId, order] = found;
      const stranger = [...world.shoppers.keys()].find((id) => id !== order.userId) as number;
      const userId = { owner: order.userId, other: stranger, admin: operator }[wish.by];
      return { do: 'cancel', userId, orderId, role: wish.by === 'admin' ? 'admin' : 'shopper' };
    }
    case 'fulfil': {
      const orderId = pick([...world.orders.keys()].toReversed(), wish.nth);
      return orderId === undefined ? null : { do: 'fulfil', userId: operator, orderId };
    }
    case 'stock':
      return {
        do: 'changeStock',
        userId: operator,
        key: newKey(),
        productId: product(world, wish.what),
        kind: wish.delta > 0 ? 'restock' : 'correction',
        delta: BigInt(wish.delta),
      };
    case 'adjust': {
      const customerId = shopper(world, wish.who);
      const balance = balanceOf(world.shoppers.get(customerId) as Shopper);
      return {
        do: 'adjust',
        userId: operator,
        key: newKey(),
        customerId,
        amount: BigInt(wish.amount),
        shown: balance + (wish.stale ? 1n : 0n),
      };
    }
    case 'coupon': {
      const code = pick(codes, wish.code) as string;
      return { do: 'createCoupon', userId: operator, code, terms: wish.terms };
    }
    case 'switch': {
      const code = pick(codes, wish.code) as string;
      return { do: 'switchCoupon', userId: operator, code, enabled: wish.enabled };
    }
    case 'price':
      return { do: 'price', productId: product(world, wish.what), price: BigInt(wish.price) };
    case 'publish':
      return { do: 'publish', productId: product(world, wish.what), published: wish.published };
  }
}

/** Another request under the same key. */
function otherwise(command: KeyedCommand): KeyedCommand {
  switch (command.do) {
    case 'topUp':
      return { ...command, amount: command.amount + 1n };
    case 'checkOut':
      return { ...command, shownTotal: command.shownTotal + 1n };
    case 'changeStock':
      return { ...command, delta: command.delta * 2n };
    case 'adjust':
      return { ...command, amount: command.amount * 2n };
  }
}
