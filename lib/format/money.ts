import type { Locale } from '../i18n/locales';
import { groupDigits } from './digits';

/**
 * The one way money is written (spec.md: Money): 12900 is `12,900원` in Korean, `₩12,900` in
 * English; a negative amount has a minus sign in front (`−12,900원`).
 *
 * @param won integer won
 * @throws RangeError for anything but a safe integer: a fraction of a won is a bug
 */
export function formatMoney(won: number, locale: Locale): string {
  if (!Number.isSafeInteger(won)) throw new RangeError(`not a whole amount of won: ${won}`);
  const digits = groupDigits(Math.abs(won));
  const sign = won < 0 ? '−' : '';
  return locale === 'ko' ? `${sign}${digits}원` : `${sign}₩${digits}`;
}
