/** The shoppers of the benchmark: each presses, waits for the answer, and the next one presses. */

import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import { placeOrder } from '@/lib/domain/orders/place-order';
import { productOf } from './checkout-shop';

export interface Timed {
  perSecond: number;
  /** Milliseconds of each press, sorted. */
  latencies: number[];
}

/**
 * @param press by whom, until it is answered
 * @param userIds who press, each once, `clients` at a time
 * @param until ends the run before everybody has pressed
 */
export async function pressInTurn(
  press: (userId: number) => Promise<void>,
  {
    userIds,
    clients,
    until = () => false,
  }: { userIds: Iterable<number>; clients: number; until?: () => boolean },
): Promise<Timed> {
  const latencies: number[] = [];
  const queue = userIds[Symbol.iterator]();
  const from = performance.now();
  const client = async () => {
    for (let next = queue.next(); !next.done && !until(); next = queue.next()) {
      const pressedAt = performance.now();
      await press(next.value);
      latencies.push(performance.now() - pressedAt);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - from) / 1_000;
  return { perSecond: latencies.length / seconds, latencies: latencies.sort((a, b) => a - b) };
}

/** @param share 0.5: the median */
export function percentile({ latencies }: Timed, share: number): number {
  return latencies[Math.floor((latencies.length - 1) * share)] ?? 0;
}

/**
 * The round in the middle by its figure, which one disturbed round does not move.
 * @param rounds at least one
 */
export function medianRound<Round>(rounds: Round[], figure: (round: Round) => number): Round {
  const sorted = rounds.toSorted((a, b) => figure(a) - figure(b));
  return sorted[sorted.length >> 1] as Round;
}

/** Median and 99th percentile in ms, as columns of a table. */
export const latencyCells = (timed: Timed) =>
  [0.5, 0.99].map((share) => percentile(timed, share).toFixed(1).padStart(8));

/** User ids from one to another, both included. */
export function* range(first: number, last: number): Generator<number> {
  for (let id = first; id <= last; id++) yield id;
}

/**
 * Pays for what `fillCarts` put into a cart.
 * @param spread how many products the carts share out
 */
export async function pay(db: Database, userId: number, spread: number): Promise<void> {
  const outcome = await placeOrder(
    db,
    {
      userId,
      idempotencyKey: randomUUID(),
      couponCode: null,
      confirmedTotal: 1_000,
      confirmedSubtotal: null,
      delivery: { recipient: 'Kim', phone: '010-0000-0000', address: 'Seoul' },
    },
    new Date(),
    [productOf(userId, spread)],
  );
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
}
