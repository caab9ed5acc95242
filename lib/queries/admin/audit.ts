import 'server-only';
import { desc, eq, lt } from 'drizzle-orm';
import { database } from '@/db';
import { auditLog, users } from '@/db/schema';
import type { AuditRowView, KeyPage } from '@/lib/views/admin-lists';
import { adminOnly } from './admin-only';
import { keyPage } from './key-page';

const ENTRIES_A_PAGE = 50;

/** What operators changed, the newest first (admin.md: Audit log). */
export async function listAudit(before: number | null): Promise<KeyPage<AuditRowView>> {
  await adminOnly();
  const rows = await database()
    .orm.select({
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
    .where(before === null ? undefined : lt(auditLog.id, before))
    .orderBy(desc(auditLog.id))
    .limit(ENTRIES_A_PAGE + 1);
  const views = rows.map((entry) => ({
    ...entry,
    before: asText(entry.before),
    after: asText(entry.after),
  }));
  return keyPage(views, ENTRIES_A_PAGE, ({ id }) => id);
}

/** `{ quantity: 3 }` reads `quantity: 3`; nothing stays nothing. */
function asText(state: unknown): string {
  if (typeof state !== 'object' || state === null) return '';
  return Object.entries(state)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(', ');
}
