import { fewLeft, formatStock } from '@/lib/format/stock';
import type { Locale } from '@/lib/i18n/locales';

/**
 * A product's exact stock with icon and words; `data-stock` holds the plain number. The icon is the
 * stylesheet's: a list repeats this often. Works in Server and Client Components.
 */
export function StockLabel({ quantity, locale }: { quantity: number; locale: Locale }) {
  const state = quantity <= 0 ? ' stock-out' : quantity <= fewLeft ? ' stock-few' : '';
  return (
    <span data-stock={quantity} className={`stock-label${state}`}>
      {formatStock(quantity, locale)}
    </span>
  );
}
