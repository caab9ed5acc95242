/** How the back office's products, stock and coupons are addressed: which of them. */

import type { ProductChoice } from '@/lib/domain/catalog/product-choice-rules';
import type { CouponChoice } from '@/lib/domain/coupons/list-coupons';
import { addressOf, type Query, queryValue } from '@/lib/query-value';
import { readSearch } from './search-word';

export type { ProductChoice };

export const PRODUCT_STATES = [null, 'published', 'hidden'] as const;
export const STOCK_LEVELS = [null, 'low', 'out'] as const;
export const COUPON_STATES = [
  null,
  ...(['live', 'notStarted', 'expired', 'usedUp', 'disabled'] as const),
] as const;

/**
 * Reads `?q= &state= &level=` of products (hardening.md: 65–67).
 * @returns the choice, without what could not be read; `unread` names those parameters
 */
export function parseProductChoice(query: Query): {
  choice: ProductChoice;
  unread: ('q' | 'state' | 'level')[];
} {
  const { search, unread } = readSearch(query);
  const state = readOneOf(query, 'state', PRODUCT_STATES);
  const level = readOneOf(query, 'level', STOCK_LEVELS);
  return {
    choice: { search, state: state.value, level: level.value },
    unread: [...unread, ...state.unread, ...level.unread],
  };
}

/** Reads `?q= &state=` of coupons in the same way. */
export function parseCouponChoice(query: Query): {
  choice: CouponChoice;
  unread: ('q' | 'state')[];
} {
  const { search, unread } = readSearch(query);
  const state = readOneOf(query, 'state', COUPON_STATES);
  return { choice: { search, state: state.value }, unread: [...unread, ...state.unread] };
}

/**
 * The address of these products or coupons on a path, without a language prefix.
 * @param more what else the address holds: where the page begins
 */
export function choiceAddress(
  path: string,
  { search, ...states }: Partial<ProductChoice | CouponChoice>,
  more: Record<string, string | number | null> = {},
): string {
  return addressOf(path, { q: search, ...states, ...more });
}

/** `all` is how a tab may say that each of them is meant. */
function readOneOf<const Name extends string, Choice extends string | null>(
  query: Query,
  name: Name,
  choices: readonly Choice[],
): { value: Choice | null; unread: Name[] } {
  if (query[name] === undefined || query[name] === '' || query[name] === 'all') {
    return { value: null, unread: [] };
  }
  const value = choices.find((choice) => choice === queryValue(query, name)) ?? null;
  return { value, unread: value === null ? [name] : [] };
}
