import type { Locale } from '../i18n/locales';

const language = { ko: 'ko-KR', en: 'en-US' };
const formatters = (options: Intl.NumberFormatOptions) => ({
  ko: new Intl.NumberFormat(language.ko, options),
  en: new Intl.NumberFormat(language.en, options),
});

const whole = formatters({ maximumFractionDigits: 0 });
const compact = formatters({ notation: 'compact', maximumFractionDigits: 1 });
const percents = formatters({ maximumFractionDigits: 1 });

/** A number of things: `1,234`. Server only, like the others here: making them takes a phone 150 ms. */
export function formatCount(count: number, locale: Locale): string {
  return whole[locale].format(count).replace('-', '−');
}

/** By how many more or fewer: `+5`, `−1,234`. Server only. */
export function formatCountChange(change: number, locale: Locale): string {
  return `${change > 0 ? '+' : ''}${formatCount(change, locale)}`;
}

/** A number for an axis, shortened as the language does: `120만`, `1.2M`. Server only. */
export function formatCompact(value: number, locale: Locale): string {
  return compact[locale].format(value).replace('-', '−');
}

/** A change in percent with its sign: `+3.2%`, `−12%`. */
export function formatPercentChange(percent: number, locale: Locale): string {
  const sign = percent > 0 ? '+' : percent < 0 ? '−' : '';
  return `${sign}${percents[locale].format(Math.abs(percent))}%`;
}
