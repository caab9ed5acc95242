import { checkBesideSales, type InvariantResult } from './check-invariants';
import type { Database } from './client';
import { integrityRuns } from './schema';

/** `statement_timeout` has ended it. */
const QUERY_CANCELED = '57014';

type CheckOutcome =
  | { ok: true; value: InvariantResult[] }
  | { ok: false; refusal: { code: 'CHECK_RUNNING' } | { code: 'CHECK_TOO_SLOW' } };

/**
 * Checks the books and keeps what was found, with who asked and when (admin.md: Integrity). The
 * caller makes sure that the actor is an admin.
 *
 * @returns `CHECK_RUNNING` while another check is under way, `CHECK_TOO_SLOW` when a statement took
 *   longer than it may; nothing is kept then
 */
export async function runIntegrityCheck(
  db: Database,
  { actorUserId }: { actorUserId: number },
  now: Date,
): Promise<CheckOutcome> {
  const began = performance.now();
  let results: InvariantResult[] | null;
  try {
    results = await checkBesideSales(db);
  } catch (error) {
    const tooSlow = error instanceof Error && 'code' in error && error.code === QUERY_CANCELED;
    if (!tooSlow) throw error;
    return { ok: false, refusal: { code: 'CHECK_TOO_SLOW' } };
  }
  if (!results) return { ok: false, refusal: { code: 'CHECK_RUNNING' } };
  const durationMs = Math.round(performance.now() - began);
  await db.orm.insert(integrityRuns).values({ actorUserId, results, durationMs, createdAt: now });
  return { ok: true, value: results };
}
