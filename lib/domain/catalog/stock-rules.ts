export type StockChangeRefusal =
  | { code: 'UNKNOWN_PRODUCT' }
  /** A correction cannot take away more than is there. */
  | { code: 'STOCK_BELOW_ZERO'; quantity: number };

/**
 * Whether stock can change by `delta` units (admin.md: by a change, never by writing a quantity).
 * @param quantity units now; null: no such product
 */
export function decideStockChange(
  quantity: number | null,
  delta: number,
): StockChangeRefusal | null {
  if (quantity === null) return { code: 'UNKNOWN_PRODUCT' };
  if (quantity + delta < 0) return { code: 'STOCK_BELOW_ZERO', quantity };
  return null;
}
