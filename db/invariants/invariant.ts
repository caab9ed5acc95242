/** Never change: tests, the command line, the page and its kept runs know an invariant by its name. */
export type InvariantName =
  | 'wallet-balance-is-sum-of-entries'
  | 'wallet-entries-unbroken'
  | 'nothing-negative'
  | 'stock-is-sum-of-movements'
  | 'order-units-left-stock-and-came-back-once'
  | 'coupon-uses-counted-within-limits'
  | 'order-adds-up'
  | 'order-paid-once-and-refunded-once'
  | 'one-order-per-key-and-every-key-finished'
  | 'sales-history-is-sum-of-order-lines'
  | 'every-product-has-stock-every-user-a-wallet'
  | 'coupon-claims-counted-within-limits';

/** One thing that always holds of the shop's books (`protocol.md`: Invariants). */
export interface Invariant {
  name: InvariantName;
  /** Expression: how many rows it looks at. */
  checked: string;
  /** What can be wrong → the query that finds those rows, with their ids. */
  faults: Record<string, string>;
}

/** Expression: how many rows these tables have together. */
export function rowsOf(...tables: string[]): string {
  return tables.map((table) => `(select count(*) from ${table})`).join(' + ');
}
