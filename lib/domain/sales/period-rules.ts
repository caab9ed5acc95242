import { addDays, type SeoulDay, seoulDay, startOfSeoulDay } from '../seoul-day';

/** The ranges that the dashboard knows, as they stand in its address. */
export const SALES_RANGES = ['today', '7d', '30d'] as const;
export type SalesRange = (typeof SALES_RANGES)[number];

const DAYS: Record<SalesRange, number> = { today: 1, '7d': 7, '30d': 30 };
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A stretch of Seoul time cut into hours of one day, or into days. */
export interface SalesPeriod {
  from: SeoulDay;
  to: SeoulDay;
  /** The last instant that counts. */
  until: Date;
  unit: 'hour' | 'day';
  /** Hours or days from the first one on to the one `until` lies in; those without sales too. */
  buckets: number;
}

/**
 * A range ending now, and the equally long one before it. Both end at the same time of day, so that
 * a morning is compared with a morning (admin.md: Definitions, change from the previous period).
 */
export function salesPeriods(
  range: SalesRange,
  now: Date,
): { current: SalesPeriod; previous: SalesPeriod } {
  const days = DAYS[range];
  const to = seoulDay(now);
  const unit = range === 'today' ? 'hour' : 'day';
  const sinceMidnight = now.getTime() - startOfSeoulDay(to).getTime();
  const buckets = unit === 'hour' ? Math.floor(sinceMidnight / HOUR_MS) + 1 : days;
  const current = { from: addDays(to, 1 - days), to, until: now, unit, buckets } as const;
  return {
    current,
    previous: {
      ...current,
      from: addDays(current.from, -days),
      to: addDays(to, -days),
      until: new Date(now.getTime() - days * DAY_MS),
    },
  };
}

/** The instant that the bucket with this number (from 0) begins at. */
export function bucketStart({ from, unit }: SalesPeriod, bucket: number): Date {
  const step = unit === 'hour' ? HOUR_MS : DAY_MS;
  return new Date(startOfSeoulDay(from).getTime() + bucket * step);
}
