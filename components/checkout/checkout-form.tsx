'use client';

import type { ReactNode } from 'react';
import { RefreshMe } from '@/components/cart/refresh-me';
import { BalanceMoved } from '@/components/live/balance-moved';
import { ActionForm } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Checkbox, Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { Notice } from '@/components/ui/notice';
import { type SettlingTexts, whileUnsure } from '@/components/ui/settling';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import type { checkOut } from '@/lib/actions/checkout';
import { FIELD_HOLDS, LONGEST_CODE } from '@/lib/checkout-limits';
import type { LostAnswer } from '@/lib/views/action-answer';
import type { DeliveryView } from '@/lib/views/checkout';
import { writeShownCart } from '@/lib/views/shown-cart';
import { CheckoutRefusal, type CheckoutRefusalProps } from './checkout-refusal';
import { CHECKOUT_FORM } from './way-out';
import { ChangedSince } from './what-changed';

type Answer = Awaited<ReturnType<typeof checkOut>>;

type CheckoutFormProps = Omit<CheckoutRefusalProps, 'answer' | 'texts'> & {
  action: typeof checkOut;
  /** Made when the page was rendered; the same one goes out until this form has bought something. */
  idempotencyKey: string;
  delivery: DeliveryView;
  couponCode: string;
  /** The outcome of the code that was tried, in a sentence; null: none was. */
  couponSaid: { text: string; usable: boolean } | null;
  /** The tick that accepts the shown subtotal in case the coupon cannot be used. */
  fullPrice: { subtotal: number; ticked: boolean; text: string };
  /** Won in the wallet, as the page shows it. */
  balance: number;
  texts: CheckoutRefusalProps['texts'] & {
    check: string;
    deliveryTitle: string;
    recipient: string;
    phone: string;
    phoneHint: string;
    address: string;
    couponTitle: string;
    couponLabel: string;
    apply: string;
    applying: string;
    toCoupon: string;
    balanceMoved: { moved: string; update: string };
    unsure: SettlingTexts;
  };
  /** Coupons to pick from. */
  ownCoupons: ReactNode;
  /** Lines, totals and balance. */
  summary: ReactNode;
  /** The total and the button that comes next; stays in sight on narrow screens. */
  bar: ReactNode;
  /** What else there is to press and to know. */
  belowBar: ReactNode;
};

/**
 * The checkout as one form with several buttons. Everything that counts is drawn on the server after
 * every press; this part keeps what is typed and says what came of the press.
 */
export function CheckoutForm(props: CheckoutFormProps) {
  const { action, locale, idempotencyKey, confirmedTotal, delivery, texts } = props;
  const { couponCode, fullPrice } = props;
  return (
    <ActionForm
      id={CHECKOUT_FORM}
      action={action}
      locale={locale}
      summaryTitle={texts.check}
      refusal={(answer) => (
        <FocusOnAppear key={answer.answerId}>
          <CheckoutRefusal answer={answer} {...props} />
        </FocusOnAppear>
      )}
      unsure={whileUnsure({
        ...{ action: 'checkout', locale, texts: texts.unsure },
        again: props.payButton,
      })}
      // The new figures on the page are the answer; a line's button is gone with what it mended.
      done={({ data, message, answerId }) =>
        data.shown === undefined && (
          <FocusOnAppear key={answerId}>
            <RefreshMe />
            <Notice announce="status">{message}</Notice>
          </FocusOnAppear>
        )
      }
    >
      {({ answer, field, control }) => (
        <>
          <input type="hidden" name="idempotencyKey" value={keyToSend(answer) ?? idempotencyKey} />
          <input type="hidden" name="confirmedTotal" value={confirmedTotal} />
          <input type="hidden" name="shown" value={writeShownCart(props.shown)} />
          {props.couponSaid && answer?.kind === 'ok' && answer.data.shown !== undefined && (
            // A page drawn anew begins at its top, far above the field and what stands beside it.
            <div className="js:hidden">
              <Notice tone={props.couponSaid.usable ? 'success' : 'warning'}>
                <p>{props.couponSaid.text}</p>
                <a href={`#${field('couponCode').id}`} className="text-link">
                  {texts.toCoupon}
                </a>
              </Notice>
            </div>
          )}
          {!isTotalChange(answer) && (
            <ChangedSince answer={answer} now={props.shown} locale={locale} texts={texts.changes} />
          )}
          <BalanceMoved shown={props.balance} locale={locale} text={texts.balanceMoved.moved}>
            <SubmitButton name="intent" value="apply" variant="secondary">
              {texts.balanceMoved.update}
            </SubmitButton>
          </BalanceMoved>
          {props.problems !== null && !isShortage(answer) && (
            <Notice tone="warning" title={texts.problems}>
              {props.problems}
            </Notice>
          )}
          <div className="flex flex-col gap-6 lg:grid lg:grid-cols-12 lg:items-start">
            <div className="flex flex-col gap-6 lg:col-span-7">
              <Card title={texts.deliveryTitle}>
                <div className="flex flex-col gap-4">
                  <Field {...field('recipient')} label={texts.recipient}>
                    {(wiring) => (
                      <Input
                        {...wiring}
                        {...control('recipient', delivery.recipient)}
                        autoComplete="name"
                        maxLength={FIELD_HOLDS.recipient}
                        required
                      />
                    )}
                  </Field>
                  <Field {...field('phone')} label={texts.phone} hint={texts.phoneHint}>
                    {(wiring) => (
                      <Input
                        {...wiring}
                        {...control('phone', delivery.phone)}
                        type="tel"
                        inputMode="tel"
                        autoComplete="tel"
                        maxLength={FIELD_HOLDS.phone}
                        required
                      />
                    )}
                  </Field>
                  <Field {...field('address')} label={texts.address}>
                    {(wiring) => (
                      <Textarea
                        {...wiring}
                        {...control('address', delivery.address)}
                        rows={2}
                        autoComplete="street-address"
                        maxLength={FIELD_HOLDS.address}
                        required
                      />
                    )}
                  </Field>
                </div>
              </Card>
              <Card title={texts.couponTitle}>
                <div className="group">
                  <Field {...field('couponCode')} label={texts.couponLabel}>
                    {(wiring) => (
                      <div className="flex gap-2">
                        <Input
                          {...wiring}
                          {...control('couponCode', couponCode)}
                          autoComplete="off"
                          maxLength={LONGEST_CODE}
                          autoCapitalize="characters"
                          spellCheck={false}
                          // Blank, so that `:placeholder-shown` tells whether a code stands here.
                          placeholder=" "
                          className="min-w-0"
                        />
                        <div className="shrink-0">
                          <SubmitButton
                            name="intent"
                            value="apply"
                            variant="secondary"
                            pendingText={texts.applying}
                          >
                            {texts.apply}
                          </SubmitButton>
                        </div>
                      </div>
                    )}
                  </Field>
                  <div role="status" className="mt-3 empty:mt-0">
                    {props.couponResult}
                  </div>
                  {/* An empty field stays quiet (interface.md: Evidence to obey). */}
                  <div className="mt-2 hidden group-has-[[name=couponCode]:not(:placeholder-shown)]:block">
                    <Checkbox
                      name="confirmedSubtotal"
                      value={fullPrice.subtotal}
                      defaultChecked={isTicked(answer) ?? fullPrice.ticked}
                    >
                      {fullPrice.text}
                    </Checkbox>
                  </div>
                </div>
                {props.ownCoupons}
              </Card>
            </div>
            {/* On narrow screens its parts belong to the whole form, so that the bar stays in sight. */}
            <div className="contents lg:sticky lg:top-20 lg:col-span-5 lg:flex lg:flex-col lg:gap-4">
              {props.summary}
              <div
                data-sticky-bar
                className="z-10 flex flex-col gap-2 bg-bg max-lg:sticky max-lg:bottom-0 max-lg:-mx-4 max-lg:border-t max-lg:border-line max-lg:px-4 max-lg:pt-3 max-lg:pb-[calc(12px+env(safe-area-inset-bottom))]"
              >
                {props.bar}
              </div>
              <div className="flex flex-col gap-2">{props.belowBar}</div>
            </div>
          </div>
        </>
      )}
    </ActionForm>
  );
}

const isTotalChange = (answer: Answer | LostAnswer | null) =>
  answer?.kind === 'refused' && answer.refusal.code === 'TOTAL_CHANGED';

/** Its refusal has the problems in it. */
const isShortage = (answer: Answer | LostAnswer | null) =>
  answer?.kind === 'refused' &&
  ['SHORT_STOCK', 'PRODUCT_UNAVAILABLE'].includes(answer.refusal.code);

/** Whether the tick was sent; undefined where the answer does not bring back what was typed. */
function isTicked(answer: Answer | LostAnswer | null): boolean | undefined {
  return answer && answer.kind !== 'ok' ? 'confirmedSubtotal' in answer.typed : undefined;
}

/** The key of the form that was answered; undefined before any answer, or when it was none. */
function keyToSend(answer: Answer | LostAnswer | null): string | undefined {
  if (!answer) return undefined;
  if (answer.kind === 'ok') return answer.data.idempotencyKey;
  if (answer.kind === 'invalid' && answer.fieldErrors.idempotencyKey) return undefined;
  return answer.typed.idempotencyKey;
}
