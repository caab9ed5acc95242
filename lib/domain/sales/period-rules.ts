import { addDays, type SeoulDay, startOfSeoulDay } from '../seoul-day';

const STEP_MS = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000 };
export type SalesUnit = keyof typeof STEP_MS;

/** A stretch of Seoul time, cut into hours, days or weeks from its first instant on. */
export interface SalesPeriod {
  from: SeoulDay;
  to: SeoulDay;
  start: Date;
  /** The last instant that counts. */
  until: Date;
  unit: SalesUnit;
  /** Steps from the first one on to the one `until` lies in; those without sales too. */
  buckets: number;
}

/**
 * The period of whole Seoul days, as far as it had come at an instant.
 *
 * @param from not after the day of `asOf`
 * @param to not before `from`; what lies after `asOf` is left out
 */
export function salesPeriod(
  { from, to }: { from: SeoulDay; to: SeoulDay },
  unit: SalesUnit,
  asOf: Date,
): SalesPeriod {
  const end = startOfSeoulDay(addDays(to, 1)).getTime() - 1;
  return cut({ from, to, until: new Date(Math.min(end, asOf.getTime())) }, unit);
}

/**
 * The period that another one is compared with. Both have come equally far, so that a morning is
 * compared with a morning (admin.md: Definitions, change from the previous period).
 *
 * @param days of the compared period, which ends before `current` begins
 */
export function comparedPeriod(
  current: SalesPeriod,
  { from, to }: { from: SeoulDay; to: SeoulDay },
): SalesPeriod {
  const elapsed = current.until.getTime() - current.start.getTime();
  const end = startOfSeoulDay(addDays(to, 1)).getTime() - 1;
  const until = new Date(Math.min(end, startOfSeoulDay(from).getTime() + elapsed));
  return cut({ from, to, until }, current.unit);
}

function cut(days: { from: SeoulDay; to: SeoulDay; until: Date }, unit: SalesUnit): SalesPeriod {
  const start = startOfSeoulDay(days.from);
  const elapsed = days.until.getTime() - start.getTime();
  return { ...days, start, unit, buckets: Math.floor(elapsed / STEP_MS[unit]) + 1 };
}

/** The instant that the bucket with this number (from 0) begins at. */
export function bucketStart({ start, unit }: SalesPeriod, bucket: number): Date {
  return new Date(start.getTime() + bucket * STEP_MS[unit]);
}

/** How long a bucket is, in seconds. */
export function bucketSeconds({ unit }: SalesPeriod): number {
  return STEP_MS[unit] / 1000;
}
