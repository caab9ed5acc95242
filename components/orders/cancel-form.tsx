'use client';

import { ActionForm } from '@/components/ui/action-form';
import { type SettlingTexts, whileUnsure } from '@/components/ui/settling';
import { SubmitButton } from '@/components/ui/submit-button';
import type { cancelOwnOrder } from '@/lib/actions/orders';
import type { Locale } from '@/lib/i18n/locales';

type CancelFormProps = {
  action: typeof cancelOwnOrder;
  locale: Locale;
  orderId: number;
  texts: { check: string; confirm: string; pending: string; unsure: SettlingTexts };
};

/** The one button that cancels; what it means stands above it. */
export function CancelForm({ action, locale, orderId, texts }: CancelFormProps) {
  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.check}
      unsure={whileUnsure({ action: 'cancel', orderId, locale, texts: texts.unsure })}
    >
      {() => (
        <>
          <input type="hidden" name="orderId" value={orderId} />
          <p>
            <SubmitButton variant="danger" pendingText={texts.pending}>
              {texts.confirm}
            </SubmitButton>
          </p>
        </>
      )}
    </ActionForm>
  );
}
