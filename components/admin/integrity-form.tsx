'use client';

import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';

type IntegrityFormProps<Data, Refusal extends { code: string }> = {
  action: FormAction<Data, Refusal>;
  locale: Locale;
  texts: Record<'run' | 'running' | 'check', string>;
};

/** The button that checks the books. */
export function IntegrityForm<Data, Refusal extends { code: string }>({
  action,
  locale,
  texts,
}: IntegrityFormProps<Data, Refusal>) {
  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.check}
      // Neither good nor bad news in itself: the report below has the colours.
      done={({ message }) => <Notice announce="status">{message}</Notice>}
    >
      {() => (
        <div>
          <SubmitButton pendingText={texts.running}>{texts.run}</SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}
