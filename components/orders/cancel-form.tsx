'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { type SettlingTexts, whileUnsure } from '@/components/ui/settling';
import { SubmitButton } from '@/components/ui/submit-button';
import type { cancelOwnOrder } from '@/lib/actions/orders';
import type { Locale } from '@/lib/i18n/locales';
import type { ReceiptView } from '@/lib/views/orders';

type CancelFormProps = {
  action: typeof cancelOwnOrder;
  locale: Locale;
  orderId: number;
  status: ReceiptView['status'];
  texts: Record<'open' | 'check' | 'confirm' | 'pending' | 'fulfilled', string> & {
    unsure: SettlingTexts;
  };
  /** What the button means. */
  children: ReactNode;
};

/**
 * The one button that cancels, behind what it means. Its answer stays in place when it is gone: without
 * scripts the page that brings the answer is drawn anew, and the order may have been sent meanwhile.
 */
export function CancelForm(props: CancelFormProps) {
  const { action, locale, orderId, status, texts, children } = props;
  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.check}
      unsure={whileUnsure({ action: 'cancel', orderId, locale, texts: texts.unsure })}
      className="flex flex-col gap-4 print:hidden"
    >
      {({ answer }) => {
        const said = answer?.kind === 'refused' && answer.refusal.code === 'ORDER_FULFILLED';
        if (status === 'fulfilled' && !said) return <p className="text-muted">{texts.fulfilled}</p>;
        if (status !== 'paid') return null;
        return (
          <details>
            <summary className={buttonClass({ variant: 'secondary' })}>{texts.open}</summary>
            <div className="mt-4 flex flex-col gap-4 rounded-card border border-line p-4">
              {children}
              <input type="hidden" name="orderId" value={orderId} />
              <p>
                <SubmitButton variant="danger" pendingText={texts.pending}>
                  {texts.confirm}
                </SubmitButton>
              </p>
            </div>
          </details>
        );
      }}
    </ActionForm>
  );
}
