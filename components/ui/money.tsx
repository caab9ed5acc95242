import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';

type MoneyProps = {
  /** Integer won. */
  won: number;
  locale: Locale;
  /** Marks the figure for scripts and tests with the plain number (contract.md: Form fields). */
  mark?: 'price' | 'total' | 'balance';
  className?: string;
};

/** An amount of money in words, with even digits. `mark="balance"` gives `data-balance="15800"`. */
export function Money({ won, locale, mark, className = '' }: MoneyProps) {
  return (
    <span className={`money ${className}`} {...(mark && { [`data-${mark}`]: won })}>
      {formatMoney(won, locale)}
    </span>
  );
}

/** A product's price (`data-price`). */
export function Price({
  size = 'md',
  ...money
}: Omit<MoneyProps, 'mark' | 'className'> & { size?: 'md' | 'lg' }) {
  return (
    <Money {...money} mark="price" className={size === 'lg' ? 'text-2xl font-bold' : 'font-bold'} />
  );
}
