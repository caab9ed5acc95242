import type { Database } from '@/db/client';
import { isTooOld } from '../age-rules';
import { decideClaim, requestHash } from '../idempotency/rules';
import type { Won } from '../money';
import { done, type KeyRefusal, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTwoFlights } from '../transaction';
import { decideTopUp, type TopUpLimits, type TopUpRefusal } from './rules';
import { loadTopUp, writeTopUp } from './top-up-store';

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
 * @param since the press again, of `performance.now()`: too old, it is refused as `BUSY`
 */
export async function topUpWallet(
  db: Database,
  command: TopUpCommand,
  limits: TopUpLimits,
  now: Date,
  since = performance.now(),
): Promise<TopUpOutcome> {
  const { userId, amount, idempotencyKey: key } = command;
  const request = { userId, action: 'top_up', key, requestHash: requestHash({ amount }) } as const;
  const settled = await inTwoFlights(
    db,
    (sql) => loadTopUp(sql, request, now),
    ({ wallet, taken, toppedUpToday }) => {
      const nothing = (value: TopUpOutcome) => ({ value, write: null });
      if (taken) {
        const claim = decideClaim(taken, request.requestHash);
        const replays = claim.kind === 'replay';
        return nothing(
          replays ? done(claim.result as ToppedUp, true) : refused({ code: 'KEY_REUSED' }),
        );
      }
      const refusal = decideTopUp(wallet && { ...wallet, toppedUpToday }, amount, limits);
      if (!wallet || refusal) return nothing(refused(refusal ?? { code: 'UNKNOWN_USER' }));
      if (isTooOld(since, performance.now())) return nothing(refused({ code: 'BUSY' }));
      const result: ToppedUp = {
        amount,
        balanceBefore: wallet.balance,
        balanceAfter: wallet.balance + amount,
        entrySeq: wallet.lastSeq + 1,
      };
      return {
        value: done(result),
        write: (sql) => writeTopUp(sql, request, result, now),
      };
    },
  );
  return settled.ok ? settled.value : settled;
}
