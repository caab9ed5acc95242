import type { Outcome } from '@/lib/domain/result';

/**
 * The value of a command that the sample history counts on.
 * @throws {Error} naming the refusal: the plan and the rules do not agree
 */
export function must<Value>(what: string, outcome: Outcome<Value, { code: string }>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The sample history is refused: ${what}: ${JSON.stringify(outcome.refusal)}`);
}
