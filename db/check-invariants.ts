import type { Database, TransactionSql } from './client';
import { INVARIANTS } from './invariants';
import type { Invariant, InvariantName } from './invariants/invariant';

export interface InvariantResult {
  name: InvariantName;
  /** Rows looked at. */
  checked: number;
  /** How many rows break it; 0: it holds. */
  brokenCount: number;
  /** The first of them, each with what is wrong (`fault`), its ids and what was found against what should be. */
  broken: Record<string, unknown>[];
  durationMs: number;
}

const MOST_ROWS_SHOWN = 20;
/** A large shop takes longer than any page may; nothing is locked meanwhile. */
export const LONGEST_CHECK_SECONDS = 120;
const ONE_SNAPSHOT = 'isolation level repeatable read read only';
/** Any number that no other program uses on the same database. */
const ADVISORY_LOCK = 7_264_837;

/**
 * Checks every invariant of `protocol.md` on one snapshot; read-only, blocks nobody.
 * @returns one result each, in protocol.md's order
 */
export async function checkInvariants({ sql }: Database): Promise<InvariantResult[]> {
  return sql.begin(ONE_SNAPSHOT, checkInside);
}

/**
 * As `checkInvariants`, beside a shop that sells: one check at a time, on one processor.
 * @returns null when another one is under way, on whichever instance
 */
export async function checkBesideSales({ sql }: Database): Promise<InvariantResult[] | null> {
  return sql.begin(ONE_SNAPSHOT, async (tx) => {
    const [lock] = await tx<{ free: boolean }[]>`
      select pg_try_advisory_xact_lock(${ADVISORY_LOCK}) as free`;
    if (!lock?.free) return null;
    await tx`set local max_parallel_workers_per_gather = 0`;
    return checkInside(tx);
  });
}

/** As `checkInvariants`, inside an open transaction, with what that has changed. */
export async function checkInside(tx: TransactionSql): Promise<InvariantResult[]> {
  await tx.unsafe(`set local statement_timeout = '${LONGEST_CHECK_SECONDS}s'`);
  const results: InvariantResult[] = [];
  for (const invariant of INVARIANTS) {
    const began = performance.now();
    const [row] = await tx.unsafe<CheckRow[]>(statementOf(invariant));
    results.push({
      name: invariant.name,
      checked: row?.checked ?? 0,
      brokenCount: row?.count ?? 0,
      broken: row?.rows ?? [],
      durationMs: performance.now() - began,
    });
  }
  return results;
}

type CheckRow = { checked: number; count: number; rows: Record<string, unknown>[] };

/** One statement: how many rows were looked at, how many break it, and the first of those. */
function statementOf({ checked, faults }: Invariant): string {
  const found = Object.entries(faults).map(
    ([fault, query]) => `
      select row_to_json(found) as found
      from (select '${fault}' as fault, broken.* from (${query}) broken) found`,
  );
  return `
    with broken as (${found.join(' union all ')})
    select ${checked} as checked, (select count(*) from broken) as count,
      coalesce((
        select json_agg(found) from (select found from broken limit ${MOST_ROWS_SHOWN}) first
      ), '[]') as rows`;
}
