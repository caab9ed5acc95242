/** The instant that the shop is looked at from. */
export interface Moment {
  asOf: Date;
  /**
   * True: `asOf` is now, and the numbers that the shop keeps (balances, stock) may be started from.
   * False: looking back, everything is added up from movements, entries and orders alone, or from
   * their sums by day.
   */
  live: boolean;
}
