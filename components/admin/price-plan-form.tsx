'use client';

import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';
import { editedSince } from '@/lib/views/edited-since';
import { EditForm } from './edit-form';

type PricePlanFormProps<Data, Refusal extends { code: string }> = {
  action: FormAction<Data, Refusal>;
  locale: Locale;
  productId: number;
  version: number;
  /** The plan that stands, as the fields hold it; empty: none. */
  plannedPrice: string;
  plannedFrom: string;
  texts: Record<
    | 'plannedPrice'
    | 'plannedPriceHint'
    | 'plannedFrom'
    | 'submit'
    | 'pending'
    | 'check'
    | 'empty'
    | 'shown'
    | 'hidden',
    string
  > &
    Record<string, string>;
};

/** Plans the price that a product has from a moment on; both fields empty take the plan back. */
export function PricePlanForm<Data, Refusal extends { code: string }>(
  props: PricePlanFormProps<Data, Refusal>,
) {
  const { action, locale, productId, version, plannedPrice, plannedFrom, texts } = props;
  return (
    <EditForm action={action} locale={locale} texts={texts} yes={texts.shown} no={texts.hidden}>
      {({ answer, field, control }) => (
        <>
          <input type="hidden" name="productId" value={productId} />
          <input
            type="hidden"
            name="version"
            value={editedSince(answer)?.version ?? control('version', String(version)).defaultValue}
          />
          <Field
            {...field('plannedPrice')}
            label={texts.plannedPrice}
            hint={texts.plannedPriceHint}
          >
            {(wiring) => (
              <Input
                {...wiring}
                {...control('plannedPrice', plannedPrice)}
                inputMode="numeric"
                maxLength={16}
                autoComplete="off"
              />
            )}
          </Field>
          <Field {...field('plannedFrom')} label={texts.plannedFrom}>
            {(wiring) => (
              <Input {...wiring} {...control('plannedFrom', plannedFrom)} type="datetime-local" />
            )}
          </Field>
          <div>
            <SubmitButton variant="secondary" pendingText={texts.pending}>
              {texts.submit}
            </SubmitButton>
          </div>
        </>
      )}
    </EditForm>
  );
}
