import type { useTranslations } from 'next-intl';
import { formatPercentChange } from '@/lib/format/count';
import type { Locale } from '@/lib/i18n/locales';
import type { ComparisonView } from '@/lib/views/admin-sales';
import type { ChangeTexts } from './figure-cards';

type Change = {
  comparison: ComparisonView;
  /** How a change is written: money, a count or points. */
  format: (value: number) => string;
  /** A figure that is a percentage moves by points alone. */
  points: boolean;
  /** A figure shown as a minus: more of it is said as what it is, not as a larger number. */
  givenBack: boolean;
};

/** How a figure moved, absolute and in percent. */
export function changeTexts(
  t: ReturnType<typeof useTranslations<'sales'>>,
  locale: Locale,
  { comparison: { change, percent }, format, points, givenBack }: Change,
): ChangeTexts {
  if (change === null) return { text: t('change.none') };
  if (change === 0) return { text: t('change.same') };
  const direction = change > 0 ? 'up' : 'down';
  const key = givenBack
    ? (`change.givenBack.${direction}` as const)
    : (`change.${direction}` as const);
  return {
    sign: direction === 'up' ? '▲' : '▼',
    text: t(key, { amount: format(Math.abs(change)) }),
    ...(!points && {
      percent: percent === null ? t('change.fromZero') : formatPercentChange(percent, locale),
    }),
  };
}
