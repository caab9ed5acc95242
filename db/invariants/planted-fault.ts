import type { InvariantName } from './invariant';

/** One thing that goes wrong in the books, and how it must be named. */
export interface PlantedFault {
  /** Which invariant catches it, and as what. */
  invariant: InvariantName;
  fault: string;
  /** Statements, run where no CHECK, trigger or foreign key forbids anything. */
  plant: string[];
  /** What the row that is named must hold. */
  row: Record<string, unknown>;
  /** Invariants that cannot but break with it. */
  also?: InvariantName[];
}
