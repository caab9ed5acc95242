'use client';

import { RefreshMe } from '@/components/cart/refresh-me';
import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { orderAgain } from '@/lib/actions/orders';
import type { Locale } from '@/lib/i18n/locales';

type OrderAgainFormProps = {
  action: typeof orderAgain;
  locale: Locale;
  orderId: number;
  /** Finished address. */
  cartHref: string;
  texts: { check: string; submit: string; pending: string; cart: string };
};

/** One button that puts the order into the cart again; what could not be put in is said above it. */
export function OrderAgainForm({ action, locale, orderId, cartHref, texts }: OrderAgainFormProps) {
  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.check}
      done={({ answerId, message, data: { short } }) => (
        <FocusOnAppear key={answerId}>
          <RefreshMe />
          <Notice tone={short.length > 0 ? 'warning' : 'success'} announce="status" title={message}>
            {short.length > 0 && (
              <ul data-short className="list-disc space-y-1 pl-5">
                {short.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
            <p>
              <a href={cartHref} className={buttonClass()}>
                {texts.cart}
              </a>
            </p>
          </Notice>
        </FocusOnAppear>
      )}
      className="flex flex-col gap-4 print:hidden"
    >
      {({ answer }) => (
        <>
          <input type="hidden" name="orderId" value={orderId} />
          <p>
            <SubmitButton
              variant={answer?.kind === 'ok' ? 'secondary' : 'primary'}
              pendingText={texts.pending}
            >
              {texts.submit}
            </SubmitButton>
          </p>
        </>
      )}
    </ActionForm>
  );
}
