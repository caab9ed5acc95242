import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { database } from '@/db';
import { auditLog, users } from '@/db/schema';
import type { PriceChangeView } from '@/lib/views/admin-products';
import { adminOnly } from './admin-only';

const CHANGES_SHOWN = 20;

interface AuditedPrice {
  price?: number;
  plannedPrice?: number | null;
  plannedFrom?: string | null;
}

/** The last changes and plans of a product's price, the newest first, as the audit log has them. */
export async function listPriceChanges(productId: number): Promise<PriceChangeView[]> {
  await adminOnly();
  const rows = await database()
    .orm.select({
      id: auditLog.id,
      at: auditLog.createdAt,
      by: users.name,
      before: auditLog.before,
      after: auditLog.after,
    })
    .from(auditLog)
    .innerJoin(users, eq(users.id, auditLog.actorUserId))
    .where(
      and(
        eq(auditLog.entity, 'product'),
        eq(auditLog.entityId, String(productId)),
        sql`${auditLog.after} ?| array['price', 'plannedPrice', 'plannedFrom']`,
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(CHANGES_SHOWN);
  return rows.map(({ before, after, ...row }) => ({
    ...row,
    change: changeOf((before ?? {}) as AuditedPrice, after as AuditedPrice),
  }));
}

/** An entry keeps what changed alone: a plan of which only the moment moved has its price before. */
function changeOf(before: AuditedPrice, after: AuditedPrice): PriceChangeView['change'] {
  if (after.price !== undefined) return { kind: 'changed', price: after.price, from: null };
  if (after.plannedPrice === null) return { kind: 'unplanned' };
  const price = after.plannedPrice ?? before.plannedPrice ?? null;
  const from = after.plannedFrom ?? before.plannedFrom ?? null;
  const moment = from === null ? null : new Date(from);
  if (price !== null) return { kind: 'planned', price, from: moment };
  return { kind: 'moved', price: 0, from: moment };
}
