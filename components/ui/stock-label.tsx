import { Check, CircleSlash, Hourglass } from 'lucide-react';
import { fewLeft, formatStock } from '@/lib/format/stock';
import type { Locale } from '@/lib/i18n/locales';

/**
 * A product's exact stock with icon and words; `data-stock` holds the plain number.
 * Works in Server and Client Components.
 */
export function StockLabel({ quantity, locale }: { quantity: number; locale: Locale }) {
  const { Icon, tone } =
    quantity <= 0
      ? { Icon: CircleSlash, tone: 'text-muted' }
      : quantity <= fewLeft
        ? { Icon: Hourglass, tone: 'text-warning font-semibold' }
        : { Icon: Check, tone: 'text-muted' };
  return (
    <span data-stock={quantity} className={`stock-label ${tone}`}>
      <Icon aria-hidden size={16} />
      {formatStock(quantity, locale)}
    </span>
  );
}
