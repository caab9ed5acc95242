'use client';

import { PasswordField } from '@/components/auth/password-field';
import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';

type CloseAccountFormProps = {
  action: FormAction;
  locale: Locale;
  /** Where money and orders that stand in the way are seen to; finished addresses. */
  hrefs: { wallet: string; orders: string };
  texts: Record<
    'summary' | 'password' | 'show' | 'submit' | 'pending' | 'wallet' | 'orders',
    string
  >;
};

/** Asks for the password and closes the account. */
export function CloseAccountForm({ action, locale, hrefs, texts }: CloseAccountFormProps) {
  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.summary}
      refusal={({ answerId, message, refusal: { code } }) => {
        const way = code === 'BALANCE_LEFT' ? 'wallet' : 'orders';
        return (
          <FocusOnAppear key={answerId}>
            <Notice tone="danger" announce="alert">
              <p>{message}</p>
              {(code === 'BALANCE_LEFT' || code === 'ORDERS_WAITING') && (
                <a className={buttonClass({ variant: 'secondary' })} href={hrefs[way]}>
                  {texts[way]}
                </a>
              )}
            </Notice>
          </FocusOnAppear>
        );
      }}
    >
      {({ field }) => (
        <>
          <PasswordField
            {...field('password')}
            name="password"
            label={texts.password}
            showText={texts.show}
            autoComplete="current-password"
          />
          <SubmitButton wide size="lg" variant="danger" pendingText={texts.pending}>
            {texts.submit}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
