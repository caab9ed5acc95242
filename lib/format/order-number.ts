/**
 * How an order is called in front of people, on receipts, lists, ledgers and in the back office:
 * order 42 is `J-000042`. Plain letters and digits, so it can be read out and searched for.
 *
 * @param orderId from the database; also what its address `/orders/42` holds
 */
export function formatOrderNumber(orderId: number): string {
  return `J-${String(orderId).padStart(6, '0')}`;
}
