import { index, integer, json, pgTable } from 'drizzle-orm/pg-core';
import { instant, rowId } from './columns';
import { users } from './users';

/** Checks of the books that an operator asked for, each with what it found (admin.md: Integrity). */
export const integrityRuns = pgTable(
  'integrity_runs',
  {
    id: rowId('id').primaryKey().generatedAlwaysAsIdentity(),
    actorUserId: rowId('actor_user_id')
      .notNull()
      .references(() => users.id),
    /** `InvariantResult[]` of `db/check-invariants.ts`; as text, so that a row's columns keep their order. */
    results: json('results').notNull(),
    durationMs: integer('duration_ms').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('integrity_runs_actor').on(t.actorUserId)],
);
