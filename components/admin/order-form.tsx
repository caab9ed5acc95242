'use client';

import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { PassFocusOn } from '@/components/ui/pass-focus-on';
import { type SettlingTexts, whileUnsure } from '@/components/ui/settling';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';

type OrderFormProps<Data, Refusal extends { code: string }> = {
  action: FormAction<Data, Refusal>;
  orderId: number;
  /** For `/api/outcome`, when the answer is lost. */
  asks: 'office_cancel' | 'office_fulfil';
  /** Neither fulfilled nor cancelled yet. */
  open: boolean;
  locale: Locale;
  /** With `ask`, for what another press cannot undo, the button and its help come only after that one. */
  texts: Record<'submit' | 'help' | 'pending' | 'check', string> & {
    ask?: string;
    unsure: SettlingTexts;
  };
};

/** One thing that can be done with a paid order. Its result stays in place after the button is gone. */
export function OrderForm<Data, Refusal extends { code: string }>(
  props: OrderFormProps<Data, Refusal>,
) {
  const { action, orderId, asks, open, locale, texts } = props;
  const press = (
    <>
      <input type="hidden" name="orderId" value={orderId} />
      <p className="text-sm text-muted">{texts.help}</p>
      <PassFocusOn>
        <SubmitButton wide variant={texts.ask ? 'danger' : 'primary'} pendingText={texts.pending}>
          {texts.submit}
        </SubmitButton>
      </PassFocusOn>
    </>
  );
  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.check}
      unsure={whileUnsure({ action: asks, orderId, locale, texts: texts.unsure })}
    >
      {() =>
        open &&
        (texts.ask ? (
          <details>
            <summary className={buttonClass({ variant: 'secondary', wide: true })}>
              {texts.ask}
            </summary>
            <div className="mt-4 flex flex-col gap-4">{press}</div>
          </details>
        ) : (
          press
        ))
      }
    </ActionForm>
  );
}
