/**
 * How often coupon codes may be guessed (ASVS 2.4.1). Only codes that do not exist count, so nobody
 * with coupons of their own is slowed down. Whoever guesses gets a code every two seconds and waits
 * 10 s at most. While they wait no code is looked up, existing or not: an answer for the existing
 * ones alone would give them away.
 */

import 'server-only';
import type { Database } from '@/db/client';
import { countTry, forgiveTry, waitForTry, whileCounting } from '@/lib/rate-limits';

/**
 * What the code is given for. Paying has an allowance of its own, so that whoever fumbled at Apply can
 * still pay at once. It needs a limit too: an order that is cancelled afterwards costs nothing, and
 * a refused one, by a low total or an empty wallet, not even that.
 */
export type CodePurpose = 'apply' | 'pay';

const WINDOW_SECONDS = 10;
const limit = (name: string, tries: number) => ({ name, tries, windowSeconds: WINDOW_SECONDS });
const ACCOUNT = { apply: limit('coupon-apply', 5), pay: limit('coupon-pay', 10) };
/** An office or a school shares an address. */
const ADDRESS = { apply: limit('coupon-apply-address', 60), pay: limit('coupon-pay-address', 60) };

/** Who gives a code: `userId` null where the session had ended, which counts as one more account. */
export interface CodeTry {
  userId: number | null;
  /** Of the client, see `clientAddress`. */
  address: string;
  purpose: CodePurpose;
}

/**
 * Whether a code may be looked up now. An account's tries are counted before the look, so that many
 * at once count too; an address's afterwards, so that many shoppers behind one may use theirs at once.
 *
 * @param exists tells whether the code is a coupon's
 * @returns seconds to wait, 0: go on; null while the database is away and cannot count
 */
export async function waitForCode(
  db: Database,
  { userId, address, purpose }: CodeTry,
  exists: () => Promise<boolean>,
): Promise<number | null> {
  const account = userId === null ? `guest ${address}` : String(userId);
  return whileCounting(async () => {
    const waitSeconds =
      (await waitForTry(db, ADDRESS[purpose], address)) ||
      (await countTry(db, ACCOUNT[purpose], account));
    if (waitSeconds > 0) return waitSeconds;
    if (await exists()) await forgiveTry(db, ACCOUNT[purpose], account);
    else await countTry(db, ADDRESS[purpose], address);
    return 0;
  });
}
