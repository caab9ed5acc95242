'use client';

import { useMovedBalance } from '@/components/live/use-moved-balance';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { fillText } from '@/lib/format/fill-text';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';

type BalanceMovedProps = {
  /** Won that the page shows. */
  shown: number;
  locale: Locale;
  texts: { moved: string; update: string };
};

/**
 * Says that the wallet holds something else by now, as after a top-up in another tab. The figures change
 * when asked to, never under the shopper's finger; pressing tells what else is different.
 */
export function BalanceMoved({ shown, locale, texts }: BalanceMovedProps) {
  const balance = useMovedBalance(shown)?.user?.balance;
  if (balance === undefined) return null;
  return (
    <Notice announce="status">
      <p>{fillText(texts.moved, { balance: formatMoney(balance, locale) })}</p>
      <div className="mt-2">
        <SubmitButton name="intent" value="apply" variant="secondary">
          {texts.update}
        </SubmitButton>
      </div>
    </Notice>
  );
}
