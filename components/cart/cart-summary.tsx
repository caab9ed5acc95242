import type { MouseEventHandler } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Money } from '@/components/ui/money';
import type { Locale } from '@/lib/i18n/locales';

export type CartSummaryTexts = {
  summary: string;
  subtotal: string;
  checkout: string;
  /** Said in place of it while a change is on its way. */
  settling: string;
  /** What is not counted, else what comes next: sign-in for guests, the coupon for shoppers. */
  hint: string;
  /** Said in place of the way to the checkout where no line counts. */
  nothing: string;
};

type CartSummaryProps = {
  /** Won. */
  subtotal: number;
  /** Whether any line can be bought. */
  canCheckOut: boolean;
  locale: Locale;
  checkoutHref: string;
  /** Pressed, and waiting for a change that is on its way. */
  leaving: boolean;
  onLeave: MouseEventHandler<HTMLAnchorElement>;
  texts: CartSummaryTexts;
};

/** What the cart adds up to, and the way to the checkout; stays in sight on narrow screens. */
export function CartSummary(props: CartSummaryProps) {
  const { subtotal, canCheckOut, locale, checkoutHref, leaving, onLeave, texts } = props;
  return (
    <section
      data-sticky-bar
      aria-label={texts.summary}
      className="z-10 flex flex-col gap-3 border-line bg-bg max-lg:sticky max-lg:bottom-[calc(56px+env(safe-area-inset-bottom))] max-lg:-mx-4 max-lg:border-t max-lg:px-4 max-lg:py-3 md:max-lg:bottom-0 lg:sticky lg:top-24 lg:rounded-card lg:border lg:p-6"
    >
      <p className="flex items-baseline justify-between gap-4">
        <span className="font-semibold">{texts.subtotal}</span>
        <Money won={subtotal} locale={locale} mark="total" className="text-2xl font-bold" />
      </p>
      {canCheckOut ? (
        <>
          {/* The checkout is another document, so this is no next/link. */}
          <a
            href={checkoutHref}
            onClick={onLeave}
            aria-disabled={leaving || undefined}
            className={buttonClass({ size: 'lg', wide: true })}
          >
            {leaving ? texts.settling : texts.checkout}
          </a>
          <p className="text-sm text-muted">{texts.hint}</p>
        </>
      ) : (
        <p>{texts.nothing}</p>
      )}
    </section>
  );
}
