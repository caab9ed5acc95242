import { useLocale, useTranslations } from 'next-intl';
import { formatPercentChange } from '@/lib/format/count';
import type { ComparisonView } from '@/lib/views/admin-sales';

type ChangeProps = {
  comparison: ComparisonView;
  /** How a change is written: money, a count or points. */
  format: (value: number) => string;
  /** A figure that is a percentage moves by points alone. */
  points?: boolean;
  /** A figure shown as a minus: more of it is said as what it is, not as a larger number. */
  givenBack?: boolean;
};

/**
 * How a figure moved, absolute and in percent, as sign and words. Neutral ink: in Korean finance red
 * means *up*, so a colour would say the opposite to half of its readers.
 */
export function Change({ comparison, format, points = false, givenBack = false }: ChangeProps) {
  const t = useTranslations('sales.change');
  const locale = useLocale();
  const { change, percent } = comparison;
  if (change === null) return <p className="text-sm text-muted">{t('none')}</p>;
  if (change === 0) return <p className="text-sm text-muted">{t('same')}</p>;
  const direction = change > 0 ? 'up' : 'down';
  return (
    <p className="text-sm tabular-nums">
      <span aria-hidden="true">{direction === 'up' ? '▲' : '▼'} </span>
      {t(givenBack ? `givenBack.${direction}` : direction, { amount: format(Math.abs(change)) })}
      {!points && (
        <span className="whitespace-nowrap">
          {' '}
          ({percent === null ? t('fromZero') : formatPercentChange(percent, locale)})
        </span>
      )}
    </p>
  );
}
