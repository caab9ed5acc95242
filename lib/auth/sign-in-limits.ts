/**
 * How often a password may be tried (hardening.md: 77; ASVS 6.3.1). Whoever guesses is slowed down
 * to a try every two seconds and waits 10 s at most; nobody is ever locked out. An owner at another
 * address than the guesser is held up only by guessing from many addresses at once.
 */

import 'server-only';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database, Sql } from '@/db/client';

const WINDOW_SECONDS = 10;

/** Tries in a window. One person mistypes; an office or a school shares an address. */
const TRIES = { pair: 5, account: 20, address: 60 };

type Limiters = Record<keyof typeof TRIES, RateLimiterPostgres>;

/** One set a pool: each keeps a timer that clears old rows. */
const limiters = new WeakMap<Database, Limiters>();

/** Who tries: `email` normalised, null for a sign-up; `address` of the client. */
export interface Attempt {
  email: string | null;
  address: string;
}

/**
 * Counts a try before it is made, so that tries at the same time count too.
 * @returns seconds to wait, 0: go on
 */
export async function countTry(db: Database, attempt: Attempt): Promise<number> {
  // One after the other: a try that is stopped here must not use up the account's, or one guesser
  // would hold up the owner.
  for (const [kind, key] of keysOf(attempt)) {
    try {
      await limitersOf(db)[kind].consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    }
  }
  return 0;
}

/** Takes a counted try back: the password was right. */
export async function forgiveTry(db: Database, attempt: Attempt): Promise<void> {
  await Promise.all(keysOf(attempt).map(([kind, key]) => limitersOf(db)[kind].reward(key)));
}

function keysOf({ email, address }: Attempt): [keyof Limiters, string][] {
  if (email === null) return [['address', address]];
  // Hashed: any length fits the column, and the table tells nobody which e-mails were tried.
  const account = createHash('sha256').update(email).digest('base64url');
  return [
    ['pair', `${account} ${address}`],
    ['address', address],
    ['account', account],
  ];
}

function limitersOf(db: Database): Limiters {
  const known = limiters.get(db);
  if (known) return known;
  const limiter = (kind: keyof typeof TRIES) =>
    new RateLimiterPostgres({
      storeClient: asPgClient(db.sql),
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: `sign-in-${kind}`,
      points: TRIES[kind],
      duration: WINDOW_SECONDS,
    });
  const made = { pair: limiter('pair'), account: limiter('account'), address: limiter('address') };
  limiters.set(db, made);
  return made;
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
