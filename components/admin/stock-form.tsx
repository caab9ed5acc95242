'use client';

import { ActionForm } from '@/components/ui/action-form';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { type SettlingTexts, whileUnsure } from '@/components/ui/settling';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction, FormAnswer } from '@/lib/views/action-answer';

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
  > & { unsure: SettlingTexts };
};

/** Changes a product's stock by a difference with a reason, never by writing a quantity. */
export function StockForm<Data, Refusal extends { code: string }>(
  props: StockFormProps<Data, Refusal>,
) {
  const { action, locale, productId, idempotencyKey, texts } = props;
  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.check}
      unsure={whileUnsure({ action: 'restock', locale, texts: texts.unsure })}
    >
      {({ answer, field, control }) => (
        <>
          <input type="hidden" name="productId" value={productId} />
          <input type="hidden" name="idempotencyKey" value={keyToSend(answer, idempotencyKey)} />
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

/**
 * A page drawn for an answer has a new key; the old one is sent again as long as it may have done
 * something, or can do it still.
 */
function keyToSend(answer: FormAnswer | null, fresh: string): string {
  const used = answer?.kind === 'refused' && answer.refusal.code === 'KEY_REUSED';
  return (used ? undefined : answer?.typed?.idempotencyKey) ?? fresh;
}
