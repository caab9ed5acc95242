'use client';

import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';

type OrderFormProps<Data, Refusal extends { code: string }> = {
  action: FormAction<Data, Refusal>;
  orderId: number;
  /** Neither fulfilled nor cancelled yet. */
  open: boolean;
  /** Cannot be undone by another press. */
  danger?: boolean;
  locale: Locale;
  texts: Record<'submit' | 'help' | 'pending' | 'check', string>;
};

/** One thing that can be done with a paid order. Its result stays in place after the button is gone. */
export function OrderForm<Data, Refusal extends { code: string }>(
  props: OrderFormProps<Data, Refusal>,
) {
  const { action, orderId, open, danger = false, locale, texts } = props;
  return (
    <ActionForm action={action} locale={locale} summaryTitle={texts.check}>
      {() =>
        open && (
          <>
            <input type="hidden" name="orderId" value={orderId} />
            <p className="text-sm text-muted">{texts.help}</p>
            <SubmitButton wide variant={danger ? 'danger' : 'primary'} pendingText={texts.pending}>
              {texts.submit}
            </SubmitButton>
          </>
        )
      }
    </ActionForm>
  );
}
