/**
 * Reads a row's number from an address (`/admin/orders/42`, `?before=42`).
 * @returns null for anything but a plain positive number, so that it is answered like an absent row
 */
export function readRowId(text: unknown): number | null {
  if (typeof text !== 'string' || !/^[1-9]\d{0,14}$/.test(text)) return null;
  return Number(text);
}

/** The first of `allowed` that a query parameter names, else the fallback. */
export function readChoice<const Choice extends string>(
  value: unknown,
  allowed: readonly Choice[],
  fallback: Choice,
): Choice {
  return allowed.find((choice) => choice === value) ?? fallback;
}
