import { getLocale } from 'next-intl/server';
import { formatDate, formatShortDate, formatTime } from '@/lib/format/date-time';
import type { SalesView } from '@/lib/views/admin-sales';

/** How the hours or days of a chart and its table are named. */
export async function pointLabels({ unit }: Pick<SalesView, 'unit'>) {
  const locale = await getLocale();
  const hour = (start: Date) => formatTime(start, locale);
  return unit === 'hour'
    ? { short: hour, long: hour }
    : {
        short: (start: Date) => formatShortDate(start, locale),
        long: (start: Date) => formatDate(start, locale),
      };
}
