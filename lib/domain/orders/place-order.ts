import type { Database } from '@/db/client';
import { isTooOld } from '../age-rules';
import { type BatchQueue, createBatchQueue, QueueFullError } from '../batch-queue';
import { announceStock } from '../catalog/announce-stock';
import { decideClaim, requestHash } from '../idempotency/rules';
import { done, type KeyRefusal, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTwoFlights } from '../transaction';
import { type RefusedAttempt, recordAttempts } from './attempt-store';
import { type AcceptedOrder, keyOf, type OrderRequest } from './batch';
import { type LoadedBatch, lockAndLoad } from './batch-load-store';
import { writeBatch } from './batch-write-store';
import {
  applyOrder,
  decideOrder,
  MOST_PRODUCTS_PER_ORDER,
  type OrderCommand,
  type OrderRefusal,
} from './rules';

export type PlaceOrderRefusal = OrderRefusal | KeyRefusal | UnsettledRefusal;
export type PlaceOrderOutcome = Outcome<{ orderId: number }, PlaceOrderRefusal>;

const MOST_PER_BATCH = 128;
/** About half a second of work; beyond it a shopper is told to wait rather than left waiting. */
const MOST_WAITING = 4_096;
/** While the database is away each batch takes seconds: whoever came behind it hears of it too. */
const MOST_WAIT_MS = 5_000;
/** As many who want one product travel apart from all others. */
const CROWD = 8;
/** Commands of a batch that the database refused, run again on their own at the same time. */
const MOST_ALONE_AT_ONCE = 4;
/** Then a row held by somebody else holds up those who want it, and hardly those who wait behind. */
const ALONE_LOCK_TIMEOUT_MS = 250;

/** An answer, and what its shopper waits for besides. */
interface Told {
  outcome: PlaceOrderOutcome;
  /** Of a refusal: settled, never rejected, when it has been recorded. */
  recorded?: Promise<void>;
}

interface Desk {
  queue: BatchQueue<OrderRequest, Told>;
  /** Presses that are not answered yet, by shopper, key and request. */
  underWay: Map<string, Promise<PlaceOrderOutcome>>;
}

const desks = new WeakMap<Database, Desk>();

function deskOf(db: Database): Desk {
  const open = desks.get(db);
  if (open) return open;
  const queue = createBatchQueue<OrderRequest, Told>({
    run: (requests) => runBatch(db, requests),
    wantsOf: ({ productIds }) => productIds,
    crowd: CROWD,
    mostPerBatch: MOST_PER_BATCH,
    mostWaiting: MOST_WAITING,
    mostWaitMs: MOST_WAIT_MS,
  });
  const desk: Desk = { queue, underWay: new Map() };
  desks.set(db, desk);
  return desk;
}

/**
 * Orders and pays what the shopper's cart holds (diagram 주문 및 결제; spec.md: Order, Coupon,
 * Confirmed total, Idempotency). Commands that wait together travel in one transaction.
 *
 * @param now the instant of the press, which coupons are judged at
 * @param shownProductIds what the page showed in the cart, as far as it says so: it decides only whom
 *   the command waits with, so that a rush on one product does not slow the others
 * @param since the press again, of `performance.now()`: what is not yet written when it is too old is
 *   refused as `BUSY` (`age-rules.ts`)
 * @returns the order's number, `replayed` when this key had already bought it, or the refusal:
 *   nothing was charged and the key can be used again, except after `OUTCOME_UNKNOWN`, where the
 *   same key tells what happened
 */
export async function placeOrder(
  db: Database,
  command: OrderCommand,
  now: Date,
  shownProductIds: readonly number[] = [],
  since = performance.now(),
): Promise<PlaceOrderOutcome> {
  const { couponCode, confirmedTotal, confirmedSubtotal, delivery } = command;
  const asked = { couponCode, confirmedTotal, confirmedSubtotal, delivery: { ...delivery } };
  const hash = requestHash(asked);
  const { queue, underWay } = deskOf(db);
  // As PostgreSQL spells a UUID: the rows of the database are told apart by it.
  const idempotencyKey = command.idempotencyKey.toLowerCase();
  const press = [keyOf(command.userId, idempotencyKey), hash].join();
  const first = underWay.get(press);
  // A twin is told what becomes of its first: of its own waiting nothing could be concluded.
  if (first) return again(await first);
  const told = submit(queue, {
    command: { ...command, idempotencyKey },
    requestHash: hash,
    now,
    since,
    productIds: shownProductIds.slice(0, MOST_PRODUCTS_PER_ORDER),
  });
  underWay.set(press, told);
  try {
    return await told;
  } finally {
    underWay.delete(press);
  }
}

async function submit(
  queue: BatchQueue<OrderRequest, Told>,
  request: OrderRequest,
): Promise<PlaceOrderOutcome> {
  try {
    const { outcome, recorded } = await queue.submit(request);
    await recorded;
    return outcome;
  } catch (error) {
    if (error instanceof QueueFullError) return refused({ code: 'BUSY' });
    throw error;
  }
}

/** What a repeat of an answered press is told. */
function again(outcome: PlaceOrderOutcome): PlaceOrderOutcome {
  return outcome.ok ? { ...outcome, replayed: true } : outcome;
}

type Answer = PromiseSettledResult<Told>;

/**
 * One answer a request, in their order. Another request under a key that the batch holds already
 * follows in a batch of its own.
 */
async function runBatch(db: Database, requests: OrderRequest[]): Promise<Answer[]> {
  const firsts = new Map<string, OrderRequest>();
  const others: OrderRequest[] = [];
  for (const request of requests) {
    const key = keyOf(request.command.userId, request.command.idempotencyKey);
    if (firsts.has(key)) others.push(request);
    else firsts.set(key, request);
  }
  const batch = [...firsts.values()];
  const answers = new Map<OrderRequest, Answer>();
  const collect = (answered: OrderRequest[], results: Answer[]) => {
    answered.forEach((request, i) => {
      answers.set(request, results[i] as Answer);
    });
  };
  collect(batch, await runDistinct(db, batch));
  if (others.length > 0) collect(others, await runBatch(db, others));
  return requests.map((request) => answers.get(request) as Answer);
}

/**
 * A batch that the database refuses runs again one by one, so that one bad command fails alone.
 * Whoever's turn has not come when patience ends is told that nothing was done: nothing was.
 */
async function runDistinct(db: Database, batch: OrderRequest[]): Promise<Answer[]> {
  try {
    const told = await transact(db, batch);
    const stuck = told.every(({ outcome }) => !outcome.ok && wasHeldUp(outcome.refusal));
    const hopeless = batch.every(({ since }) => isTooOld(since, performance.now()));
    if (!stuck || hopeless || batch.length === 1) return told.map(fulfilled);
  } catch (error) {
    if (batch.length === 1) return [{ status: 'rejected', reason: error }];
    db.report('batch.refused', error);
  }
  const answers: Answer[] = [];
  const giveUpAt = performance.now() + MOST_WAIT_MS;
  for (let i = 0; i < batch.length; i += MOST_ALONE_AT_ONCE) {
    const few = batch.slice(i, i + MOST_ALONE_AT_ONCE);
    if (performance.now() > giveUpAt) {
      answers.push(...few.map(() => fulfilled({ outcome: refused({ code: 'BUSY' }) })));
      continue;
    }
    const settled = await Promise.all(few.map((request) => runAlone(db, request)));
    answers.push(...settled);
  }
  return answers;
}

/** By a row or a key that somebody else holds: whoever does not want it can go ahead alone. */
const wasHeldUp = (refusal: PlaceOrderRefusal) =>
  refusal.code === 'BUSY' || (refusal.code === 'OUTCOME_UNKNOWN' && refusal.twin === true);

async function runAlone(db: Database, request: OrderRequest): Promise<Answer> {
  try {
    const [told] = await transact(db, [request], ALONE_LOCK_TIMEOUT_MS);
    return fulfilled(told as Told);
  } catch (error) {
    return { status: 'rejected', reason: error };
  }
}

const fulfilled = (value: Told): Answer => ({ status: 'fulfilled', value });

/**
 * The one transaction, for a whole batch. Its refusals are recorded behind it: what is committed is
 * answered whatever becomes of that.
 *
 * @param lockTimeoutMs patience with a locked row; null: the connection's
 */
async function transact(
  db: Database,
  batch: OrderRequest[],
  lockTimeoutMs: number | null = null,
): Promise<Told[]> {
  const decided = await inTwoFlights(
    db,
    (sql) => lockAndLoad(sql, batch, lockTimeoutMs),
    (loaded) => {
      const { outcomes, accepted, attempts } = decideOrders(batch, loaded);
      const refusedOnes = batch.filter((_, i) => !outcomes[i]?.ok);
      // With nothing to keep, the keys must not stay claimed either.
      const keeps = accepted.length > 0;
      return {
        value: { outcomes, attempts, sold: accepted.flatMap(({ order }) => order.lines) },
        write: keeps ? (sql) => writeBatch(sql, loaded.state, accepted, refusedOnes) : null,
      };
    },
  );
  if (!decided.ok) return batch.map(() => ({ outcome: refused(decided.refusal) }));
  announceStock(
    db,
    decided.value.sold.map(({ productId }) => productId),
  );
  const recorded = recordAttempts(db, decided.value.attempts);
  return decided.value.outcomes.map((outcome) =>
    outcome.ok ? { outcome } : { outcome, recorded },
  );
}

interface DecidedBatch {
  /** One a request, in their order. */
  outcomes: PlaceOrderOutcome[];
  accepted: AcceptedOrder[];
  attempts: RefusedAttempt[];
}

/** Folds `decideOrder` over the batch, each order on what the ones before it left. */
function decideOrders(
  batch: OrderRequest[],
  { taken, state, orderIds }: LoadedBatch,
): DecidedBatch {
  const accepted: AcceptedOrder[] = [];
  const attempts: RefusedAttempt[] = [];
  const outcomes = batch.map((request): PlaceOrderOutcome => {
    const { command } = request;
    const press = keyOf(command.userId, command.idempotencyKey);
    const first = taken.get(press);
    if (first) {
      const claim = decideClaim(first, request.requestHash);
      return claim.kind === 'replay'
        ? done(claim.result as { orderId: number }, true)
        : refused({ code: 'KEY_REUSED' });
    }
    if (isTooOld(request.since, performance.now())) return refused({ code: 'BUSY' });
    const decision = decideOrder(state, command, request.now);
    if (!decision.ok) {
      attempts.push({ request, refusal: decision.refusal, quote: decision.quote });
      return refused(decision.refusal);
    }
    const orderId = orderIds.get(press) as number;
    accepted.push({ request, orderId, order: decision.order });
    applyOrder(state, command, decision.order, orderId);
    return done({ orderId });
  });
  return { outcomes, accepted, attempts };
}
