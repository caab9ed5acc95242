import { and, asc, eq, sql } from 'drizzle-orm';
import { auditLog, users } from '@/db/schema';
import type { Transaction } from '../transaction';
import {
  auditStates,
  type EditedSince,
  type FieldChange,
  type FieldValue,
  joinEdits,
} from './edit-rules';

/** Records an operator's change in the transaction that makes it (spec.md: Who may do what). */
export async function recordAudit(
  { orm }: Transaction,
  entry: typeof auditLog.$inferInsert,
): Promise<void> {
  await orm.insert(auditLog).values(entry);
}

/** Records an edit of a row that has versions, with the version that it made: `editedSince` reads it. */
export async function recordEdit(
  tx: Transaction,
  {
    actorUserId,
    action,
    row,
    changes,
    now,
  }: {
    actorUserId: number;
    action: string;
    row: EditedRow;
    changes: FieldChange[];
    now: Date;
  },
): Promise<void> {
  const { before, after } = auditStates(changes);
  await recordAudit(tx, {
    actorUserId,
    action,
    entity: row.entity,
    entityId: String(row.id),
    before,
    after: { ...after, version: row.version },
    createdAt: now,
  });
}

/** A row that has versions. */
interface EditedRow {
  entity: string;
  id: number;
  version: number;
}

/**
 * What others saved of a row after the version that an operator read.
 *
 * @param row locked, with the version that stands now
 * @param read the version that the operator's page showed
 */
export async function editedSince(
  { orm }: Transaction,
  row: EditedRow,
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
        sql`(${auditLog.after}->>'version')::bigint > ${read}`,
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
