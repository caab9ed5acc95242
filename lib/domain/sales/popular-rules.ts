/** How a product's rank moved against the window before (interface.md: Popular). */
export type RankMove =
  /** Not among what sold in the window before. */
  | { kind: 'new' }
  | { kind: 'same' }
  /** `by`: ranks, from 1. */
  | { kind: 'up' | 'down'; by: number };

/**
 * @param rank from 1
 * @param before the rank in the window before, by the same rule; null: none
 */
export function rankMove(rank: number, before: number | null): RankMove {
  if (before === null) return { kind: 'new' };
  if (before > rank) return { kind: 'up', by: before - rank };
  if (before < rank) return { kind: 'down', by: rank - before };
  return { kind: 'same' };
}
