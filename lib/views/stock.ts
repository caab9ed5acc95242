/** What `/api/stock` and each event of `/api/stock/stream` tell the browser (contract.md: Addresses). */
export interface StockAnswer {
  /** ISO 8601, UTC. */
  asOf: string;
  /** Units left by product id; an id that the shop does not show is left out. */
  stock: Record<string, number>;
}

export function stockAnswer(quantities: ReadonlyMap<number, number>, asOf: Date): StockAnswer {
  return { asOf: asOf.toISOString(), stock: Object.fromEntries(quantities) };
}

const mostIds = 100;

/**
 * Reads the `ids` of a question to `/api/stock`.
 * @returns the product ids, once each; null: not 1 to 100 numbers divided by commas
 */
export function parseStockIds(text: string | null): number[] | null {
  const parts = (text ?? '').split(',', mostIds + 1);
  if (parts.length > mostIds || !parts.every((part) => /^[1-9]\d{0,14}$/.test(part))) return null;
  return [...new Set(parts.map(Number))];
}
