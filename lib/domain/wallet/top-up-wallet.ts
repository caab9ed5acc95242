import type { Database } from '@/db/client';
import { requestHash } from '../idempotency/rules';
import { inKeyedBatches } from '../keyed-batches';
import { done, type KeyRefusal, type Outcome, refused, type UnsettledRefusal } from '../result';
import { seoulDay } from '../seoul-day';
import {
  applyTopUp,
  decideTopUp,
  type ToppedUp,
  type TopUpLimits,
  type TopUpRefusal,
} from './rules';
import {
  type AcceptedTopUp,
  type LoadedTopUps,
  loadTopUps,
  type TopUpCommand,
  type TopUpRequest,
  writeTopUps,
} from './top-up-store';

export type TopUpOutcome = Outcome<ToppedUp, TopUpRefusal | KeyRefusal | UnsettledRefusal>;

const pressTopUp = inKeyedBatches({
  wantsOf: ({ command }: TopUpRequest) => [command.userId],
  load: loadTopUps,
  decide,
  answer: ({ result }) => result,
  write: (sql, _, accepted, refusedOnes) => writeTopUps(sql, accepted, refusedOnes),
});

/**
 * Adds money to a wallet and stores the top-up in its history, together or not at all
 * (diagram 잔액 충전; spec.md: Top-up limits, Idempotency). Commands that wait together travel in one
 * transaction.
 *
 * @param limits in won; those that a wallet may reach count what the ones before it in its batch added
 * @param now the instant of the press; its Seoul day is the day that the day's limit counts
 * @param since the press again, of `performance.now()`: too old, it is refused as `BUSY`
 * @returns what was added, `replayed` when this key had already added it, or the refusal: nothing was
 *   added and the key can be used again, except after `OUTCOME_UNKNOWN`, where the same key tells
 */
export function topUpWallet(
  db: Database,
  command: TopUpCommand,
  limits: TopUpLimits,
  now: Date,
  since = performance.now(),
): Promise<TopUpOutcome> {
  const { amount } = command;
  return pressTopUp(db, { command, requestHash: requestHash({ amount }), now, since, limits });
}

/** Decides one top-up on what the ones before it left. */
function decide(
  { wallets }: LoadedTopUps,
  request: TopUpRequest,
): Outcome<AcceptedTopUp, TopUpRefusal> {
  const { command, limits, now } = request;
  const wallet = wallets.get(command.userId);
  if (!wallet) return refused({ code: 'UNKNOWN_USER' });
  const day = seoulDay(now);
  const toppedUpToday = wallet.toppedUp.get(day) ?? 0;
  const refusal = decideTopUp({ ...wallet, toppedUpToday }, command.amount, limits);
  if (refusal) return refused(refusal);
  return done({ request, result: applyTopUp(wallet, command.amount, day) });
}
