/** Tries counted in the database, so that every instance of the shop counts the same ones. */

import 'server-only';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database, Sql } from '@/db/client';
import { failureKind } from '@/lib/domain/transaction';

/** So many tries in a window that begins with the first of them. */
export interface Limit {
  /** Tells its counters from those of other limits. */
  name: string;
  tries: number;
  windowSeconds: number;
}

/** One of each name a pool: it keeps a timer that clears old rows. */
const limiters = new WeakMap<Database, Map<string, RateLimiterPostgres>>();

/**
 * Counts a try before it is made, so that tries at the same time count too.
 * @param key whose tries: at most 200 characters
 * @returns seconds to wait, 0: go on
 */
export async function countTry(db: Database, limit: Limit, key: string): Promise<number> {
  try {
    await limiterOf(db, limit).consume(key);
    return 0;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return secondsUntil(refusal);
  }
}

/** Takes a counted try back: it was none. */
export async function forgiveTry(db: Database, limit: Limit, key: string): Promise<void> {
  await limiterOf(db, limit).reward(key);
}

/** What `countTry` would answer, without counting. */
export async function waitForTry(db: Database, limit: Limit, key: string): Promise<number> {
  const counted = await limiterOf(db, limit).get(key);
  return counted && counted.remainingPoints <= 0 ? secondsUntil(counted) : 0;
}

/** @returns what `count` gives, null while the database is away and cannot count */
export async function whileCounting(count: () => Promise<number>): Promise<number | null> {
  try {
    return await count();
  } catch (error) {
    if (failureKind(error) === 'bug') throw error;
    return null;
  }
}

const secondsUntil = ({ msBeforeNext }: RateLimiterRes) =>
  Math.max(1, Math.ceil(msBeforeNext / 1000));

function limiterOf(db: Database, { name, tries, windowSeconds }: Limit): RateLimiterPostgres {
  const known = limiters.get(db) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(db, known);
  const limiter =
    known.get(name) ??
    new RateLimiterPostgres({
      storeClient: asPgClient(db.sql),
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: name,
      points: tries,
      duration: windowSeconds,
    });
  known.set(name, limiter);
  return limiter;
}

/** The one call that the library makes of node-postgres. Its statements are constants of its own. */
function asPgClient(sql: Sql) {
  return {
    async query({ text, values }: { text: string; values: (string | number | null)[] }) {
      const rows = await sql.unsafe(text, values, { prepare: true });
      return { rows, rowCount: rows.count };
    },
  };
}
