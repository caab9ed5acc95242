'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { PassFocusOn } from '@/components/ui/pass-focus-on';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';

type ConfirmFormProps<Data, Refusal extends { code: string }> = {
  action: FormAction<Data, Refusal>;
  locale: Locale;
  /** Hidden fields by name. */
  fields: Record<string, string | number>;
  /** The button is gone once there is nothing left to confirm; the result stays. */
  open: boolean;
  variant?: 'primary' | 'secondary' | 'danger';
  texts: Record<'submit' | 'pending' | 'check', string>;
  children?: ReactNode;
};

/** One press that confirms what the page shows. */
export function ConfirmForm<Data, Refusal extends { code: string }>(
  props: ConfirmFormProps<Data, Refusal>,
) {
  const { action, locale, fields, open, variant, texts, children } = props;
  return (
    <ActionForm action={action} locale={locale} summaryTitle={texts.check}>
      {() =>
        open && (
          <>
            {Object.entries(fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            {children}
            <div>
              <PassFocusOn>
                <SubmitButton variant={variant} pendingText={texts.pending}>
                  {texts.submit}
                </SubmitButton>
              </PassFocusOn>
            </div>
          </>
        )
      }
    </ActionForm>
  );
}
