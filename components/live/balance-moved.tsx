'use client';

import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { PassFocusOn } from '@/components/ui/pass-focus-on';
import { fillText } from '@/lib/format/fill-text';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';
import { useMovedBalance } from './use-moved-balance';

type BalanceMovedProps = {
  /** Won that the page shows. */
  shown: number;
  locale: Locale;
  /** `{balance}` left open. */
  text: string;
  /** The button that takes it in. */
  children: ReactNode;
};

/**
 * Says that the wallet holds something else by now, as after a top-up in another tab or at Back. Where
 * money is moved, figures and the form's key change when asked to, never under the shopper's finger: the
 * same press in two tabs stays one. While a press is on its way nothing is said: its answer says more.
 */
export function BalanceMoved({ shown, locale, text, children }: BalanceMovedProps) {
  const balance = useMovedBalance(shown);
  if (balance === undefined) return null;
  return (
    <div className="in-[main:has(form_[aria-disabled=true])]:hidden">
      <Notice announce="status">
        <p>{fillText(text, { balance: formatMoney(balance, locale) })}</p>
        <div className="mt-2">
          <PassFocusOn>{children}</PassFocusOn>
        </div>
      </Notice>
    </div>
  );
}
