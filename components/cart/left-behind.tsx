'use client';

import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { PassFocusOn } from '@/components/ui/pass-focus-on';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';
import { RefreshMe } from './refresh-me';

type LeftBehindProps<Refusal extends { code: string }> = {
  action: FormAction<null, Refusal>;
  locale: Locale;
  /** What found no room in the shopper's cart at sign-in; null: nothing. */
  products: string | null;
  texts: { check: string; title: string; body: string; move: string };
};

/** Says what stayed behind at sign-in, and brings it over once there is room. */
export function LeftBehind<Refusal extends { code: string }>(props: LeftBehindProps<Refusal>) {
  const { action, locale, products, texts } = props;
  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.check}
      // Nothing to say takes no room.
      className="flex flex-col gap-4 not-has-[button,[role]]:hidden"
    >
      {({ answer }) => (
        <>
          {answer?.kind === 'ok' && <RefreshMe key={answer.answerId} />}
          {products !== null && (
            <Notice tone="warning" title={texts.title}>
              <p>{products}</p>
              <p>{texts.body}</p>
              <PassFocusOn>
                <SubmitButton variant="secondary">{texts.move}</SubmitButton>
              </PassFocusOn>
            </Notice>
          )}
        </>
      )}
    </ActionForm>
  );
}
