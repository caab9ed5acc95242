import type { PendingQuery, Row } from 'postgres';
import { type Database, type OpenTransaction, type ReservedSql, rawFace } from '@/db/client';
import { isTooOld } from './age-rules';
import { done, type Outcome, refused, type UnsettledRefusal } from './result';

export type Transaction = OpenTransaction;

/** A statement that is not sent before it is executed. */
export interface Unsent {
  execute(): Promise<unknown>;
}

/** How often and how long a command tries before it tells the shopper (protocol.md: Retry). */
const RETRY_WITHIN_MS = 5_000;
const MOST_ABORTED_TRIES = 3;
const RETRY_PAUSE_MS = { min: 50, max: 200 };

export type FailureKind = 'aborted' | 'neverStarted' | 'full' | 'unknown' | 'busy' | 'bug';

const FAILURE_KINDS: Record<string, FailureKind> = {
  '40001': 'aborted',
  '40P01': 'aborted',
  // A prepared statement that the server forgot, as behind a pooler; the driver prepares anew.
  '26000': 'aborted',
  ECONNREFUSED: 'neverStarted',
  '08001': 'neverStarted',
  '57P03': 'neverStarted',
  '53300': 'neverStarted',
  // The server closes a connection at rest: nothing of what was on its way to it was read.
  '57P05': 'neverStarted',
  CONNECT_TIMEOUT: 'neverStarted',
  CONNECT_CLOSED: 'neverStarted',
  EAI_AGAIN: 'neverStarted',
  ENOTFOUND: 'neverStarted',
  '25006': 'neverStarted',
  // No disk or memory, or a pool that is closed: nothing was done, and no better a moment later.
  '53100': 'full',
  '53200': 'full',
  '58030': 'full',
  CONNECTION_ENDED: 'full',
  CONNECTION_CLOSED: 'unknown',
  CONNECTION_DESTROYED: 'unknown',
  ECONNRESET: 'unknown',
  EPIPE: 'unknown',
  ETIMEDOUT: 'unknown',
  EHOSTUNREACH: 'unknown',
  ENETUNREACH: 'unknown',
  ANSWER_TIMEOUT: 'unknown',
  '57P01': 'unknown',
  '57P02': 'unknown',
  '08006': 'unknown',
  '40003': 'unknown',
  '25P03': 'unknown',
  '55P03': 'busy',
  '57014': 'busy',
  POOL_EXHAUSTED: 'busy',
};

/** What an error of the database says about the transaction it ended (protocol.md: Retry). */
export function failureKind(error: unknown): FailureKind {
  // drizzle wraps the driver's error; the code stands on the cause.
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const code = (e as { code?: unknown }).code;
    if (typeof code === 'string' && code in FAILURE_KINDS) return FAILURE_KINDS[code] ?? 'bug';
  }
  return 'bug';
}

/** The constraint that a statement broke, by its name in the schema; null: something else failed. */
export function brokenConstraint(error: unknown): string | null {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const name = (e as { constraint_name?: unknown }).constraint_name;
    if (typeof name === 'string') return name;
  }
  return null;
}

class RolledBack extends Error {
  constructor(readonly outcome: { ok: false; refusal: { code: string } }) {
    super('rolled back by a refusal');
  }
}

/**
 * Runs a command's work in one READ COMMITTED transaction (protocol.md: The one transaction).
 * A refusal rolls everything back, the key too. Failures are retried as protocol.md lists them.
 *
 * @param settlesByKey the work claims an idempotency key, or does nothing the second time, so
 *   running it again after a lost connection cannot repeat an effect; without it a lost connection
 *   is answered at once
 * @param since the press, of `performance.now()`, where a page says after a while that it did nothing:
 *   what would be done when it is too old is rolled back as `BUSY` (`age-rules.ts`)
 * @returns the work's outcome, or `BUSY`, `UNAVAILABLE`, `OUTCOME_UNKNOWN` or `MAYBE_DONE`
 * @throws whatever is a bug: a broken constraint, a wrong statement
 */
export async function inTransaction<Value, Refusal extends { code: string }>(
  db: Database,
  work: (tx: Transaction) => Promise<Outcome<Value, Refusal>>,
  { settlesByKey = false, since }: { settlesByKey?: boolean; since?: number } = {},
): Promise<Outcome<Value, Refusal | UnsettledRefusal>> {
  return retrying<Value, Refusal | UnsettledRefusal>(db, settlesByKey, async () => {
    try {
      return await db.orm.transaction(async (orm) => {
        const outcome = await work({ sql: rawFace(orm), orm });
        if (!outcome.ok) throw new RolledBack(outcome);
        const late = since !== undefined && isTooOld(since, performance.now());
        if (late && !outcome.replayed) throw new RolledBack(refused({ code: 'BUSY' }));
        return outcome;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.outcome as Outcome<Value, Refusal>;
      throw error;
    }
  });
}

/**
 * The same in two round trips, for work that claims idempotency keys: BEGIN travels with the locks,
 * COMMIT with the writes, so that no lock waits for the network.
 *
 * @param load sends its statements when called and answers what they read
 * @param decide what comes of it, and the statement that writes it; null rolls back
 * @param begin the words that open the transaction, with what else is set for it
 * @returns what was decided, or `BUSY`, `UNAVAILABLE` or `OUTCOME_UNKNOWN`
 * @throws whatever is a bug: a broken constraint, a wrong statement
 */
export function inTwoFlights<Loaded, Value>(
  db: Database,
  load: (sql: ReservedSql) => Promise<Loaded>,
  decide: (loaded: Loaded) => { value: Value; write: ((sql: ReservedSql) => Unsent) | null },
  begin: (sql: ReservedSql) => PendingQuery<Row[]> = (sql) => sql`begin`,
): Promise<Outcome<Value, UnsettledRefusal>> {
  return retrying<Value, never>(db, true, async () => {
    const sql = await db.sql.reserve();
    // Not prepared: what is prepared can be missing, and everything behind it is on its way by then.
    const opened = () => begin(sql).simple().execute();
    const commit = () => sql`commit`.simple().execute();
    const rollback = () => sql`rollback`.simple();
    try {
      // A statement is sent when it is executed or awaited: BEGIN has to go first.
      const [, loaded] = await Promise.all([opened(), load(sql)]);
      const { value, write } = decide(loaded);
      if (write) {
        const written = write(sql).execute();
        // What cannot be built fails before this turn is over, unsent, and COMMIT must not follow it.
        await Promise.race([written, endOfTurn()]);
        await Promise.all([written, commit()]);
      } else await rollback();
      return done(value);
    } catch (error) {
      // Of what the server refused; with a lost connection there is nothing left to roll back.
      await rollback().catch(() => undefined);
      throw error;
    } finally {
      sql.release();
    }
  });
}

/** Before anything is sent or received. */
const endOfTurn = () => new Promise<void>((resolve) => process.nextTick(resolve));

async function retrying<Value, Refusal extends { code: string }>(
  db: Database,
  settlesByKey: boolean,
  attempt: () => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | UnsettledRefusal>> {
  const giveUpAt = performance.now() + RETRY_WITHIN_MS;
  // From the first connection lost on, nobody can say any more that nothing was done.
  let maybeDone = false;
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const kind = failureKind(error);
      if (kind === 'bug') {
        if (!maybeDone) throw error;
        db.report('command.unsettled', error);
        return refused({ code: 'OUTCOME_UNKNOWN' });
      }
      if (kind === 'unknown' && !settlesByKey) return refused({ code: 'MAYBE_DONE' });
      maybeDone ||= kind === 'unknown';
      const noMoment = kind === 'busy' || kind === 'full';
      const exhausted = kind === 'aborted' && tries > MOST_ABORTED_TRIES;
      if (kind === 'busy' && waitedForKey(error)) {
        return refused({ code: 'OUTCOME_UNKNOWN', twin: true });
      }
      if ((noMoment && !maybeDone) || exhausted || performance.now() > giveUpAt) {
        if (maybeDone) return refused({ code: 'OUTCOME_UNKNOWN' });
        const unavailable = kind === 'neverStarted' || kind === 'full';
        return refused({ code: unavailable ? 'UNAVAILABLE' : 'BUSY' });
      }
      await pause();
    }
  }
}

/**
 * Whether a lock timed out at an idempotency key: another press of the same form holds it, and may
 * do what was asked for after all (protocol.md: Idempotency; hardening.md: 29).
 */
function waitedForKey(error: unknown): boolean {
  // drizzle wraps the driver's error; the place stands on the cause.
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const where = (e as { where?: unknown }).where;
    if (typeof where === 'string') return where.includes('relation "idempotency_keys"');
  }
  return false;
}

/** Full jitter, so that competitors do not come back together. */
function pause(): Promise<void> {
  const { min, max } = RETRY_PAUSE_MS;
  return new Promise((resolve) => setTimeout(resolve, min + Math.random() * (max - min)));
}
