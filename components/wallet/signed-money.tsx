import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';

/** What an entry added or took: `+10,000원`, `−12,900원` (`data-amount`). */
export function SignedMoney({ won, locale }: { won: number; locale: Locale }) {
  return (
    <span className="money font-bold" data-amount={won}>
      {won > 0 ? '+' : ''}
      {formatMoney(won, locale)}
    </span>
  );
}
