'use client';

import { ActionForm, type ActionFormState } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';
import { CouponExample, type CouponExampleTexts } from './coupon-example';
import {
  type CouponFieldTexts,
  CouponTermsFields,
  NumberField,
  SaveOrPreview,
} from './coupon-fields';
import { useTyped } from './use-typed';

type CouponTexts = CouponFieldTexts &
  Record<
    | 'code'
    | 'codeHint'
    | 'kind'
    | 'percentKind'
    | 'fixedKind'
    | 'value'
    | 'valueHint'
    | 'cap'
    | 'capHint'
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
  exampleTexts: CouponExampleTexts;
};

/** Makes a coupon beside what shoppers would see of it. Every limit is a field that may stay empty. */
export function CouponForm<Data, Refusal extends { code: string }>(
  props: CouponFormProps<Data, Refusal>,
) {
  return (
    <ActionForm action={props.action} locale={props.locale} summaryTitle={props.texts.check}>
      {(state) => <CouponFields {...props} state={state} />}
    </ActionForm>
  );
}

function CouponFields<Data, Refusal extends { code: string }>({
  state: { answer, field, control },
  locale,
  startsAt,
  endsAt,
  texts,
  exampleTexts,
}: CouponFormProps<Data, Refusal> & { state: ActionFormState<Data, Refusal> }) {
  const { typed, typing } = useTyped();
  const initial: Record<string, string> = { kind: 'percent', startsAt, endsAt };
  const begin = (name: string) => control(name, initial[name]).defaultValue;
  const now = (name: string) => typed?.[name] ?? begin(name) ?? '';
  const terms = { field, begin };
  return (
    <div {...typing} className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
      <Card className="flex min-w-0 flex-col gap-4">
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
        <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
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
            {...terms}
          />
        </div>
        <NumberField name="cap" label={texts.cap} hint={texts.capHint} {...terms} />
        <CouponTermsFields state={terms} texts={texts} />
        <SaveOrPreview texts={texts} />
      </Card>
      <Card title={exampleTexts.title} className="min-w-0 xl:sticky xl:top-6">
        <CouponExample
          locale={locale}
          texts={exampleTexts}
          typed={{
            code: now('code'),
            kind: now('kind'),
            value: now('value'),
            cap: now('cap'),
            minSubtotal: now('minSubtotal'),
          }}
        />
      </Card>
    </div>
  );
}
