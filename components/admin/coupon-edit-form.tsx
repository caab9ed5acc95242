'use client';

import type { ActionFormState } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';
import type { CouponEditView } from '@/lib/views/admin-coupons';
import { editedSince, mergedText } from '@/lib/views/edited-since';
import { CouponExample, type CouponExampleTexts } from './coupon-example';
import { type CouponFieldTexts, CouponTermsFields, SaveOrPreview } from './coupon-fields';
import { EditForm } from './edit-form';
import { useTyped } from './use-typed';

type CouponEditTexts = CouponFieldTexts &
  Record<'enabled' | 'on' | 'off' | 'empty' | 'check', string>;

type CouponEditFormProps<Data, Refusal extends { code: string }> = {
  action: FormAction<Data, Refusal>;
  locale: Locale;
  coupon: CouponEditView;
  texts: CouponEditTexts;
  exampleTexts: CouponExampleTexts;
};

/** Edits when, for whom and how often a coupon works; what it gives stays as promised. */
export function CouponEditForm<Data, Refusal extends { code: string }>(
  props: CouponEditFormProps<Data, Refusal>,
) {
  const { action, locale, texts } = props;
  return (
    <EditForm action={action} locale={locale} texts={texts} yes={texts.on} no={texts.off}>
      {(state) => <EditFields {...props} state={state} />}
    </EditForm>
  );
}

function EditFields<Data, Refusal extends { code: string }>({
  state: { answer, field, control },
  locale,
  coupon,
  texts,
  exampleTexts,
}: CouponEditFormProps<Data, Refusal> & { state: ActionFormState<Data, Refusal> }) {
  const { typed, typing } = useTyped();
  const since = editedSince(answer);
  const version = since?.version ?? control('version', String(coupon.version)).defaultValue;
  const begin = (name: string) =>
    mergedText(since, name, control(name, coupon.fields[name]).defaultValue);
  return (
    <div {...typing} className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
      <Card className="flex min-w-0 flex-col gap-4">
        <input type="hidden" name="couponId" value={coupon.couponId} />
        <input type="hidden" name="version" value={version} />
        <CouponTermsFields state={{ field, begin }} texts={texts} />
        <Field {...field('enabled')} label={texts.enabled}>
          {(wiring) => (
            <Select
              key={answer?.answerId}
              {...wiring}
              name="enabled"
              defaultValue={begin('enabled')}
            >
              <option value="true">{texts.on}</option>
              <option value="false">{texts.off}</option>
            </Select>
          )}
        </Field>
        <SaveOrPreview texts={texts} />
      </Card>
      <Card title={exampleTexts.title} className="min-w-0 xl:sticky xl:top-6">
        <CouponExample
          locale={locale}
          texts={exampleTexts}
          typed={{
            ...coupon.gives,
            minSubtotal: typed?.minSubtotal ?? begin('minSubtotal') ?? '',
          }}
        />
      </Card>
    </div>
  );
}
