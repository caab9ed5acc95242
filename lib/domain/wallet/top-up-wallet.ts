import type { Database } from '@/db/client';
import { userExists } from '../accounts/store';
import { requestHash } from '../idempotency/rules';
import { claimKey, finishKey } from '../idempotency/store';
import type { Won } from '../money';
import { done, type KeyRefusal, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';
import { getToppedUpToday } from './get-topped-up-today';
import { decideTopUp, type TopUpLimits, type TopUpRefusal } from './rules';
import { appendEntry, lockWallet } from './store';

export interface TopUpCommand {
  userId: number;
  amount: Won;
  /** UUID made when the form was rendered. */
  idempotencyKey: string;
}

export interface ToppedUp {
  amount: Won;
  balanceBefore: Won;
  balanceAfter: Won;
  /** Number of the entry in the shopper's wallet. */
  entrySeq: number;
}

export type TopUpOutcome = Outcome<ToppedUp, TopUpRefusal | KeyRefusal | UnsettledRefusal>;

/**
 * Adds money to a wallet and stores the top-up in its history, together or not at all
 * (diagram 잔액 충전; spec.md: Top-up limits, Idempotency).
 *
 * @param now the instant of the press; its Seoul day is the day that the day's limit counts
 */
export async function topUpWallet(
  db: Database,
  command: TopUpCommand,
  limits: TopUpLimits,
  now: Date,
): Promise<TopUpOutcome> {
  const { userId, amount, idempotencyKey: key } = command;
  const request = { userId, action: 'top_up', key, requestHash: requestHash({ amount }) } as const;
  return inTransaction<ToppedUp, TopUpRefusal | KeyRefusal>(
    db,
    async (tx) => {
      // The user first: a key cannot be claimed for somebody who does not exist.
      if (!(await userExists(tx, userId))) return refused({ code: 'UNKNOWN_USER' });
      const claim = await claimKey(tx, request, now);
      if (claim.kind === 'replay') return done(claim.result as ToppedUp, true);
      if (claim.kind === 'reused') return refused({ code: 'KEY_REUSED' });

      const wallet = await lockWallet(tx, userId);
      const toppedUpToday = await getToppedUpToday(tx, userId, now);
      const refusal = decideTopUp(wallet && { ...wallet, toppedUpToday }, amount, limits);
      if (!wallet || refusal) return refused(refusal ?? { code: 'UNKNOWN_USER' });

      const entry = await appendEntry(tx, wallet, {
        kind: 'top_up',
        amount,
        actorUserId: userId,
        createdAt: now,
      });
      const result: ToppedUp = {
        amount,
        balanceBefore: wallet.balance,
        balanceAfter: entry.balanceAfter,
        entrySeq: entry.seq,
      };
      await finishKey(tx, request, result);
      return done(result);
    },
    { settlesByKey: true },
  );
}
