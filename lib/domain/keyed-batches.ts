import type { Database, ReservedSql } from '@/db/client';
import { isTooOld } from './age-rules';
import { type Answer, inBatches, MOST_WAIT_MS, type Told } from './batches';
import { type KeyRow, keyOf, keyOfPress, type Press } from './idempotency/batch-store';
import { decideClaim } from './idempotency/rules';
import { done, type KeyRefusal, type Outcome, refused, type UnsettledRefusal } from './result';
import { inTwoFlights, type Unsent } from './transaction';

/** Commands of a batch that the database refused, run again on their own at the same time. */
const MOST_ALONE_AT_ONCE = 4;

/** A command that carries a key: what is its own of protocol.md's one transaction. */
interface KeyedCommand<
  Request extends Press,
  Loaded extends { taken: KeyRow[] },
  Accepted,
  Value,
  Refusal extends { code: string },
> {
  /** What a request competes for (`createBatchQueue`). */
  wantsOf(request: Request): readonly number[];
  /** Flight 1: claims the keys, locks the rows, then reads what waiting may have changed. */
  load(sql: ReservedSql, batch: Request[]): Promise<Loaded>;
  /** Decides a request on what the ones before it left, and takes out what it accepts. */
  decide(loaded: Loaded, request: Request): Outcome<Accepted, Refusal>;
  answer(accepted: Accepted): Value;
  /** Flight 2: what the accepted ones change, and the keys of the refused given back. Not sent yet. */
  write(sql: ReservedSql, loaded: Loaded, accepted: Accepted[], refusedOnes: Request[]): Unsent;
  /**
   * Behind the transaction: what is committed is answered whatever becomes of this.
   * @returns what those who were refused wait for; settled, never rejected
   */
  behind?(db: Database, loaded: Loaded, accepted: Accepted[]): Promise<void>;
}

/**
 * A command that carries a key, in batches: those of a process that wait together share one
 * transaction (protocol.md: The one transaction, Keys; spec.md: Idempotency). Each is decided on what
 * the ones before it left. What is not written when its press is too old is refused as `BUSY`
 * (`age-rules.ts`).
 *
 * @returns presses; twins of one press that is under way share its outcome
 */
export function inKeyedBatches<
  Request extends Press,
  Loaded extends { taken: KeyRow[] },
  Accepted,
  Value,
  Refusal extends { code: string },
>({
  wantsOf,
  load,
  decide,
  answer,
  write,
  behind,
}: KeyedCommand<Request, Loaded, Accepted, Value, Refusal>) {
  type AnyRefusal = Refusal | KeyRefusal | UnsettledRefusal;
  type AnyOutcome = Outcome<Value, AnyRefusal>;
  type Answers = Answer<Value, AnyRefusal>[];

  /** Presses that are not answered yet, by shopper, key and request. */
  const underWay = new WeakMap<Database, Map<string, Promise<AnyOutcome>>>();
  const submit = inBatches(runBatch, wantsOf);

  return async function press(db: Database, given: Request): Promise<AnyOutcome> {
    const { command, requestHash } = given;
    // As PostgreSQL spells a UUID: the rows of the database are told apart by it.
    const idempotencyKey = command.idempotencyKey.toLowerCase();
    const request = { ...given, command: { ...command, idempotencyKey } };
    const presses = underWay.get(db) ?? new Map<string, Promise<AnyOutcome>>();
    underWay.set(db, presses);
    const name = [keyOfPress(request), requestHash].join();
    const first = presses.get(name);
    // A twin is told what becomes of its first: of its own waiting nothing could be concluded.
    if (first) return again(await first);
    const told = submit(db, request);
    presses.set(name, told);
    try {
      return await told;
    } finally {
      presses.delete(name);
    }
  };

  /** What a repeat of an answered press is told. */
  function again(outcome: AnyOutcome): AnyOutcome {
    return outcome.ok ? { ...outcome, replayed: true } : outcome;
  }

  /**
   * One answer a request, in their order. Another request under a key that the batch holds already
   * follows in a batch of its own.
   */
  async function runBatch(db: Database, requests: Request[]): Promise<Answers> {
    const firsts = new Map<string, Request>();
    const others: Request[] = [];
    for (const request of requests) {
      const key = keyOfPress(request);
      if (firsts.has(key)) others.push(request);
      else firsts.set(key, request);
    }
    const batch = [...firsts.values()];
    const answers = new Map<Request, Answers[number]>();
    const collect = (answered: Request[], results: Answers) => {
      answered.forEach((request, i) => {
        answers.set(request, results[i] as Answers[number]);
      });
    };
    collect(batch, await runDistinct(db, batch));
    if (others.length > 0) collect(others, await runBatch(db, others));
    return requests.map((request) => answers.get(request) as Answers[number]);
  }

  /**
   * A batch that the database refuses runs again one by one, so that one bad command fails alone.
   * Whoever's turn has not come when patience ends is told that nothing was done: nothing was. Where
   * one of the keys was held by another press, which may do it yet, nobody knows whose.
   */
  async function runDistinct(db: Database, batch: Request[]): Promise<Answers> {
    let untried: Told<Value, AnyRefusal> = { outcome: refused({ code: 'BUSY' }) };
    try {
      const told = await transact(db, batch);
      const stuck = told.every(({ outcome }) => !outcome.ok && wasHeldUp(outcome.refusal));
      const hopeless = batch.every(({ since }) => isTooOld(since, performance.now()));
      if (!stuck || hopeless || batch.length === 1) return told.map(fulfilled);
      // Held up together, all were told the same.
      untried = told[0] ?? untried;
    } catch (error) {
      if (batch.length === 1) return [{ status: 'rejected', reason: error }];
      db.report('batch.refused', error);
    }
    const answers: Answers = [];
    const giveUpAt = performance.now() + MOST_WAIT_MS;
    for (let i = 0; i < batch.length; i += MOST_ALONE_AT_ONCE) {
      const few = batch.slice(i, i + MOST_ALONE_AT_ONCE);
      if (performance.now() > giveUpAt) {
        answers.push(...few.map(() => fulfilled(untried)));
        continue;
      }
      const settled = await Promise.all(few.map((request) => runAlone(db, request)));
      answers.push(...settled);
    }
    return answers;
  }

  async function runAlone(db: Database, request: Request): Promise<Answers[number]> {
    try {
      const [told] = await transact(db, [request], true);
      return fulfilled(told as Told<Value, AnyRefusal>);
    } catch (error) {
      return { status: 'rejected', reason: error };
    }
  }

  /**
   * The one transaction, for a whole batch.
   * @param alone with less patience for a locked row than the connection has
   */
  async function transact(
    db: Database,
    batch: Request[],
    alone = false,
  ): Promise<Told<Value, AnyRefusal>[]> {
    const decided = await inTwoFlights(
      db,
      (sql) => load(sql, batch),
      (loaded) => {
        const { outcomes, accepted } = decideAll(loaded, batch);
        const refusedOnes = batch.filter((_, i) => !outcomes[i]?.ok);
        // With nothing to keep, the keys must not stay claimed either.
        const keeps = accepted.length > 0;
        return {
          value: { loaded, outcomes, accepted },
          write: keeps ? (sql) => write(sql, loaded, accepted, refusedOnes) : null,
        };
      },
      alone ? beginAlone : begin,
    );
    if (!decided.ok) return batch.map(() => ({ outcome: refused(decided.refusal) }));
    const { loaded, outcomes, accepted } = decided.value;
    const recorded = behind?.(db, loaded, accepted);
    return outcomes.map((outcome) => (outcome.ok ? { outcome } : { outcome, recorded }));
  }

  /** One outcome a request, in their order. */
  function decideAll(loaded: Loaded, batch: Request[]) {
    const taken = new Map(loaded.taken.map((row) => [keyOf(row.userId, row.key), row]));
    const accepted: Accepted[] = [];
    const outcomes = batch.map((request): AnyOutcome => {
      const first = taken.get(keyOfPress(request));
      if (first) {
        const claim = decideClaim(first, request.requestHash);
        return claim.kind === 'replay'
          ? done(claim.result as Value, true)
          : refused({ code: 'KEY_REUSED' });
      }
      if (isTooOld(request.since, performance.now())) return refused({ code: 'BUSY' });
      const decision = decide(loaded, request);
      if (!decision.ok) return decision;
      accepted.push(decision.value);
      return done(answer(decision.value));
    });
    return { outcomes, accepted };
  }
}

/** By a row or a key that somebody else holds: whoever does not want it can go ahead alone. */
const wasHeldUp = (refusal: { code: string; twin?: boolean }) =>
  refusal.code === 'BUSY' || (refusal.code === 'OUTCOME_UNKNOWN' && refusal.twin === true);

const fulfilled = <Value>(value: Value) => ({ status: 'fulfilled', value }) as const;

/**
 * Every statement of a batch touches a handful of rows by their key. The planner, which takes a
 * JSON list for 100 rows and a young table for an empty one, would rather read whole tables.
 */
const begin = (sql: ReservedSql) => sql`
  begin;
  set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off;
  set local enable_bitmapscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off`;

/** A row held by somebody else holds up those who want it, and hardly those who wait behind. */
const beginAlone = (sql: ReservedSql) => sql`${begin(sql)}; set local lock_timeout = '250ms'`;
