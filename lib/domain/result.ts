/**
 * What a command answers. A refusal is a value with its data; only bugs and a lost database throw.
 * `replayed` marks the first result shown again for a repeated key (spec.md: Idempotency).
 */
export type Outcome<Value, Refusal extends { code: string }> =
  | { ok: true; value: Value; replayed: boolean }
  | { ok: false; refusal: Refusal };

export function done<Value>(value: Value, replayed = false) {
  return { ok: true as const, value, replayed };
}

export function refused<const Refusal extends { code: string }>(refusal: Refusal) {
  return { ok: false as const, refusal };
}

/** Refusals that any command can give, whatever it decides. */
export type UnsettledRefusal =
  /** A lock or statement timed out: nothing was done, the key is kept. */
  | { code: 'BUSY' }
  /** The database is out of reach or its disk is full: nothing was done, the key is kept. */
  | { code: 'UNAVAILABLE' }
  /**
   * The connection was lost and did not come back in time, or another press of the same key is still
   * under way (`twin`): the key settles it.
   */
  | { code: 'OUTCOME_UNKNOWN'; twin?: true }
  /** The same without a key: whoever presses again should look first. */
  | { code: 'MAYBE_DONE' };

const UNSETTLED: readonly string[] = [
  'BUSY',
  'UNAVAILABLE',
  'OUTCOME_UNKNOWN',
  'MAYBE_DONE',
] satisfies UnsettledRefusal['code'][];

/**
 * Whether a refusal comes of the state of the database and of no rule. A page drawn again at such a
 * moment fails as well, and takes with it what was typed.
 */
export const isUnsettled = ({ code }: { code: string }) => UNSETTLED.includes(code);

/** Refusals of commands that carry an idempotency key. */
export type KeyRefusal =
  /** The key was first used for another request. */
  { code: 'KEY_REUSED' };
