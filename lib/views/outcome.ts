/** `GET /api/outcome`: what became of a press whose answer was lost (contract.md). */

/** What is asked: a form's key, or, where the order itself tells a repeat, the order. */
export type OutcomeQuestion =
  | { action: 'checkout' | 'top_up' | 'adjustment'; key: string }
  | { action: 'cancel'; orderId: number };

export interface OutcomeView {
  /**
   * Address of the first result, marked as already done, without a language prefix; null: nothing
   * has been done so far.
   */
  path: string | null;
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const ROW = /^[1-9]\d{0,14}$/;

/** Reads the question out of an address. @returns null for anything but exactly one question */
export function parseOutcomeQuestion(query: URLSearchParams): OutcomeQuestion | null {
  const { action, key = '', orderId = '' } = Object.fromEntries(query);
  if (query.size !== 2) return null;
  const keyed = action === 'checkout' || action === 'top_up' || action === 'adjustment';
  if (keyed && UUID.test(key)) return { action, key };
  if (action === 'cancel' && ROW.test(orderId)) return { action, orderId: Number(orderId) };
  return null;
}
