/** How the back office's orders are addressed: which of them, from where on. */

import { normaliseCouponCode } from '@/lib/domain/coupons/rules';
import type { OrderFilter, OrderKey } from '@/lib/domain/orders/order-filter-rules';
import { addDays, type SeoulDay } from '@/lib/domain/seoul-day';
import { readRowId } from '@/lib/page-key';
import { type Query, queryValue } from '@/lib/query-value';
import { asOfText, parseAsOf } from './as-of';
import { readWord } from './search-word';

export type { OrderFilter };

export const ORDER_CHOICES = ['standing', 'paid', 'fulfilled', 'cancelled'] as const;
const LONGEST_CODE = 40;

/** The filter that leaves nothing out. */
export const ALL_ORDERS: OrderFilter = {
  from: null,
  to: null,
  dated: 'placed',
  hour: null,
  status: null,
  productId: null,
  coupon: null,
  customerId: null,
  search: null,
  asOf: null,
};

/** Parameters of an address, by the part of the filter that each stands for. */
const NAMES = {
  from: 'from',
  to: 'to',
  dated: 'dated',
  hour: 'hour',
  status: 'status',
  productId: 'product',
  coupon: 'coupon',
  customerId: 'customer',
  search: 'q',
  asOf: 'asOf',
} as const satisfies Record<keyof OrderFilter, string>;

export type OrderParameter = (typeof NAMES)[keyof OrderFilter];

/**
 * Reads `?from= &to= &dated= &hour= &status= &product= &coupon= &customer= &q= &asOf=` (hardening.md: 65–67, 79).
 * @returns the filter, without what could not be read; `unread` names those parameters
 */
export function parseOrderFilter(query: Query): { filter: OrderFilter; unread: OrderParameter[] } {
  const unread: OrderParameter[] = [];
  const read = <Value>(name: OrderParameter, parse: (text: string) => Value | null) => {
    const given = query[name];
    const text = typeof given === 'string' ? given.trim() : undefined;
    // `all` is how a tab says that every status is meant.
    if (given === undefined || text === '' || (name === 'status' && text === 'all')) return null;
    const value = text === undefined ? null : parse(text);
    if (value === null) unread.push(name);
    return value;
  };
  const first = read('from', readDay);
  const last = read('to', readDay);
  // Whoever mixes the two up means the days between them.
  const swapped = first !== null && last !== null && last < first;
  const filter: OrderFilter = {
    from: swapped ? last : first,
    to: swapped ? first : last,
    dated: read('dated', (text) => oneOf(['placed', 'cancelled'] as const, text)) ?? 'placed',
    hour: read('hour', readHour),
    status: read('status', (text) => oneOf(ORDER_CHOICES, text)),
    productId: read('product', readRowId),
    coupon: read('coupon', readCode),
    customerId: read('customer', readRowId),
    search: read('q', readWord),
    asOf: read('asOf', readMoment),
  };
  return { filter, unread };
}

/** Reads `?after=2026-11-24.42`; null for anything else: the first page. */
export function parseOrderKey(query: Query): OrderKey | null {
  const [day = '', id] = (queryValue(query, 'after') ?? '').split('.');
  const orderId = readRowId(id);
  return readDay(day) === null || orderId === null ? null : { day, orderId };
}

/**
 * The address of these orders on a path, without a language prefix.
 * @param more what else the address holds: where the page begins
 */
export function ordersAddress(
  path: string,
  filter: Partial<OrderFilter>,
  { after }: { after?: OrderKey } = {},
): string {
  const query = new URLSearchParams();
  for (const [part, name] of Object.entries(NAMES)) {
    const value = filter[part as keyof OrderFilter];
    if (value === null || value === undefined || value === 'placed') continue;
    query.set(name, value instanceof Date ? asOfText(value) : String(value));
  }
  if (after) query.set('after', `${after.day}.${after.orderId}`);
  return query.size > 0 ? `${path}?${query}` : path;
}

/** A day that the calendar has, of this century; null for anything else. */
export function readDay(text: string): SeoulDay | null {
  return /^20\d\d-[01]\d-[0-3]\d$/.test(text) && isDay(text) ? text : null;
}

/** An hour of a day, 0 to 23; null for anything else. */
export function readHour(text: string | undefined): number | null {
  return text !== undefined && /^(?:1?\d|2[0-3])$/.test(text) ? Number(text) : null;
}

function isDay(text: string): boolean {
  return !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;
}

function readMoment(text: string): Date | null {
  const at = parseAsOf(text);
  return at === 'unreadable' ? null : at;
}

function oneOf<const Choice extends string>(choices: readonly Choice[], text: string) {
  return choices.find((choice) => choice === text) ?? null;
}

/** As the shop keeps it (spec.md: Coupon); a longer one is nobody's. */
function readCode(text: string): string | null {
  const code = normaliseCouponCode(text);
  return code.length <= LONGEST_CODE && !code.includes('\0') ? code : null;
}
