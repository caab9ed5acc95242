import { and, asc, eq, sql } from 'drizzle-orm';
import { auditLog, users } from '@/db/schema';
import type { Transaction } from '../transaction';
import { type EditedSince, type FieldValue, joinEdits } from './edit-rules';

/** Records an operator's change in the transaction that makes it (spec.md: Who may do what). */
export async function recordAudit(
  { orm }: Transaction,
  entry: typeof auditLog.$inferInsert,
): Promise<void> {
  await orm.insert(auditLog).values(entry);
}

/**
 * What others saved of a row after the version that an operator read. Each edit of such a row keeps
 * the version that it made in its audit entry, as `after.version`.
 *
 * @param row locked, with the version that stands now
 * @param read the version that the operator's page showed
 */
export async function editedSince(
  { orm }: Transaction,
  row: { entity: string; id: number; version: number },
  read: number,
): Promise<EditedSince> {
  const edits = await orm
    .select({ before: auditLog.before, after: auditLog.after, by: users.name })
    .from(auditLog)
    .innerJoin(users, eq(users.id, auditLog.actorUserId))
    .where(
      and(
        eq(auditLog.entity, row.entity),
        eq(auditLog.entityId, String(row.id)),
        sql`(${auditLog.after}->>'version')::int > ${read}`,
      ),
    )
    .orderBy(asc(auditLog.id));
  type State = Record<string, FieldValue>;
  const states = edits.map(({ before, after }) => {
    const { version: _, ...fields } = after as State;
    return { before: (before ?? {}) as State, after: fields };
  });
  return {
    code: 'EDITED_SINCE',
    version: row.version,
    by: edits.at(-1)?.by ?? '',
    changes: joinEdits(states),
  };
}
