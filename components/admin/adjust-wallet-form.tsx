'use client';

import { ActionForm } from '@/components/ui/action-form';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { OfflineNote } from '@/components/ui/offline-note';
import { type SettlingTexts, whileUnsure } from '@/components/ui/settling';
import { SubmitButton } from '@/components/ui/submit-button';
import type { adjustWalletAction } from '@/lib/actions/admin/adjust-wallet';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';
import { signed, wonOf } from '@/lib/parse-amount';
import type { LostAnswer } from '@/lib/views/action-answer';

type Answer = Awaited<ReturnType<typeof adjustWalletAction>> | LostAnswer;

type AdjustWalletFormProps = {
  action: typeof adjustWalletAction;
  locale: Locale;
  customerId: number;
  /** Made with the page: pressing twice adjusts once. */
  idempotencyKey: string;
  texts: Record<
    | 'amount'
    | 'amountHint'
    | 'reason'
    | 'reasonHint'
    | 'look'
    | 'lookTitle'
    | 'before'
    | 'change'
    | 'after'
    | 'confirm'
    | 'edit'
    | 'pending'
    | 'check',
    string
  > & { unsure: SettlingTexts };
};

/** What is confirmed by the second press. */
interface Look {
  amount: number;
  reason: string;
  before: number;
}

/**
 * Adjusts a customer's wallet in two steps: what is wanted and why, then a second look at what would
 * become of the balance. Nothing is done before that was confirmed.
 */
export function AdjustWalletForm(props: AdjustWalletFormProps) {
  const { action, locale, customerId, idempotencyKey, texts } = props;
  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.check}
      // The second look is the answer.
      done={() => <></>}
      unsure={whileUnsure({ action: 'adjustment', locale, texts: texts.unsure })}
    >
      {({ answer, field, control }) => {
        const look = lookOf(answer);
        return (
          <>
            <input type="hidden" name="customerId" value={customerId} />
            <input
              type="hidden"
              name="idempotencyKey"
              value={answer?.typed?.idempotencyKey ?? idempotencyKey}
            />
            {look ? (
              <FocusOnAppear key={answer?.answerId}>
                <SecondLook look={look} locale={locale} texts={texts} />
              </FocusOnAppear>
            ) : (
              <>
                <Field {...field('amount')} label={texts.amount} hint={texts.amountHint}>
                  {(wiring) => (
                    <Input
                      {...wiring}
                      {...control('amount')}
                      required
                      autoComplete="off"
                      maxLength={20}
                      className="tabular-nums"
                    />
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
                <SubmitButton
                  variant="secondary"
                  name="intent"
                  value="look"
                  pendingText={texts.pending}
                >
                  {texts.look}
                </SubmitButton>
              </>
            )}
            <OfflineNote />
          </>
        );
      }}
    </ActionForm>
  );
}

type SecondLookProps = Pick<AdjustWalletFormProps, 'locale' | 'texts'> & { look: Look };

function SecondLook({ look: { amount, reason, before }, locale, texts }: SecondLookProps) {
  const sign = amount > 0 ? '+' : '';
  const figures = [
    ['before', before, formatMoney(before, locale)],
    ['change', amount, `${sign}${formatMoney(amount, locale)}`],
    ['after', before + amount, formatMoney(before + amount, locale)],
  ] as const;
  return (
    <div className="flex flex-col gap-4 rounded-card border border-warning bg-warning-soft p-4">
      <p className="font-semibold">{texts.lookTitle}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 tabular-nums">
        {figures.map(([name, won, text]) => (
          <div key={name} className="contents">
            <dt>{texts[name]}</dt>
            <dd
              className={`text-right ${name === 'after' ? 'font-bold' : ''}`}
              data-look={name}
              data-value={won}
            >
              {text}
            </dd>
          </div>
        ))}
        <dt>{texts.reason}</dt>
        <dd className="text-right">{reason}</dd>
      </dl>
      <input type="hidden" name="amount" value={amount} />
      <input type="hidden" name="reason" value={reason} />
      <input type="hidden" name="shownBalance" value={before} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="intent" value="confirm" pendingText={texts.pending}>
          {texts.confirm}
        </SubmitButton>
        <SubmitButton variant="secondary" name="intent" value="edit" pendingText={texts.pending}>
          {texts.edit}
        </SubmitButton>
      </div>
    </div>
  );
}

/** What there is to confirm after an answer; null: the fields are to be filled or mended. */
function lookOf(answer: Answer | null): Look | null {
  if (!answer?.typed) return null;
  const { amount = '', reason = '', intent, shownBalance } = answer.typed;
  const wanted = { amount: signed(wonOf)(amount) ?? 0, reason };
  if (answer.kind === 'ok') {
    return answer.data.look && { ...wanted, before: answer.data.look.balanceBefore };
  }
  if (intent !== 'confirm' || answer.kind === 'invalid') return null;
  if (answer.kind === 'refused' && answer.refusal.code === 'BALANCE_CHANGED') {
    return { ...wanted, before: answer.refusal.balance };
  }
  // Whatever came of it, pressing again with the same key does it once.
  const unsettled = answer.kind === 'lost' || isUnsettled(answer.refusal.code);
  return unsettled ? { ...wanted, before: Number(shownBalance) } : null;
}

const isUnsettled = (code: string) => ['BUSY', 'UNAVAILABLE', 'OUTCOME_UNKNOWN'].includes(code);
