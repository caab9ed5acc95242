/** What processes tell each other about stock over LISTEN/NOTIFY: which products to look at again. */

export const STOCK_CHANNEL = 'stock_changed';

/** A notification holds 8,000 bytes; product numbers have up to 16 digits. */
const MOST_NAMED = 400;

/** `any`: too many changed to name them. */
export type StockNews = readonly number[] | 'any';

/** A notification's text for the products whose stock changed. */
export function writeStockNews(productIds: ReadonlySet<number>): string {
  return productIds.size > MOST_NAMED ? 'any' : [...productIds].join(',');
}

/** The products that a notification's text names; of a text that makes no sense: any. */
export function readStockNews(text: string): StockNews {
  return /^\d+(?:,\d+)*$/.test(text) ? text.split(',').map(Number) : 'any';
}
