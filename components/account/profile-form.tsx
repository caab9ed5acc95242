'use client';

import { RefreshSession } from '@/components/refresh-session';
import { ActionForm } from '@/components/ui/action-form';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';

type ProfileFormProps = {
  action: FormAction;
  locale: Locale;
  /** As it is saved now. */
  profile: { name: string; recipient: string; phone: string; address: string };
  texts: Record<
    | 'summary'
    | 'name'
    | 'delivery'
    | 'deliveryHint'
    | 'recipient'
    | 'phone'
    | 'address'
    | 'save'
    | 'pending',
    string
  >;
};

/** Name and remembered delivery details. */
export function ProfileForm({ action, locale, profile, texts }: ProfileFormProps) {
  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.summary}
      done={({ answerId, message }) => (
        <FocusOnAppear key={answerId}>
          <Notice tone="success" announce="status">
            {message}
          </Notice>
          {/* The header calls whoever is signed in by name. */}
          <RefreshSession after={answerId} />
        </FocusOnAppear>
      )}
    >
      {({ field, control }) => (
        <>
          <Field {...field('name')} label={texts.name}>
            {(wiring) => (
              <Input {...wiring} {...control('name', profile.name)} autoComplete="name" required />
            )}
          </Field>
          <fieldset className="flex flex-col gap-4 border-t border-line pt-4">
            <legend className="float-left w-full text-lg font-bold">{texts.delivery}</legend>
            <p className="text-sm text-muted">{texts.deliveryHint}</p>
            <Field {...field('recipient')} label={texts.recipient}>
              {(wiring) => (
                <Input
                  {...wiring}
                  {...control('recipient', profile.recipient)}
                  autoComplete="shipping name"
                />
              )}
            </Field>
            <Field {...field('phone')} label={texts.phone}>
              {(wiring) => (
                <Input
                  {...wiring}
                  {...control('phone', profile.phone)}
                  type="tel"
                  autoComplete="tel"
                />
              )}
            </Field>
            <Field {...field('address')} label={texts.address}>
              {(wiring) => (
                <Textarea
                  {...wiring}
                  {...control('address', profile.address)}
                  rows={2}
                  autoComplete="street-address"
                />
              )}
            </Field>
          </fieldset>
          <SubmitButton wide size="lg" pendingText={texts.pending}>
            {texts.save}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
