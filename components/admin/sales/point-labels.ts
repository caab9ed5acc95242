import { getLocale, getTranslations } from 'next-intl/server';
import { formatDate, formatShortDate, formatTime } from '@/lib/format/date-time';
import type { PointTimeView } from '@/lib/views/admin-sales';
import type { SalesUnit } from '@/lib/views/sales-filter';

/** How the hours, days or weeks of a chart and its table are named. */
export async function pointLabels(unit: SalesUnit) {
  const locale = await getLocale();
  const t = await getTranslations('sales.chart');
  const short = ({ start }: PointTimeView) =>
    unit === 'hour' ? formatTime(start, locale) : formatShortDate(start, locale);
  const long = ({ start, days }: PointTimeView) => {
    if (unit === 'day') return formatDate(start, locale);
    const from = formatShortDate(start, locale);
    if (unit === 'hour') return `${from} ${formatTime(start, locale)}`;
    return t('week', { from, to: formatShortDate(new Date(`${days.to}T12:00:00Z`), locale) });
  };
  return { short, long };
}
