'use client';

import { ActionForm, type ActionFormState } from '@/components/ui/action-form';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';

type CouponTexts = Record<
  | 'code'
  | 'codeHint'
  | 'kind'
  | 'percentKind'
  | 'fixedKind'
  | 'value'
  | 'valueHint'
  | 'cap'
  | 'capHint'
  | 'minSubtotal'
  | 'minSubtotalHint'
  | 'totalLimit'
  | 'perShopperLimit'
  | 'limitHint'
  | 'startsAt'
  | 'endsAt'
  | 'endsAtHint'
  | 'submit'
  | 'pending'
  | 'check',
  string
>;

type CouponFormProps<Data, Refusal extends { code: string }> = {
  action: FormAction<Data, Refusal>;
  locale: Locale;
  /** Proposed period as `datetime-local` holds it, Korean time. */
  startsAt: string;
  endsAt: string;
  texts: CouponTexts;
};

/** Makes a coupon. Every limit is a field that may stay empty. */
export function CouponForm<Data, Refusal extends { code: string }>(
  props: CouponFormProps<Data, Refusal>,
) {
  const { action, locale, startsAt, endsAt, texts } = props;
  return (
    <ActionForm action={action} locale={locale} summaryTitle={texts.check}>
      {(state) => {
        const { answer, field, control } = state;
        const row = 'grid gap-4 sm:grid-cols-2';
        return (
          <>
            <Field {...field('code')} label={texts.code} hint={texts.codeHint}>
              {(wiring) => (
                <Input
                  {...wiring}
                  {...control('code')}
                  required
                  maxLength={40}
                  autoComplete="off"
                  autoCapitalize="characters"
                />
              )}
            </Field>
            <div className={row}>
              <Field {...field('kind')} label={texts.kind}>
                {(wiring) => (
                  <Select key={answer?.answerId} {...wiring} {...control('kind', 'percent')}>
                    <option value="percent">{texts.percentKind}</option>
                    <option value="fixed">{texts.fixedKind}</option>
                  </Select>
                )}
              </Field>
              <NumberField
                name="value"
                label={texts.value}
                hint={texts.valueHint}
                required
                {...state}
              />
            </div>
            <div className={row}>
              <NumberField name="cap" label={texts.cap} hint={texts.capHint} {...state} />
              <NumberField
                name="minSubtotal"
                label={texts.minSubtotal}
                hint={texts.minSubtotalHint}
                {...state}
              />
            </div>
            <div className={row}>
              <NumberField
                name="totalLimit"
                label={texts.totalLimit}
                hint={texts.limitHint}
                {...state}
              />
              <NumberField
                name="perShopperLimit"
                label={texts.perShopperLimit}
                hint={texts.limitHint}
                {...state}
              />
            </div>
            <Field {...field('startsAt')} label={texts.startsAt}>
              {(wiring) => (
                <Input
                  {...wiring}
                  {...control('startsAt', startsAt)}
                  type="datetime-local"
                  required
                />
              )}
            </Field>
            <Field {...field('endsAt')} label={texts.endsAt} hint={texts.endsAtHint}>
              {(wiring) => (
                <Input {...wiring} {...control('endsAt', endsAt)} type="datetime-local" required />
              )}
            </Field>
            <SubmitButton pendingText={texts.pending}>{texts.submit}</SubmitButton>
          </>
        );
      }}
    </ActionForm>
  );
}

type NumberFieldProps = Pick<ActionFormState<unknown, { code: string }>, 'field' | 'control'> & {
  name: string;
  label: string;
  hint: string;
  required?: boolean;
};

function NumberField({ name, label, hint, required, field, control }: NumberFieldProps) {
  return (
    <Field {...field(name)} label={label} hint={hint}>
      {(wiring) => (
        <Input
          {...wiring}
          {...control(name)}
          required={required}
          inputMode="numeric"
          autoComplete="off"
          maxLength={13}
        />
      )}
    </Field>
  );
}
