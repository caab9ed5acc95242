/** How a wallet's history is addressed: which entries, from where on (contract.md: Addresses). */

import { addToTyped, parseAmount } from '@/lib/parse-amount';
import { type Query, queryValue, addressOf as withQuery } from '@/lib/query-value';

export const entryKinds = ['top_up', 'payment', 'refund', 'adjustment'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Which entries a shopper wants to see. */
export interface EntryChoice {
  /** Null: every kind. */
  kind: EntryKind | null;
  /** A Seoul month, `2026-11`; null: all of them. */
  month: string | null;
}

/** Reads `?kind= &month=`; what makes no sense chooses nothing (hardening.md: 65, 79). */
export function parseEntryChoice(query: Query): EntryChoice {
  const kind = queryValue(query, 'kind');
  const month = queryValue(query, 'month');
  return {
    kind: entryKinds.find((known) => known === kind) ?? null,
    month: month !== undefined && /^2\d{3}-(?:0[1-9]|1[0-2])$/.test(month) ? month : null,
  };
}

/**
 * The address of these entries on a path of the wallet, without a language prefix.
 * @param more what else the address keeps: `before`, and where to go on to after a top-up
 */
export function entriesAddress(
  path: '/wallet' | '/wallet/export',
  { kind, month }: EntryChoice,
  more: Record<string, string | number | null | undefined> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ kind, month, ...more })) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

/**
 * The wallet with the amount that an amount chip of the top-up form makes, for a chip that a browser
 * sent by itself: the form's fields stand in the query, with what was typed and the chip's `add` or
 * `set`.
 * @returns without a language prefix; null: no chip was pressed
 */
export function chipAddress(query: Query): string | null {
  const add = parseAmount(queryValue(query, 'add') ?? '');
  const set = parseAmount(queryValue(query, 'set') ?? '');
  if (!add.ok && !set.ok) return null;
  return withQuery('/wallet', {
    form: queryValue(query, 'idempotencyKey'),
    next: queryValue(query, 'next') || null,
    fill: add.ok ? addToTyped(queryValue(query, 'amount') ?? '', add.won) : set.ok ? set.won : null,
  });
}
