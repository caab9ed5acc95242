/**
 * What of the sales an operator looks at, as it stands in the address (admin.md: Sales): the
 * dashboard, lost demand and the lists behind their figures read it here and nowhere else.
 */

import { normaliseCouponCode } from '@/lib/domain/coupons/rules';
import { addDays, addMonths, type SeoulDay, seoulDay } from '@/lib/domain/seoul-day';
import { readRowId } from '@/lib/page-key';
import { type Query, queryValue } from '@/lib/query-value';
import { readDay } from './order-address';

/** Ranges with a name roll on with the day; a custom one stays where it is. */
export const SALES_PRESETS = ['today', 'yesterday', '3d', '7d', '30d', 'month'] as const;
export type SalesPreset = (typeof SALES_PRESETS)[number];

/** What a range is compared with: the equally long one before it, or the same days earlier on. */
export const SALES_COMPARISONS = ['previous', 'week', 'month', 'year', 'none'] as const;
export type SalesComparison = (typeof SALES_COMPARISONS)[number];

export const ORDER_STATUSES = ['paid', 'fulfilled', 'cancelled'] as const;
export const SALES_UNITS = ['hour', 'day', 'week'] as const;
export type SalesUnit = (typeof SALES_UNITS)[number];
export const TOP_ORDERS = ['units', 'revenue'] as const;
/** The charts of the screens, by the name of their numbers' table. */
export const CHARTS = [
  ...(['net-sales', 'top-products', 'coupons', 'wallet'] as const),
  ...(['lost-over-time', 'lost-reasons'] as const),
] as const;
export type ChartName = (typeof CHARTS)[number];

/** Days that one screen covers at most: a leap year. */
export const MOST_DAYS = 366;
/** The longest range that each comparison makes sense for: it must not reach into the range itself. */
const LONGEST: Record<SalesComparison, number> = {
  previous: MOST_DAYS,
  week: 7,
  month: 31,
  year: MOST_DAYS,
  none: MOST_DAYS,
};
/** The longest range that is drawn by the hour, and the shortest by the week. */
const MOST_DAYS_BY_HOUR = 3;
const LEAST_DAYS_BY_WEEK = 14;
const MOST_DAYS_BY_DAY = 92;

/** Seoul days, both of them counted in. */
export interface Days {
  from: SeoulDay;
  to: SeoulDay;
}

export interface SalesFilter extends Days {
  range: SalesPreset | 'custom';
  compare: SalesComparison;
  /** Null: all of them; likewise below. */
  product: number | null;
  /** Normalised code of the coupon that took something off. */
  coupon: string | null;
  /** Where an order stands. */
  status: (typeof ORDER_STATUSES)[number] | null;
  by: SalesUnit;
  top: (typeof TOP_ORDERS)[number];
  /** The chart whose numbers stand below it as a table. */
  table: ChartName | null;
  /** The moment that is looked at, as an address holds it; null: now. */
  asOf: string | null;
  /**
   * The moment that the figures on the page are of, which their rows and files are asked for at: a
   * busy shop has others a minute later. Null: that of `asOf`.
   */
  readAt: string | null;
}

/** What can be wrong with which part of the address. */
export type ProblemCode =
  | `${'range' | 'compare' | 'product' | 'coupon' | 'status' | 'by'}.unknown`
  | `${'from' | 'to'}.notADay`
  | 'from.future'
  | 'from.tooLong'
  | 'to.backwards'
  | 'compare.tooLong';

/** A value of the address that could not be taken; the screen says so and shows what it can. */
export interface FilterProblem {
  code: ProblemCode;
  /** As it was given. */
  given: string;
}

/** The problem with a part of the address, where there is one. */
export function problemWith(
  problems: readonly FilterProblem[],
  name: string,
): FilterProblem | undefined {
  return problems.find(({ code }) => code.startsWith(`${name}.`));
}

/**
 * Reads `?range= &from= &to= &compare= &product= &coupon= &status= &by= &top= &table=`. What makes no sense
 * is reported and chooses nothing; without any of it these are the last seven days.
 *
 * @param now the instant on whose Seoul day named ranges end
 */
export function parseSalesFilter(
  query: Query,
  now: Date,
): { filter: SalesFilter; problems: FilterProblem[] } {
  const today = seoulDay(now);
  const problems: FilterProblem[] = [];
  const report = (code: ProblemCode) => {
    const [name = ''] = code.split('.');
    problems.push({ code, given: queryValue(query, name) ?? '' });
  };
  const { range, ...days } = readRange(query, today, report);
  const length = daysOf(days);
  const given = <const Choice extends string>(
    field: 'compare' | 'status' | 'by',
    allowed: readonly Choice[],
  ): Choice | null => {
    const text = queryValue(query, field);
    if (text === undefined || text === '') return null;
    const choice = allowed.find((known) => known === text) ?? null;
    if (choice === null) report(`${field}.unknown`);
    return choice;
  };

  let compare = given('compare', SALES_COMPARISONS) ?? 'previous';
  if (length > LONGEST[compare]) {
    report('compare.tooLong');
    compare = 'previous';
  }
  const by = given('by', SALES_UNITS);
  const product = queryValue(query, 'product')?.trim() ?? '';
  if (product !== '' && readRowId(product) === null) report('product.unknown');
  return {
    filter: {
      range,
      ...days,
      compare,
      product: readRowId(product),
      coupon: readCode(query, report),
      status: given('status', ORDER_STATUSES),
      by: by && unitsFor(days).includes(by) ? by : (unitsFor(days)[0] ?? 'day'),
      top: queryValue(query, 'top') === 'revenue' ? 'revenue' : 'units',
      table: CHARTS.find((name) => name === queryValue(query, 'table')) ?? null,
      asOf: null,
      readAt: null,
    },
    problems,
  };
}

/** The days of a named range that ends today, or, for yesterday, the day before. */
export function presetDays(preset: SalesPreset, today: SeoulDay): Days {
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case '3d':
      return { from: addDays(today, -2), to: today };
    case '7d':
      return { from: addDays(today, -6), to: today };
    case '30d':
      return { from: addDays(today, -29), to: today };
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: today };
  }
}

/** How many days a range has. */
export function daysOf({ from, to }: Days): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** The steps that a range can be drawn in, the one that fits best first. */
export function unitsFor(days: Days): SalesUnit[] {
  const length = daysOf(days);
  if (length === 1) return ['hour'];
  const units: SalesUnit[] = length <= MOST_DAYS_BY_DAY ? ['day'] : [];
  if (length >= LEAST_DAYS_BY_WEEK) units.push('week');
  return length <= MOST_DAYS_BY_HOUR ? [...units, 'hour'] : units;
}

/** The days that a range is compared with; null: with none. Never longer than the range. */
export function comparedDays({
  compare,
  ...days
}: Days & Pick<SalesFilter, 'compare'>): Days | null {
  if (compare === 'none') return null;
  const length = daysOf(days);
  const from = {
    previous: () => addDays(days.from, -length),
    week: () => addDays(days.from, -7),
    month: () => sameDay(days.from, -1),
    year: () => sameDay(days.from, -12),
  }[compare]();
  const to = addDays(from, length - 1);
  // A long month against a short one: the comparison ends before the range begins.
  return { from, to: to < days.from ? to : addDays(days.from, -1) };
}

/** What the reads of the sales are asked with. */
export function salesQuestion(filter: SalesFilter) {
  return {
    from: filter.from,
    to: filter.to,
    compared: comparedDays(filter),
    unit: filter.by,
    topBy: filter.top,
    productId: filter.product,
    couponCode: filter.coupon,
    status: filter.status,
  };
}

/** The same day of another month, or that month's last. */
function sameDay(day: SeoulDay, months: number): SeoulDay {
  const month = addMonths(day.slice(0, 7), months);
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}

type Report = (code: ProblemCode) => void;

/**
 * The days win over a name that says something else; where they are the named range's own, it keeps
 * its name and rolls on.
 */
function readRange(
  query: Query,
  today: SeoulDay,
  report: Report,
): Days & Pick<SalesFilter, 'range'> {
  const name = queryValue(query, 'range');
  const preset = SALES_PRESETS.find((known) => known === name) ?? null;
  if (name && !preset && name !== 'custom') report('range.unknown');
  const named = preset ?? '7d';
  const fallback = { range: named, ...presetDays(named, today) };

  const texts = { from: queryValue(query, 'from'), to: queryValue(query, 'to') };
  if (!texts.from && !texts.to) return fallback;
  // One day alone is that day.
  const from = readDay(texts.from || texts.to || '');
  const to = readDay(texts.to || texts.from || '');
  if (!from) report(texts.from ? 'from.notADay' : 'to.notADay');
  else if (!to) report('to.notADay');
  else if (from > to) report('to.backwards');
  else if (from > today) report('from.future');
  else if (daysOf({ from, to }) > MOST_DAYS) report('from.tooLong');
  else if (from === fallback.from && to === fallback.to && preset) return fallback;
  else return { range: 'custom', from, to: to < today ? to : today };
  return fallback;
}

const MOST_CODE_LENGTH = 40;

/** A coupon's code as coupons keep it (spec.md: Coupon); a longer one, or one no text can hold, is nobody's. */
function readCode(query: Query, report: Report): string | null {
  const code = normaliseCouponCode(queryValue(query, 'coupon') ?? '');
  if (code === '') return null;
  if (code.length <= MOST_CODE_LENGTH && !code.includes('\0')) return code;
  report('coupon.unknown');
  return null;
}
