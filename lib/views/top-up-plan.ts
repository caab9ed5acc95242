import type { TopUpLimitsView } from './wallet';

/** How missing money can be topped up now, in won. */
export interface TopUpPlan {
  /**
   * `once`: all of it. `times`: only a part at a time. `day`: the rest on another day. `held`: never,
   * a wallet holds less than that.
   */
  kind: 'once' | 'times' | 'day' | 'held';
  /** To add now; 0: nothing may be added. */
  won: number;
  /** What stands in the way: most at a time, what today leaves, most in a wallet. */
  limit: number;
}

/**
 * What to offer somebody who misses money (spec.md: Top-up limits), so that no offer is refused.
 * @param gap won that are missing, above 0
 * @param balance won in the wallet
 */
export function planTopUp(gap: number, balance: number, limits: TopUpLimitsView): TopUpPlan {
  const { min, max, held, leftToday, leftNow } = limits;
  const wanted = Math.max(gap, min);
  if (wanted <= leftNow) return { kind: 'once', won: wanted, limit: max };
  const won = leftNow < min ? 0 : leftNow;
  if (wanted > held - balance) return { kind: 'held', won, limit: held };
  if (wanted > leftToday) return { kind: 'day', won, limit: leftToday };
  return { kind: 'times', won, limit: max };
}
