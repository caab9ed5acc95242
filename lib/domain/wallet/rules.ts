import type { Won } from '../money';

/** Limits of spec.md: Top-up limits, in won. */
export interface TopUpLimits {
  minWon: Won;
  maxWon: Won;
  /** Most in one Seoul day. */
  dayWon: Won;
  /** Most that a wallet may hold after a top-up. */
  heldWon: Won;
}

export type TopUpRefusal =
  | { code: 'UNKNOWN_USER' }
  | { code: 'AMOUNT_BELOW_MINIMUM'; minWon: Won }
  | { code: 'AMOUNT_ABOVE_MAXIMUM'; maxWon: Won }
  /** `leftWon`: what may still be topped up today. */
  | { code: 'DAY_LIMIT'; dayWon: Won; leftWon: Won }
  /** `leftWon`: what the wallet may still take in. */
  | { code: 'HELD_LIMIT'; heldWon: Won; leftWon: Won };

/**
 * Whether a wallet takes a top-up (diagram 잔액 충전; spec.md: Top-up limits).
 * @param wallet null: no such user
 * @returns the refusal, or null when the amount is fine
 */
export function decideTopUp(
  wallet: { balance: Won; toppedUpToday: Won } | null,
  amount: Won,
  limits: TopUpLimits,
): TopUpRefusal | null {
  if (!wallet) return { code: 'UNKNOWN_USER' };
  if (amount < limits.minWon) return { code: 'AMOUNT_BELOW_MINIMUM', minWon: limits.minWon };
  if (amount > limits.maxWon) return { code: 'AMOUNT_ABOVE_MAXIMUM', maxWon: limits.maxWon };
  if (wallet.toppedUpToday + amount > limits.dayWon) {
    const leftWon = Math.max(0, limits.dayWon - wallet.toppedUpToday);
    return { code: 'DAY_LIMIT', dayWon: limits.dayWon, leftWon };
  }
  if (wallet.balance + amount > limits.heldWon) {
    const leftWon = Math.max(0, limits.heldWon - wallet.balance);
    return { code: 'HELD_LIMIT', heldWon: limits.heldWon, leftWon };
  }
  return null;
}
