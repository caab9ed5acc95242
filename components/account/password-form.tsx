'use client';

import { PasswordField } from '@/components/auth/password-field';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';

type PasswordFormProps = {
  action: FormAction;
  locale: Locale;
  /** For password managers, which keep a password under its account. */
  email: string;
  texts: Record<'summary' | 'current' | 'next' | 'hint' | 'show' | 'save' | 'pending', string>;
};

/** The password until now and the one from now on. */
export function PasswordForm({ action, locale, email, texts }: PasswordFormProps) {
  return (
    <ActionForm action={action} locale={locale} summaryTitle={texts.summary}>
      {({ field }) => (
        <>
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            {...field('currentPassword')}
            name="currentPassword"
            label={texts.current}
            showText={`${texts.show}: ${texts.current}`}
            autoComplete="current-password"
          />
          <PasswordField
            {...field('newPassword')}
            name="newPassword"
            label={texts.next}
            hint={texts.hint}
            showText={`${texts.show}: ${texts.next}`}
            autoComplete="new-password"
          />
          <SubmitButton wide size="lg" pendingText={texts.pending}>
            {texts.save}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
