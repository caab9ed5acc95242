import type { NamedProductView } from './admin-sales';

/** A line of an uploaded table and what it would do now. */
export interface ImportLineView {
  line: number;
  /** As it was written, where no product was found. */
  written: { product: string; delta: string; reason: string };
  product: NamedProductView | null;
  effect:
    | { kind: 'change'; change: number; before: number; after: number }
    | { kind: 'nothing' }
    | {
        kind: 'problem';
        problem: 'UNKNOWN_PRODUCT' | 'WRONG_NUMBER' | 'BELOW_ZERO' | 'DUPLICATE' | 'NO_REASON';
        /** Units now. */
        before: number | null;
      };
}

export interface StockImportView {
  importId: number;
  createdAt: Date;
  appliedAt: Date | null;
  sameAppliedAt: Date | null;
  lines: ImportLineView[];
  changes: number;
  problems: number;
  /** Units that would come in, and that would be taken away. */
  unitsIn: number;
  unitsOut: number;
}

/** An uploaded table in the list of all. */
export interface StockImportRowView {
  importId: number;
  createdAt: Date;
  by: string;
  lines: number;
  appliedAt: Date | null;
}

/** Why an upload was not taken. */
export const IMPORT_REFUSALS = [
  'TOO_LARGE',
  'NO_FILE',
  'NO_TABLE',
  'UNPRINTABLE',
  'EMPTY',
  'TOO_LONG',
  'BUSY',
] as const;
