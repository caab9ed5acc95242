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

/** A product whose stock cannot be found: the whole list fails, it is never shown as 0. */
export class StockNotFoundError extends Error {
  constructor(readonly productIds: number[]) {
    super(`no stock row for product ${productIds.join(', ')}`);
  }
}

/**
 * Rows that were read with the stock of their product (diagram 상품 조회).
 * @param units the column with the stock; null: its row is missing
 * @throws StockNotFoundError naming every product without one
 */
export function withKnownStock<Units extends string, Row extends Record<Units, number | null>>(
  rows: Row[],
  units: Units,
  idOf: (row: Row) => number,
): (Row & Record<Units, number>)[] {
  const isKnown = (row: Row): row is Row & Record<Units, number> => row[units] !== null;
  const known = rows.filter(isKnown);
  if (known.length === rows.length) return known;
  throw new StockNotFoundError(rows.filter((row) => !isKnown(row)).map(idOf));
}
