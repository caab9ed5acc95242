import { type PlannablePrice, priceAt } from '../catalog/price-rules';
import {
  type CouponDecision,
  type CouponReason,
  type CouponTerms,
  decideCoupon,
  forShopper,
  shareDiscount,
} from '../coupons/rules';
import { type Won, won } from '../money';

/** Limits of spec.md: Order. */
export const MOST_PRODUCTS_PER_ORDER = 50;
export const MOST_UNITS_PER_LINE = 99;

export interface Delivery {
  recipient: string;
  phone: string;
  address: string;
}

/** What a shopper asks for by pressing the pay button. What is bought stands in the cart. */
export interface OrderCommand {
  userId: number;
  /** UUID made when the form was rendered. */
  idempotencyKey: string;
  /** Normalised; null: no coupon given. */
  couponCode: string | null;
  /** The total that the page showed: a ceiling (spec.md: Confirmed total). */
  confirmedTotal: Won;
  /**
   * The subtotal that the page showed, accepted beforehand as the ceiling of an order whose coupon
   * does not apply; null: the shopper wants to be asked.
   */
  confirmedSubtotal: Won | null;
  /**
   * Units of each product that the page showed and counted: more of one, or another one, is not bought
   * without asking, whatever it costs; undefined: the page did not say.
   */
  shownUnits?: ReadonlyMap<number, number>;
  delivery: Delivery;
}

export interface CartLine {
  productId: number;
  quantity: number;
}

export interface ProductTerms extends PlannablePrice {
  nameKo: string;
  nameEn: string;
  published: boolean;
}

/** The locked and freshly read rows that a batch of orders is decided on. */
export interface OrderState {
  wallets: Map<number, { balance: Won; lastSeq: number }>;
  carts: Map<number, { cartId: number; lastOrderId: number | null; lines: CartLine[] }>;
  stock: Map<number, number>;
  products: Map<number, ProductTerms>;
  /** By normalised code. */
  coupons: Map<string, CouponTerms>;
  /** Who has claimed which of them, by `couponUserKey`. */
  couponClaims: Set<string>;
  /** Uses that count, by coupon. */
  couponUsed: Map<number, number>;
  /** Uses that count, by `couponUserKey`. */
  couponUsedByShopper: Map<string, number>;
}

export const couponUserKey = (couponId: number, userId: number) => `${couponId}:${userId}`;

export interface OrderLine extends CartLine {
  nameKo: string;
  nameEn: string;
  unitPrice: Won;
  discountShare: Won;
}

/** What a cart would cost, with the coupon's outcome. */
export interface Quote {
  lines: OrderLine[];
  subtotal: Won;
  /** The code as given; null: none. */
  couponCode: string | null;
  coupon: CouponDecision | null;
  discount: Won;
  total: Won;
}

/** An accepted order, ready to be written. */
export interface PlacedOrder extends Quote {
  cartId: number;
  /** The most that the shopper had accepted to pay: the shown total, or the shown subtotal. */
  acceptedTotal: Won;
  /** Units left of each line's product, in the order of the lines. */
  stockAfter: number[];
  balanceAfter: Won;
  /** Number of the payment in the wallet's entries. */
  entrySeq: number;
}

export interface ShortProduct {
  productId: number;
  nameKo: string;
  nameEn: string;
  wanted: number;
  /** Units left; 0: sold out. */
  left: number;
}

export type OrderRefusal =
  | { code: 'UNKNOWN_USER' }
  | { code: 'CART_EMPTY' }
  /** Another tab ordered this cart; that order is shown. */
  | { code: 'ALREADY_ORDERED'; orderId: number }
  | { code: 'TOO_MANY_PRODUCTS'; most: number }
  | {
      code: 'PRODUCT_UNAVAILABLE';
      products: { productId: number; nameKo: string; nameEn: string }[];
    }
  | { code: 'SHORT_STOCK'; products: ShortProduct[] }
  /** Nothing was charged: the total rose above the one shown, or the cart holds what was not shown. */
  | {
      code: 'TOTAL_CHANGED';
      confirmedTotal: Won;
      total: Won;
      /** Set when a coupon that no longer applies is why. */
      couponReason: CouponReason | null;
    }
  | { code: 'INSUFFICIENT_BALANCE'; total: Won; balance: Won; gap: Won };

export type OrderDecision =
  | { ok: true; order: PlacedOrder }
  | { ok: false; refusal: OrderRefusal; quote: Quote | null };

/**
 * What the cart costs now (spec.md: Coupon, Order).
 * @param products terms of every product in `lines`
 * @param now the instant that prices are judged at
 */
export function quoteLines(
  lines: CartLine[],
  products: Map<number, ProductTerms>,
  couponCode: string | null,
  decide: (subtotal: Won) => CouponDecision,
  now: Date,
): Quote {
  const priced = lines.map((line) => {
    const product = products.get(line.productId);
    if (!product) throw new Error(`product ${line.productId} was not loaded`);
    const { nameKo, nameEn } = product;
    return { ...line, nameKo, nameEn, unitPrice: priceAt(product, now) };
  });
  const amounts = priced.map((line) => won(line.unitPrice * line.quantity));
  const subtotal = won(amounts.reduce((sum, amount) => sum + amount, 0));
  const coupon = couponCode === null ? null : decide(subtotal);
  const discount = coupon?.usable ? coupon.discount : 0;
  const shares = shareDiscount(amounts, discount);
  return {
    lines: priced.map((line, i) => ({ ...line, discountShare: shares[i] ?? 0 })),
    subtotal,
    couponCode,
    coupon,
    discount,
    total: won(subtotal - discount),
  };
}

/**
 * Decides one order on the state at hand, in the diagram's order: stock, coupon, then the confirmed
 * total, then the balance (diagram 주문 및 결제; spec.md: Confirmed total). Changes nothing.
 *
 * @param now the instant of the shopper's press
 */
export function decideOrder(state: OrderState, command: OrderCommand, now: Date): OrderDecision {
  const wallet = state.wallets.get(command.userId);
  if (!wallet) return refuse({ code: 'UNKNOWN_USER' });
  const cart = state.carts.get(command.userId);
  if (!cart || cart.lines.length === 0) {
    return refuse(
      cart?.lastOrderId
        ? { code: 'ALREADY_ORDERED', orderId: cart.lastOrderId }
        : { code: 'CART_EMPTY' },
    );
  }
  if (cart.lines.length > MOST_PRODUCTS_PER_ORDER) {
    return refuse({ code: 'TOO_MANY_PRODUCTS', most: MOST_PRODUCTS_PER_ORDER });
  }

  const quote = quoteLines(
    cart.lines,
    state.products,
    command.couponCode,
    (subtotal) => decideOrderCoupon(state, command, subtotal, now),
    now,
  );
  // Stryker disable next-line OptionalChaining: a product that was not loaded has thrown above
  const unavailable = quote.lines.filter((line) => !state.products.get(line.productId)?.published);
  if (unavailable.length > 0) {
    return refuse({ code: 'PRODUCT_UNAVAILABLE', products: unavailable.map(nameOf) }, quote);
  }
  const short = shortProducts(quote.lines, state.stock);
  if (short.length > 0) return refuse({ code: 'SHORT_STOCK', products: short }, quote);

  const acceptedTotal = ceilingOf(command, quote);
  if (quote.total > acceptedTotal || holdsUnshown(command, quote)) {
    const { confirmedTotal } = command;
    const couponReason = quote.coupon?.usable === false ? quote.coupon.reason : null;
    const { total } = quote;
    return refuse({ code: 'TOTAL_CHANGED', confirmedTotal, total, couponReason }, quote);
  }
  if (quote.total > wallet.balance) {
    const { total } = quote;
    const { balance } = wallet;
    return refuse({ code: 'INSUFFICIENT_BALANCE', total, balance, gap: total - balance }, quote);
  }
  return {
    ok: true,
    order: {
      ...quote,
      cartId: cart.cartId,
      acceptedTotal,
      stockAfter: quote.lines.map((line) => (state.stock.get(line.productId) ?? 0) - line.quantity),
      balanceAfter: wallet.balance - quote.total,
      entrySeq: wallet.lastSeq + 1,
    },
  };
}

/**
 * The most that may be charged without asking again (spec.md: Confirmed total). The tick for the full
 * price counts only where a coupon was given and takes nothing off: a smaller discount, or a code
 * that was cleared, asks.
 */
function ceilingOf({ confirmedTotal, confirmedSubtotal }: OrderCommand, { coupon }: Quote): Won {
  const couponFails = coupon !== null && !coupon.usable;
  return couponFails ? Math.max(confirmedTotal, confirmedSubtotal ?? 0) : confirmedTotal;
}

/** Whether the cart holds more than the page showed of what it counted, as after another tab's order. */
function holdsUnshown({ shownUnits }: OrderCommand, { lines }: Quote): boolean {
  if (!shownUnits) return false;
  return lines.some(({ productId, quantity }) => quantity > (shownUnits.get(productId) ?? 0));
}

/** Every line that asks for more than is left, with what is left (spec.md: Order). */
export function shortProducts(
  lines: { productId: number; nameKo: string; nameEn: string; quantity: number }[],
  stock: Map<number, number>,
): ShortProduct[] {
  return lines.flatMap((line) => {
    const left = stock.get(line.productId);
    if (left === undefined) throw new Error(`stock of product ${line.productId} was not found`);
    return line.quantity > left ? [{ ...nameOf(line), wanted: line.quantity, left }] : [];
  });
}

/**
 * Takes an accepted order out of the state, so that the next decision sees what is left.
 * @param orderId the number it will be stored under
 */
export function applyOrder(
  state: OrderState,
  command: OrderCommand,
  order: PlacedOrder,
  orderId: number,
): void {
  const { userId } = command;
  state.wallets.set(userId, { balance: order.balanceAfter, lastSeq: order.entrySeq });
  state.carts.set(userId, { cartId: order.cartId, lastOrderId: orderId, lines: [] });
  order.lines.forEach(({ productId }, i) => {
    state.stock.set(productId, order.stockAfter[i] ?? 0);
  });
  if (order.coupon?.usable) {
    const { couponId } = order.coupon;
    const byShopper = couponUserKey(couponId, userId);
    state.couponUsed.set(couponId, (state.couponUsed.get(couponId) ?? 0) + 1);
    state.couponUsedByShopper.set(byShopper, (state.couponUsedByShopper.get(byShopper) ?? 0) + 1);
  }
}

function decideOrderCoupon(
  state: OrderState,
  { couponCode, userId }: OrderCommand,
  subtotal: Won,
  now: Date,
): CouponDecision {
  // Stryker disable next-line StringLiteral: asked only where a code is given
  const found = state.coupons.get(couponCode ?? '') ?? null;
  const claimed = found !== null && state.couponClaims.has(couponUserKey(found.id, userId));
  const terms = found && forShopper(found, claimed);
  const use = {
    total: (terms && state.couponUsed.get(terms.id)) ?? 0,
    byShopper: (terms && state.couponUsedByShopper.get(couponUserKey(terms.id, userId))) ?? 0,
  };
  return decideCoupon(terms, subtotal, use, now);
}

function refuse(refusal: OrderRefusal, quote: Quote | null = null): OrderDecision {
  return { ok: false, refusal, quote };
}

type Named = Pick<OrderLine, 'productId' | 'nameKo' | 'nameEn'>;

const nameOf = ({ productId, nameKo, nameEn }: Named) => ({ productId, nameKo, nameEn });
