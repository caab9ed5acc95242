import { and, count, eq, gt } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { auditLog, users } from '@/db/schema';
import { done, type Outcome, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';
import { recordAudit } from './store';

/** What stands in the audit log for it. */
const ACTION = 'action.refused';

/** So that nobody fills the log, which is never emptied; the rest stands in the server's log alone. */
const MOST_AN_HOUR = 10;
const HOUR_MS = 3_600_000;

/**
 * Records that a shopper sent an operator's action and was refused (hardening.md: 63).
 *
 * @param command `action` as `defineAction` names it: `admin.change-stock`
 * @returns whether a row was written; false when this user has had the hour's share
 */
export async function recordRefusedAction(
  db: Database,
  { userId, action }: { userId: number; action: string },
  now: Date,
): Promise<Outcome<{ recorded: boolean }, UnsettledRefusal>> {
  return inTransaction<{ recorded: boolean }, never>(db, async (tx) => {
    // One at a time for each user: tries at the same moment must not pass the count together.
    await tx.orm.select().from(users).where(eq(users.id, userId)).for('no key update');
    const [row] = await tx.orm
      .select({ tries: count() })
      .from(auditLog)
      .where(
        and(
          eq(auditLog.actorUserId, userId),
          eq(auditLog.action, ACTION),
          gt(auditLog.createdAt, new Date(now.getTime() - HOUR_MS)),
        ),
      );
    if ((row?.tries ?? 0) >= MOST_AN_HOUR) return done({ recorded: false });
    const target = { entity: 'action', entityId: action };
    await recordAudit(tx, { actorUserId: userId, action: ACTION, ...target, createdAt: now });
    return done({ recorded: true });
  });
}
