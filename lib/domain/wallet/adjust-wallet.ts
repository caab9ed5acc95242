import type { Database } from '@/db/client';
import { recordAudit } from '../audit/store';
import { requestHash } from '../idempotency/rules';
import { claimKey, finishKey } from '../idempotency/store';
import type { Won } from '../money';
import { done, type KeyRefusal, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';
import { type AdjustmentLimits, type AdjustmentRefusal, decideAdjustment } from './adjust-rules';
import { appendEntry, holdAccount, lockWallet } from './store';

export interface AdjustWalletCommand {
  customerId: number;
  /** Signed won, not 0. */
  amount: Won;
  reason: string;
  /** The balance that the operator saw before confirming. */
  shownBalance: Won;
  actorUserId: number;
  /** UUID made when the form was rendered. */
  idempotencyKey: string;
}

export interface Adjusted {
  customerId: number;
  amount: Won;
  balanceBefore: Won;
  balanceAfter: Won;
  /** Number of the entry in the customer's wallet. */
  entrySeq: number;
}

/**
 * Adds to a customer's wallet or takes away from it, with a reason, as the operator confirmed it
 * (spec.md: Wallet). The entry, the balance, the audit entry and the key's result commit together.
 * The caller makes sure that the actor is an admin.
 *
 * @param since the press, of `performance.now()`: too old, it is refused as `BUSY`
 * @returns `replayed` when this form has done it before
 */
export async function adjustWallet(
  db: Database,
  command: AdjustWalletCommand,
  limits: AdjustmentLimits,
  now: Date,
  since = performance.now(),
): Promise<Outcome<Adjusted, AdjustmentRefusal | KeyRefusal | UnsettledRefusal>> {
  const { customerId, amount, reason, shownBalance, actorUserId, idempotencyKey: key } = command;
  const request = {
    userId: actorUserId,
    action: 'adjustment',
    key,
    requestHash: requestHash({ customerId, amount, reason }),
  } as const;
  return inTransaction<Adjusted, AdjustmentRefusal | KeyRefusal>(
    db,
    async (tx) => {
      const claim = await claimKey(tx, request, now);
      if (claim.kind === 'replay') return done(claim.result as Adjusted, true);
      if (claim.kind === 'reused') return refused({ code: 'KEY_REUSED' });
      await holdAccount(tx, customerId);
      const wallet = await lockWallet(tx, customerId);
      const refusal = decideAdjustment(wallet, amount, shownBalance, limits);
      if (!wallet || refusal) return refused(refusal ?? { code: 'UNKNOWN_CUSTOMER' });
      const { seq, balanceAfter } = await appendEntry(tx, wallet, {
        kind: 'adjustment',
        amount,
        actorUserId,
        reason,
        createdAt: now,
      });
      await recordAudit(tx, {
        actorUserId,
        action: 'wallet.adjust',
        entity: 'customer',
        entityId: String(customerId),
        before: { balance: wallet.balance },
        after: { balance: balanceAfter, amount, reason, entry: seq },
        createdAt: now,
      });
      const balanceBefore = wallet.balance;
      const result = { customerId, amount, balanceBefore, balanceAfter, entrySeq: seq };
      await finishKey(tx, request, result);
      return done(result);
    },
    { settlesByKey: true, since },
  );
}
