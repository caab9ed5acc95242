import type { Won } from '../money';
import type { SeoulDay } from '../seoul-day';

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

/** A locked wallet that top-ups are decided on, one after the other. */
export interface TopUpWallet {
  balance: Won;
  lastSeq: number;
  /** Won topped up since the start of each Seoul day that is asked after. */
  toppedUp: Map<SeoulDay, Won>;
}

/** What a top-up answers. */
export interface ToppedUp {
  amount: Won;
  balanceBefore: Won;
  balanceAfter: Won;
  /** Number of the entry in the shopper's wallet. */
  entrySeq: number;
}

/**
 * Whether a wallet takes a top-up (diagram 잔액 충전; spec.md: Top-up limits).
 * @returns the refusal, or null when the amount is fine
 */
export function decideTopUp(
  wallet: { balance: Won; toppedUpToday: Won },
  amount: Won,
  limits: TopUpLimits,
): TopUpRefusal | null {
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

/**
 * Puts an accepted top-up into the wallet, so that the next decision sees what it left.
 * @param day the Seoul day of its press
 */
export function applyTopUp(wallet: TopUpWallet, amount: Won, day: SeoulDay): ToppedUp {
  const balanceBefore = wallet.balance;
  wallet.balance += amount;
  wallet.lastSeq += 1;
  for (const [since, sum] of wallet.toppedUp) {
    if (since <= day) wallet.toppedUp.set(since, sum + amount);
  }
  return { amount, balanceBefore, balanceAfter: wallet.balance, entrySeq: wallet.lastSeq };
}
