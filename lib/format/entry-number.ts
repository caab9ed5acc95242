/**
 * How an entry of a wallet is called in front of people: the third of user 12 is `W-000012-3`. For a
 * top-up it is the top-up's number. Its address is `/wallet/entries/3`.
 */
export function formatEntryNumber(userId: number, seq: number): string {
  return `W-${String(userId).padStart(6, '0')}-${seq}`;
}
