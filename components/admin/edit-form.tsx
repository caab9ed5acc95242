'use client';

import type { ReactNode } from 'react';
import { ActionForm, type ActionFormState } from '@/components/ui/action-form';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';
import { editedSince } from '@/lib/views/edited-since';
import { EditedSinceNotice } from './edited-since-notice';

type EditFormProps<Data, Refusal extends { code: string }> = {
  action: FormAction<Data, Refusal>;
  locale: Locale;
  /** `check` heads the list of errors; each field's label stands under its name. */
  texts: Record<'check' | 'empty', string> & Record<string, string>;
  /** What a field that is on or off is called. */
  yes: string;
  no: string;
  children: (state: ActionFormState<Data, Refusal>) => ReactNode;
};

/** The form of something that has versions: whoever saves second is told what the first one saved. */
export function EditForm<Data, Refusal extends { code: string }>({
  action,
  locale,
  texts,
  yes,
  no,
  children,
}: EditFormProps<Data, Refusal>) {
  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.check}
      refusal={(answer) => {
        const since = editedSince(answer);
        return (
          since && (
            <EditedSinceNotice
              key={answer.answerId}
              since={since}
              message={answer.message}
              labels={texts}
              words={{ empty: texts.empty, true: yes, false: no }}
            />
          )
        );
      }}
    >
      {children}
    </ActionForm>
  );
}
