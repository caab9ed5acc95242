import type { Won } from '../money';

/** Of an operator's adjustment, in won. No day's limit: that one counts what shoppers top up. */
export interface AdjustmentLimits {
  /** Most at a time, either way. */
  mostWon: Won;
  /** Most that a wallet may hold after an adjustment that adds (spec.md: Top-up limits). */
  heldWon: Won;
}

export type AdjustmentRefusal =
  | { code: 'UNKNOWN_CUSTOMER' }
  | { code: 'ADJUSTMENT_TOO_LARGE'; mostWon: Won }
  | { code: 'BALANCE_BELOW_ZERO'; balance: Won }
  | { code: 'HELD_LIMIT'; heldWon: Won; leftWon: Won }
  /** The wallet has moved since the operator looked: what was confirmed is not what would happen. */
  | { code: 'BALANCE_CHANGED'; shown: Won; balance: Won };

/**
 * Whether a wallet takes an adjustment (spec.md: Wallet; admin.md: Orders and customers).
 *
 * @param wallet null: no such customer
 * @param amount signed, not 0
 * @param shown the balance that the operator was shown before confirming; null: only looking
 * @returns the refusal, or null when it is fine
 */
export function decideAdjustment(
  wallet: { balance: Won } | null,
  amount: Won,
  shown: Won | null,
  { mostWon, heldWon }: AdjustmentLimits,
): AdjustmentRefusal | null {
  if (!wallet) return { code: 'UNKNOWN_CUSTOMER' };
  const { balance } = wallet;
  if (Math.abs(amount) > mostWon) return { code: 'ADJUSTMENT_TOO_LARGE', mostWon };
  if (balance + amount < 0) return { code: 'BALANCE_BELOW_ZERO', balance };
  if (amount > 0 && balance + amount > heldWon) {
    return { code: 'HELD_LIMIT', heldWon, leftWon: Math.max(0, heldWon - balance) };
  }
  return shown === null || shown === balance ? null : { code: 'BALANCE_CHANGED', shown, balance };
}
