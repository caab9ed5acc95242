/** `GET /api/outcome`: what became of a press whose answer was lost (contract.md). */

const KEYED = ['checkout', 'top_up', 'restock', 'adjustment'] as const;
const OF_ORDER = ['cancel', 'office_cancel', 'office_fulfil'] as const;
type KeyedAction = (typeof KEYED)[number];
/** A shopper's own order is cancelled; an operator cancels any, or marks it as sent. */
type OrderAction = (typeof OF_ORDER)[number];

/** What is asked: a form's key, or, where the order itself tells a repeat, the order. */
export type OutcomeQuestion =
  | { action: KeyedAction; key: string }
  | { action: OrderAction; orderId: number };

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
  const keyed = KEYED.find((one) => one === action);
  if (keyed && UUID.test(key)) return { action: keyed, key };
  const ofOrder = OF_ORDER.find((one) => one === action);
  return ofOrder && ROW.test(orderId) ? { action: ofOrder, orderId: Number(orderId) } : null;
}
