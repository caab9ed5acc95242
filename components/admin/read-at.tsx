import { getLocale, getTranslations } from 'next-intl/server';
import { formatDateTime, formatTimestamp } from '@/lib/format/date-time';

/** Says which moment a page's figures are of. */
export async function ReadAt({ at }: { at: Date }) {
  const t = await getTranslations('sales');
  const locale = await getLocale();
  return (
    <p className="my-3 text-sm text-muted">
      <time dateTime={formatTimestamp(at)} data-read-at>
        {t('asOf', { time: formatDateTime(at, locale) })}
      </time>
    </p>
  );
}
