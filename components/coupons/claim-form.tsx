'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { PassFocusOn } from '@/components/ui/pass-focus-on';
import { SubmitButton } from '@/components/ui/submit-button';
import type { claimOwnCoupon } from '@/lib/actions/coupons';
import type { Locale } from '@/lib/i18n/locales';

type ClaimFormProps = {
  action: typeof claimOwnCoupon;
  locale: Locale;
  couponId: number;
  /** Whether one is left for this shopper. */
  open: boolean;
  /** What the shopper has of it; null: nothing. */
  own: ReactNode;
  texts: { check: string; claim: string; label: string; pending: string };
};

/**
 * The one press that claims a coupon. It stays around what came of it, so that the answer has a place
 * and focus does not get lost with the button.
 */
export function ClaimForm({ action, locale, couponId, open, own, texts }: ClaimFormProps) {
  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.check}
      // What the shopper has now is the answer.
      done={() => <></>}
      className="flex flex-col gap-3"
    >
      {({ answer }) => (
        <>
          {open && (
            <>
              <input type="hidden" name="couponId" value={couponId} />
              <PassFocusOn>
                <SubmitButton wide pendingText={texts.pending}>
                  <span aria-hidden>{texts.claim}</span>
                  <span className="sr-only">{texts.label}</span>
                </SubmitButton>
              </PassFocusOn>
            </>
          )}
          {own && answer?.kind === 'ok' ? (
            <FocusOnAppear key={answer.answerId}>
              <div role="status">{own}</div>
            </FocusOnAppear>
          ) : (
            own
          )}
        </>
      )}
    </ActionForm>
  );
}
