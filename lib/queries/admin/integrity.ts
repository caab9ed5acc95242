import 'server-only';
import { desc, eq } from 'drizzle-orm';
import { database } from '@/db';
import { INVARIANTS } from '@/db/invariants';
import { integrityRuns, users } from '@/db/schema';
import type { IntegrityView, InvariantResultView } from '@/lib/views/admin-integrity';
import { adminOnly } from './admin-only';

/** The invariants, with what the last check that an operator asked for found (admin.md: Integrity). */
export async function getIntegrity(): Promise<IntegrityView> {
  await adminOnly();
  const [run] = await database()
    .orm.select({
      at: integrityRuns.createdAt,
      by: users.name,
      durationMs: integrityRuns.durationMs,
      results: integrityRuns.results,
    })
    .from(integrityRuns)
    .innerJoin(users, eq(users.id, integrityRuns.actorUserId))
    .orderBy(desc(integrityRuns.id))
    .limit(1);
  const results = (run?.results ?? []) as (InvariantResultView & { name: string })[];
  return {
    lastRun: run
      ? {
          ...{ at: run.at, by: run.by, durationMs: run.durationMs },
          rows: results.reduce((sum, { checked }) => sum + checked, 0),
        }
      : null,
    // An invariant that joined the shop since then is not checked yet, and says so.
    invariants: INVARIANTS.map(({ name }) => ({
      name,
      result: results.find((result) => result.name === name) ?? null,
    })),
  };
}
