import type { Locale } from '../i18n/locales';
import { groupDigits } from './digits';

/** At and below this many units a product is marked as nearly gone (interface.md: Product list). */
export const fewLeft = 5;

/**
 * How many units are left, exactly: `재고 1,200개`, `3개 남음`, `품절`; `1,200 in stock`, `3 left`,
 * `Sold out`. Safe in Client Components, where the quantity refreshes itself.
 *
 * @param quantity units, 0 or more
 */
export function formatStock(quantity: number, locale: Locale): string {
  if (quantity <= 0) return locale === 'ko' ? '품절' : 'Sold out';
  if (quantity <= fewLeft) return locale === 'ko' ? `${quantity}개 남음` : `${quantity} left`;
  const units = groupDigits(quantity);
  return locale === 'ko' ? `재고 ${units}개` : `${units} in stock`;
}
