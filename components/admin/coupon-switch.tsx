'use client';

import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';

type CouponSwitchProps<Refusal extends { code: string }> = {
  action: FormAction<null, Refusal>;
  locale: Locale;
  couponId: number;
  enabled: boolean;
  texts: Record<'submit' | 'label' | 'pending' | 'check', string>;
};

/** Switches one coupon on or off. The list shows the new state; the form says it to listeners. */
export function CouponSwitch<Refusal extends { code: string }>(props: CouponSwitchProps<Refusal>) {
  const { action, locale, couponId, enabled, texts } = props;
  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.check}
      done={({ message, answerId }) => (
        <p key={answerId} role="status" className="text-sm text-success">
          {message}
        </p>
      )}
      className="flex flex-col items-start gap-2"
    >
      {() => (
        <>
          <input type="hidden" name="couponId" value={couponId} />
          <input type="hidden" name="enabled" value={String(!enabled)} />
          <SubmitButton variant="secondary" pendingText={texts.pending}>
            <span aria-hidden="true">{texts.submit}</span>
            <span className="sr-only">{texts.label}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
