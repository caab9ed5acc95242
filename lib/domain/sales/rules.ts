import { type Won, won } from '../money';
import { addDays, seoulDay, startOfSeoulDay } from '../seoul-day';

/** Units at and below which a product counts as low (admin.md: Low stock). */
export const LOW_STOCK = 10;

/** Whether a product is out, low or neither (admin.md: Low stock). */
export function stockLevel(quantity: number): 'out' | 'low' | 'ok' {
  if (quantity === 0) return 'out';
  return quantity <= LOW_STOCK ? 'low' : 'ok';
}

/**
 * What is counted for a stretch of time (admin.md: Definitions). Sums alone, so that the figures of
 * a range are the figures of its hours or days added up.
 */
export interface SalesFigures {
  /** Unit price × quantity of the orders paid in it, before discounts; cancelled ones stay in. */
  gross: Won;
  /** What coupons took off those orders. */
  discounts: Won;
  /** What cancellations made in it gave back, whenever the order was paid. Counted positive. */
  returns: Won;
  /** Orders paid in it. */
  orders: number;
  /** Those of them that are cancelled by now. */
  cancelledOrders: number;
  /** Units of the orders paid in it. */
  units: number;
  /** Units that cancellations made in it brought back. */
  returnedUnits: number;
}

export const NO_SALES: Readonly<SalesFigures> = {
  gross: 0,
  discounts: 0,
  returns: 0,
  orders: 0,
  cancelledOrders: 0,
  units: 0,
  returnedUnits: 0,
};

/** The figures of several stretches together; what a part does not name, it has none of. */
export function sumFigures(parts: readonly Partial<SalesFigures>[]): SalesFigures {
  return parts.reduce<SalesFigures>(
    (sum, part) => ({
      gross: won(sum.gross + (part.gross ?? 0)),
      discounts: won(sum.discounts + (part.discounts ?? 0)),
      returns: won(sum.returns + (part.returns ?? 0)),
      orders: sum.orders + (part.orders ?? 0),
      cancelledOrders: sum.cancelledOrders + (part.cancelledOrders ?? 0),
      units: sum.units + (part.units ?? 0),
      returnedUnits: sum.returnedUnits + (part.returnedUnits ?? 0),
    }),
    NO_SALES,
  );
}

/** What moved in all wallets in a stretch of time; won, each with its sign. */
export interface WalletFlow {
  topUps: Won;
  /** Not positive. */
  payments: Won;
  refunds: Won;
  /** Adjustments that added, and, not positive, those that took away. */
  adjustedUp: Won;
  adjustedDown: Won;
}

/** What the wallets gained in a stretch of time; negative: lost. */
export function netFlow({ topUps, payments, refunds, adjustedUp, adjustedDown }: WalletFlow): Won {
  return won(topUps + payments + refunds + adjustedUp + adjustedDown);
}

/** Gross − discounts − returns, in won (admin.md: Net sales); negative when more came back than was sold. */
export function netSales({ gross, discounts, returns }: SalesFigures): Won {
  return won(gross - discounts - returns);
}

/** (Gross − discounts) ÷ orders, rounded to whole won (admin.md: AOV); null without orders. */
export function averageOrderValue({ gross, discounts, orders }: SalesFigures): Won | null {
  return orders === 0 ? null : won(Math.round((gross - discounts) / orders));
}

/**
 * Orders ÷ distinct checkout attempts, in percent to one decimal (admin.md: Checkout success); null
 * without attempts. Presses of one form are one attempt.
 *
 * @param lost attempts that no order came of
 */
export function checkoutSuccess(orders: number, lost: number): number | null {
  const attempts = orders + lost;
  return attempts === 0 ? null : Math.round((orders / attempts) * 1000) / 10;
}

/** A figure beside the same figure of the compared period. */
export interface Comparison {
  /** Null: there is none, as an average of no orders. */
  now: number | null;
  /** Null: there is none, or nothing is compared. */
  before: number | null;
  /** `now − before`, to one decimal; null where either is missing. */
  change: number | null;
  /** Change in percent of what was before, to one decimal; null where that was 0 or is missing. */
  percent: number | null;
}

/** How a figure moved from the compared period. */
export function compare(now: number | null, before: number | null): Comparison {
  if (now === null || before === null) return { now, before, change: null, percent: null };
  const change = Math.round((now - before) * 10) / 10;
  const percent = before === 0 ? null : Math.round((change / Math.abs(before)) * 1000) / 10;
  return { now, before, change, percent };
}

/**
 * Quantity ÷ average net units a day over the last 7 days (admin.md: Days of cover), in whole days;
 * null when nothing sells. Today counts as far as it has gone: a morning's sales are no day's.
 *
 * @param unitsInSevenDays sold today and in the six days before
 */
export function daysOfCover(quantity: number, unitsInSevenDays: number, asOf: Date): number | null {
  if (unitsInSevenDays <= 0) return null;
  const sixDaysAgo = startOfSeoulDay(addDays(seoulDay(asOf), -6));
  const days = (asOf.getTime() - sixDaysAgo.getTime()) / 86_400_000;
  return Math.floor((quantity * days) / unitsInSevenDays);
}
