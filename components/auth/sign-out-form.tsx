'use client';

import { useEffect } from 'react';
import { tellTabs } from '@/components/live/tabs';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';

type SignOutFormProps = {
  action: FormAction;
  locale: Locale;
  texts: { submit: string; pending: string };
};

/**
 * One button, for this device or for all of them; both lead to another document, and the other tabs hear
 * of it when this one is left.
 */
export function SignOutForm({ action, locale, texts }: SignOutFormProps) {
  useEffect(() => {
    window.addEventListener('pagehide', tellTabs);
    return () => window.removeEventListener('pagehide', tellTabs);
  }, []);
  return (
    <ActionForm action={action} locale={locale} summaryTitle={texts.submit}>
      {() => (
        <SubmitButton variant="secondary" wide pendingText={texts.pending}>
          {texts.submit}
        </SubmitButton>
      )}
    </ActionForm>
  );
}
