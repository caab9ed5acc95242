'use client';

import { ActionForm } from '@/components/ui/action-form';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';

type StockFormProps<Data, Refusal extends { code: string }> = {
  action: FormAction<Data, Refusal>;
  locale: Locale;
  productId: number;
  /** Made with the page: pressing twice changes the stock once. */
  idempotencyKey: string;
  texts: Record<
    | 'kind'
    | 'restock'
    | 'correction'
    | 'delta'
    | 'deltaHint'
    | 'reason'
    | 'reasonHint'
    | 'submit'
    | 'pending'
    | 'check',
    string
  >;
};

/** Changes a product's stock by a difference with a reason, never by writing a quantity. */
export function StockForm<Data, Refusal extends { code: string }>(
  props: StockFormProps<Data, Refusal>,
) {
  const { action, locale, productId, idempotencyKey, texts } = props;
  return (
    <ActionForm action={action} locale={locale} summaryTitle={texts.check}>
      {({ answer, field, control }) => (
        <>
          <input type="hidden" name="productId" value={productId} />
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <Field {...field('kind')} label={texts.kind}>
            {(wiring) => (
              <Select key={answer?.answerId} {...wiring} {...control('kind', 'restock')}>
                <option value="restock">{texts.restock}</option>
                <option value="correction">{texts.correction}</option>
              </Select>
            )}
          </Field>
          <Field {...field('delta')} label={texts.delta} hint={texts.deltaHint}>
            {(wiring) => (
              <Input {...wiring} {...control('delta')} required autoComplete="off" maxLength={12} />
            )}
          </Field>
          <Field {...field('reason')} label={texts.reason} hint={texts.reasonHint}>
            {(wiring) => (
              <Input
                {...wiring}
                {...control('reason')}
                required
                autoComplete="off"
                maxLength={200}
              />
            )}
          </Field>
          <SubmitButton pendingText={texts.pending}>{texts.submit}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
