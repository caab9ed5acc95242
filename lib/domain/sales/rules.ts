import { type Won, won } from '../money';

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

/** The figures of several stretches together. */
export function sumFigures(parts: readonly SalesFigures[]): SalesFigures {
  return parts.reduce<SalesFigures>(
    (sum, part) => ({
      gross: won(sum.gross + part.gross),
      discounts: won(sum.discounts + part.discounts),
      returns: won(sum.returns + part.returns),
      orders: sum.orders + part.orders,
      cancelledOrders: sum.cancelledOrders + part.cancelledOrders,
      units: sum.units + part.units,
      returnedUnits: sum.returnedUnits + part.returnedUnits,
    }),
    NO_SALES,
  );
}

/** Gross − discounts − returns, in won (admin.md: Net sales); negative when more came back than was sold. */
export function netSales({ gross, discounts, returns }: SalesFigures): Won {
  return won(gross - discounts - returns);
}

/** (Gross − discounts) ÷ orders, rounded to whole won (admin.md: AOV); null without orders. */
export function averageOrderValue({ gross, discounts, orders }: SalesFigures): Won | null {
  return orders === 0 ? null : won(Math.round((gross - discounts) / orders));
}

/** A figure beside the same figure of the period before. */
export interface Comparison {
  now: number;
  before: number;
  /** `now − before`. */
  change: number;
  /** Change in percent of what was before, to one decimal; null where that was 0. */
  percent: number | null;
}

/** How a figure moved from the period before it. */
export function compare(now: number, before: number): Comparison {
  const change = now - before;
  const percent = before === 0 ? null : Math.round((change / Math.abs(before)) * 1000) / 10;
  return { now, before, change, percent };
}

/** Quantity ÷ average net units a day over the last 7 days, whole days; null when nothing sells. */
export function daysOfCover(quantity: number, unitsInSevenDays: number): number | null {
  return unitsInSevenDays > 0 ? Math.floor((quantity * 7) / unitsInSevenDays) : null;
}
