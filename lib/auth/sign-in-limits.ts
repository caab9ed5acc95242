/**
 * How often a password may be tried (hardening.md: 77; ASVS 6.3.1). Whoever guesses is slowed down
 * to a try every two seconds and waits 10 s at most; nobody is ever locked out. An owner at another
 * address than the guesser is held up only by guessing from many addresses at once.
 */

import 'server-only';
import { createHash } from 'node:crypto';
import type { Database } from '@/db/client';
import { countTry, forgiveTry, type Limit } from '@/lib/rate-limits';

const WINDOW_SECONDS = 10;

/** One person mistypes; an office or a school shares an address. */
const PAIR = { name: 'sign-in-pair', tries: 5, windowSeconds: WINDOW_SECONDS };
const ACCOUNT = { name: 'sign-in-account', tries: 20, windowSeconds: WINDOW_SECONDS };
const ADDRESS = { name: 'sign-in-address', tries: 60, windowSeconds: WINDOW_SECONDS };

/** Who tries: `email` normalised, null for a sign-up; `address` of the client. */
export interface SignInTry {
  email: string | null;
  address: string;
}

/**
 * Counts a try before it is made.
 * @returns seconds to wait, 0: go on
 */
export async function countSignIn(db: Database, attempt: SignInTry): Promise<number> {
  // One after the other: a try that is stopped here must not use up the account's, or one guesser
  // would hold up the owner.
  for (const [limit, key] of keysOf(attempt)) {
    const waitSeconds = await countTry(db, limit, key);
    if (waitSeconds > 0) return waitSeconds;
  }
  return 0;
}

/** Takes a counted try back: the password was right. */
export async function forgiveSignIn(db: Database, attempt: SignInTry): Promise<void> {
  await Promise.all(keysOf(attempt).map(([limit, key]) => forgiveTry(db, limit, key)));
}

function keysOf({ email, address }: SignInTry): [Limit, string][] {
  if (email === null) return [[ADDRESS, address]];
  // Hashed: any length fits the column, and the table tells nobody which e-mails were tried.
  const account = createHash('sha256').update(email).digest('base64url');
  return [
    [PAIR, `${account} ${address}`],
    [ADDRESS, address],
    [ACCOUNT, account],
  ];
}
