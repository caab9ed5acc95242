/**
 * Which products this browser looked at last: kept in the browser alone, numbers only, so that what
 * is shown of them is always the shop's present word.
 */

const storageName = 'recent-products';
const mostKept = 12;

/** The newest first; none where storage is forbidden. */
export function recentProducts(): number[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageName) ?? '[]');
    return Array.isArray(kept) ? kept.filter(Number.isSafeInteger).slice(0, mostKept) : [];
  } catch {
    return [];
  }
}

/** Puts a product first. */
export function rememberProduct(productId: number): void {
  const others = recentProducts().filter((id) => id !== productId);
  keep([productId, ...others].slice(0, mostKept));
}

/** Forgets them all. */
export function forgetProducts(): void {
  keep([]);
}

function keep(productIds: number[]): void {
  try {
    localStorage.setItem(storageName, JSON.stringify(productIds));
  } catch {
    // Storage is forbidden or full: nothing is remembered.
  }
}
