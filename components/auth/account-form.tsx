'use client';

import { ActionForm } from '@/components/ui/action-form';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';
import { PasswordField } from './password-field';

export interface AccountFormTexts {
  summary: string;
  /** Absent on the sign-in form, which asks for no name. */
  name?: string;
  email: string;
  password: string;
  passwordHint?: string;
  showPassword: string;
  submit: string;
  pending: string;
}

type AccountFormProps = {
  action: FormAction;
  locale: Locale;
  /** Path to go on to, as it came in the address. */
  next: string | undefined;
  texts: AccountFormTexts;
};

/** Sign-in, and with `texts.name` sign-up. */
export function AccountForm({ action, locale, next, texts }: AccountFormProps) {
  const isNew = texts.name !== undefined;
  return (
    <ActionForm action={action} locale={locale} summaryTitle={texts.summary}>
      {({ field, control }) => (
        <>
          {next !== undefined && <input type="hidden" name="next" value={next} />}
          {isNew && (
            <Field {...field('name')} label={texts.name}>
              {(wiring) => <Input {...wiring} {...control('name')} autoComplete="name" required />}
            </Field>
          )}
          <Field {...field('email')} label={texts.email}>
            {(wiring) => (
              <Input
                {...wiring}
                {...control('email')}
                type="email"
                autoComplete={isNew ? 'email' : 'username'}
                required
              />
            )}
          </Field>
          <PasswordField
            {...field('password')}
            name="password"
            label={texts.password}
            hint={texts.passwordHint}
            showText={texts.showPassword}
            autoComplete={isNew ? 'new-password' : 'current-password'}
          />
          <SubmitButton wide size="lg" pendingText={texts.pending}>
            {texts.submit}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
