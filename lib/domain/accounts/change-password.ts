import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { users } from '@/db/schema';
import { done, type Outcome, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';
import { endSessions } from './store';

/**
 * Gives an account another password and ends every session it has open, the caller's too, which
 * signs in anew. The caller has made sure of the password until now.
 */
export async function changePassword(
  db: Database,
  { userId, passwordHash }: { userId: number; passwordHash: string },
): Promise<Outcome<null, UnsettledRefusal>> {
  return inTransaction<null, never>(
    db,
    async (tx) => {
      await tx.orm.update(users).set({ passwordHash }).where(eq(users.id, userId));
      await endSessions(tx, userId);
      return done(null);
    },
    { settlesByKey: true },
  );
}
