'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import { RefreshMe } from '@/components/cart/refresh-me';
import { useStock } from '@/components/live/use-stock';
import { ActionForm } from '@/components/ui/action-form';
import { Money } from '@/components/ui/money';
import { Notice } from '@/components/ui/notice';
import { QuantityStepper } from '@/components/ui/quantity-stepper';
import { StockLabel } from '@/components/ui/stock-label';
import { SubmitButton } from '@/components/ui/submit-button';
import { fillText } from '@/lib/format/fill-text';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';
import { WalletBeside } from './wallet-beside';

type BuyBoxProps<Refusal extends { code: string }> = {
  productId: number;
  /** Units left when the page was made. */
  stock: number;
  /** Won, a unit. */
  price: number;
  /** Units that one line takes at most. */
  most: number;
  locale: Locale;
  action: FormAction<{ quantity: number }, Refusal>;
  cartHref: string;
  texts: {
    check: string;
    quantity: string;
    decrease: string;
    increase: string;
    add: string;
    adding: string;
    buyNow: string;
    soldOutButton: string;
    soldOutReason: string;
    /** Leads to `#similar`; none: nothing is similar. */
    seeSimilar: string | undefined;
    toCart: string;
    total: string;
    /** With a place for `{most}`. */
    mostNow: string;
    /** See `WalletBeside`. */
    balance: string;
    missing: string;
  };
};

/** Stock that stays fresh, quantity, and the two ways to buy; says why when it is sold out. */
export function BuyBox<Refusal extends { code: string }>(props: BuyBoxProps<Refusal>) {
  const { productId, locale, texts } = props;
  const stock = useStock([productId])?.[productId] ?? props.stock;
  const [wanted, setWanted] = useState('1');
  const soldOut = stock <= 0;
  const most = Math.max(1, Math.min(props.most, stock));
  const units = /^[1-9]\d*$/.test(wanted) && Number(wanted) <= most ? Number(wanted) : null;
  const mostNow = fillText(texts.mostNow, { most: String(most) });
  // What has the focus goes, or takes none any more, when the last one is sold: it is handed to the reason.
  const reason = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at this moment, whatever else changed
  useLayoutEffect(() => {
    if (hasFocus.current) reason.current?.focus();
  }, [soldOut]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it looks where the focus is, nothing more
    <div
      className="flex flex-col gap-4"
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={() => {
        hasFocus.current = false;
      }}
    >
      <div ref={reason} tabIndex={-1} className="outline-none">
        <p>
          <StockLabel quantity={stock} locale={locale} />
        </p>
        <div role="status">
          {soldOut && (
            <>
              <p id="sold-out" className="mt-4 font-semibold">
                {texts.soldOutReason}
              </p>
              {texts.seeSimilar && (
                <a href="#similar" className="text-link">
                  {texts.seeSimilar}
                </a>
              )}
            </>
          )}
        </div>
      </div>
      <ActionForm
        action={props.action}
        locale={locale}
        summaryTitle={texts.check}
        // Said in the bar with the buttons, which is in sight on a narrow screen too.
        done={nothingAbove}
        refusal={nothingAbove}
      >
        {({ field, control, answer }) => (
          <>
            <input type="hidden" name="productId" value={productId} />
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span aria-hidden className="text-sm font-semibold">
                {texts.quantity}
              </span>
              <QuantityStepper
                id={field('quantity').id}
                {...control('quantity', '1')}
                max={most}
                disabled={soldOut}
                onChange={setWanted}
                texts={{
                  label: texts.quantity,
                  decrease: texts.decrease,
                  increase: texts.increase,
                }}
              />
              {!soldOut && (
                <span className="text-sm text-muted tabular-nums" data-most={most}>
                  {mostNow}
                </span>
              )}
            </div>
            <div data-sticky-bar className="buy-bar">
              {answer?.kind === 'ok' && (
                <Notice key={answer.answerId} tone="success" announce="status">
                  <p className="flex flex-wrap items-center justify-between gap-x-4">
                    <span>{answer.message}</span>
                    <a
                      href={props.cartHref}
                      className="inline-flex min-h-11 items-center font-semibold text-primary underline"
                    >
                      {texts.toCart}
                    </a>
                  </p>
                  <RefreshMe />
                </Notice>
              )}
              {answer?.kind === 'refused' && (
                <Notice key={answer.answerId} tone="danger" announce="alert">
                  {answer.message}
                </Notice>
              )}
              {!soldOut && (
                // Without scripts the total of a typed quantity is not known here.
                <p className="js-only flex flex-wrap items-baseline justify-between gap-x-4">
                  {units === null ? (
                    <span role="status" className="font-semibold text-warning">
                      {mostNow}
                    </span>
                  ) : (
                    <>
                      <span className="font-semibold">
                        {texts.total} <Money won={props.price * units} locale={locale} />
                      </span>
                      <WalletBeside total={props.price * units} locale={locale} texts={texts} />
                    </>
                  )}
                </p>
              )}
              <div className="grid grid-cols-2 gap-2">
                <SubmitButton
                  size="lg"
                  name="next"
                  value="cart"
                  pendingText={texts.adding}
                  disabled={soldOut}
                  aria-describedby={soldOut ? 'sold-out' : undefined}
                >
                  {soldOut ? texts.soldOutButton : texts.add}
                </SubmitButton>
                {!soldOut && (
                  <SubmitButton size="lg" variant="secondary" name="next" value="checkout">
                    {texts.buyNow}
                  </SubmitButton>
                )}
              </div>
            </div>
          </>
        )}
      </ActionForm>
    </div>
  );
}

const nothingAbove = () => <></>;
