import { bucketStart, type SalesPeriod } from '@/lib/domain/sales/period-rules';
import { seoulDay, seoulHour } from '@/lib/domain/seoul-day';

/** When a bucket begins, and the days and the hour that it lies in. */
export function bucketTime(period: SalesPeriod, i: number) {
  const start = bucketStart(period, i);
  const last = Math.min(bucketStart(period, i + 1).getTime() - 1, period.until.getTime());
  const hour = period.unit === 'hour' ? seoulHour(start) : null;
  return { start, days: { from: seoulDay(start), to: seoulDay(new Date(last)), hour } };
}
