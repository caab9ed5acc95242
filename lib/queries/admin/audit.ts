import 'server-only';
import { and, desc, eq, exists, lt, sql } from 'drizzle-orm';
import { database } from '@/db';
import { auditLog, users } from '@/db/schema';
import type { AuditRowView, KeyPage } from '@/lib/views/admin-lists';
import type { AuditFilter } from '@/lib/views/audit-address';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

const ENTRIES_A_PAGE = 50;
/** Of a list to choose from. */
const MOST_ACTORS = 200;

/**
 * What operators changed, the newest first (admin.md: Audit log).
 * @param before the entry that the page before ended with
 */
export async function listAudit(
  { actorId, action, entity, entityId }: AuditFilter,
  before: number | null,
): Promise<KeyPage<AuditRowView>> {
  await adminOnly();
  const { orm } = database();
  const rows = await orm
    .select({
      id: auditLog.id,
      at: auditLog.createdAt,
      actor: users.name,
      action: auditLog.action,
      entity: auditLog.entity,
      entityId: auditLog.entityId,
      before: auditLog.before,
      after: auditLog.after,
    })
    .from(auditLog)
    .innerJoin(users, eq(users.id, auditLog.actorUserId))
    .where(
      and(
        actorId === null ? undefined : eq(auditLog.actorUserId, actorId),
        action === null ? undefined : eq(auditLog.action, action),
        entity === null ? undefined : eq(auditLog.entity, entity),
        entityId === null ? undefined : eq(auditLog.entityId, String(entityId)),
        before === null ? undefined : lt(auditLog.id, before),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(ENTRIES_A_PAGE + 1);
  const views = rows.map((entry) => ({
    ...entry,
    before: fieldsOf(entry.before, entry.after),
    after: fieldsOf(entry.after, entry.before),
  }));
  return keyPage(views, ENTRIES_A_PAGE, ({ id }) => id);
}

/** Who stands in the audit log, by name: operators first, then shoppers whose tries were refused. */
export async function listAuditActors(): Promise<{ userId: number; name: string }[]> {
  await adminOnly();
  const { orm } = database();
  const seen = orm.select({ one: sql`1` }).from(auditLog).where(eq(auditLog.actorUserId, users.id));
  return orm
    .select({ userId: users.id, name: users.name })
    .from(users)
    .where(exists(seen))
    .orderBy(desc(users.role), users.name, users.id)
    .limit(MOST_ACTORS);
}

/**
 * What was kept of a row, field by field; nothing stays nothing. A field that held nothing is told
 * where the other side of the change has a value.
 */
function fieldsOf(state: unknown, other: unknown): AuditRowView['before'] {
  const there = (other ?? {}) as Record<string, unknown>;
  return Object.entries((state ?? {}) as object)
    .filter(([field, value]) => value !== null || there[field] != null)
    .map(([field, value]) => ({
      field,
      value: typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    }));
}
