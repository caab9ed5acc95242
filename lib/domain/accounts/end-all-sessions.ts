import type { Database } from '@/db/client';
import { done, type Outcome, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';
import { endSessions } from './store';

/** Signs a user out on every device; doing it twice is doing it once. */
export async function endAllSessions(
  db: Database,
  userId: number,
): Promise<Outcome<null, UnsettledRefusal>> {
  return inTransaction<null, never>(
    db,
    async (tx) => {
      await endSessions(tx, userId);
      return done(null);
    },
    { settlesByKey: true },
  );
}
