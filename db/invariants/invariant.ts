/** One thing that always holds of the shop's books (`protocol.md`: Invariants). */
export interface Invariant {
  /** Never changes: tests, the command line, the page and its kept runs know it by this name. */
  name: string;
  /** Expression: how many rows it looks at. */
  checked: string;
  /** What can be wrong → the query that finds those rows, with their ids. */
  faults: Record<string, string>;
}

/** Expression: how many rows these tables have together. */
export function rowsOf(...tables: string[]): string {
  return tables.map((table) => `(select count(*) from ${table})`).join(' + ');
}
