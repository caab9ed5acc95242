import { eq, sql } from 'drizzle-orm';
import { sessions, users } from '@/db/schema';
import type { Transaction } from '../transaction';

/**
 * Ends every session that a user has open. The raised version ends those too that a sign-in under
 * way is about to open, on a password that was still right when it was read.
 */
export async function endSessions({ orm }: Transaction, userId: number): Promise<void> {
  await orm
    .update(users)
    .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, userId));
  await orm.delete(sessions).where(eq(sessions.userId, userId));
}
