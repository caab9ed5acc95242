import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import type { checkOut } from '@/lib/actions/checkout';
import { fillText } from '@/lib/format/fill-text';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';
import type { ShownCart } from '@/lib/views/shown-cart';
import { type ChangeTexts, shownBefore, WhatChanged } from './what-changed';

export type CheckoutRefusalProps = {
  answer: Extract<Awaited<ReturnType<typeof checkOut>>, { kind: 'refused' }>;
  locale: Locale;
  /** The total that the page shows (spec.md: Confirmed total). */
  confirmedTotal: number;
  /** What it is made of, to tell after the next press what changed. */
  shown: ShownCart;
  texts: {
    notPaid: string;
    /** `{before}` and `{now}` left open. */
    totalChanged: string;
    /** What the balance does not suffice for, or that it does by now. */
    balance: string;
    /** That lines cannot be ordered as they stand, or that all can by now. */
    problems: string;
    changes: ChangeTexts;
  };
  /** Those lines, each with the button that mends it; null: there are none. */
  problems: ReactNode;
  /** What the coupon does; null: none was applied. */
  couponResult: ReactNode;
  /** The pay button alone: it accepts a new total. */
  payButton: ReactNode;
  /** The way to the top-up and back; null: the balance suffices. */
  topUpLink: ReactNode;
};

/**
 * What the refusal of a press means and what can be done about it. Its figures are those of the page
 * drawn for the answer, as on its buttons: a price may have changed once more since the refusal.
 */
export function CheckoutRefusal({ answer, ...props }: CheckoutRefusalProps) {
  const { refusal, message } = answer;
  const { texts, locale } = props;
  switch (refusal.code) {
    case 'TOTAL_CHANGED': {
      const title = fillText(texts.totalChanged, {
        before: formatMoney(refusal.confirmedTotal, locale),
        now: formatMoney(props.confirmedTotal, locale),
      });
      return (
        <Notice
          tone="warning"
          announce="alert"
          title={props.confirmedTotal === refusal.confirmedTotal ? texts.notPaid : title}
        >
          <WhatChanged
            before={shownBefore(answer)}
            now={props.shown}
            locale={locale}
            texts={texts.changes}
          />
          {refusal.couponReason !== null && props.couponResult}
          {props.payButton}
        </Notice>
      );
    }
    case 'TOO_MANY_CODES':
      return (
        <Notice
          tone="warning"
          announce="alert"
          title={answer.typed.intent === 'pay' ? texts.notPaid : undefined}
        >
          {message}
        </Notice>
      );
    case 'INSUFFICIENT_BALANCE':
      return (
        <Notice tone="warning" announce="alert" title={texts.balance}>
          <p>{texts.notPaid}</p>
          {props.topUpLink ?? props.payButton}
        </Notice>
      );
    case 'SHORT_STOCK':
    case 'PRODUCT_UNAVAILABLE':
      return (
        <Notice tone="warning" announce="alert" title={texts.problems}>
          <p>{texts.notPaid}</p>
          {props.problems ?? props.payButton}
        </Notice>
      );
    default:
      return (
        <Notice tone="danger" announce="alert" title={texts.notPaid}>
          {message}
        </Notice>
      );
  }
}
