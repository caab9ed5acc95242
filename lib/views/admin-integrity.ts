import type { Messages } from '@/lib/i18n/messages';

/** The books' promises by name; each has its words in both languages. */
export type InvariantName = keyof Messages['integrity']['words'];

/** Every invariant with what the last check found of it. */
export interface IntegrityView {
  /** Null: nobody has checked yet. */
  lastRun: { at: Date; by: string; durationMs: number; rows: number } | null;
  invariants: { name: InvariantName; result: InvariantResultView | null }[];
}

export interface InvariantResultView {
  /** Rows looked at. */
  checked: number;
  durationMs: number;
  /** 0: it holds. */
  brokenCount: number;
  /** The first of the rows that break it: what is wrong, ids, what was found against what should be. */
  broken: Record<string, unknown>[];
}
