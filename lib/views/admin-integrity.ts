import type { Messages } from '@/lib/i18n/messages';

/** The books' promises by name; each has its words in both languages. */
export type InvariantName = keyof Messages['integrity']['words'];

/** What can be wrong with a row, in words too. */
export type FaultName = keyof Messages['integrity']['faults'];

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
  /** The first of the rows that break it. */
  broken: BrokenRowView[];
}

/** A row's columns by name: its ids, and what was found against what should be. */
export interface BrokenRowView extends Record<string, unknown> {
  fault: FaultName;
}
