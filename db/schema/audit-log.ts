import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, rowId } from './columns';
import { users } from './users';

/** What operators changed: who, when, what, before and after. Append-only. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: rowId('id').primaryKey().generatedAlwaysAsIdentity(),
    actorUserId: rowId('actor_user_id')
      .notNull()
      .references(() => users.id),
    /** `product.create`, `stock.restock`, `coupon.disable`, `order.cancel` … */
    action: text('action').notNull(),
    entity: text('entity').notNull(),
    entityId: text('entity_id').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('audit_log_entity').on(t.entity, t.entityId, t.id),
    index('audit_log_actor').on(t.actorUserId, t.id),
  ],
);
