'use client';

import { useRef, useState } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { Notice } from '@/components/ui/notice';
import { OfflineNote } from '@/components/ui/offline-note';
import { type SettlingTexts, whileUnsure } from '@/components/ui/settling';
import { SubmitButton } from '@/components/ui/submit-button';
import type { topUp } from '@/lib/actions/wallet';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';
import { addToTyped } from '@/lib/parse-amount';
import type { LostAnswer } from '@/lib/views/action-answer';
import { KeepInAddress } from './keep-in-address';

type Chip = { won: number; text: string; label: string };

type TopUpFormProps = {
  action: typeof topUp;
  locale: Locale;
  /** Made when the page was rendered, or of the form that this page was left with. */
  idempotencyKey: string;
  /** Path to go on to afterwards; empty: none. */
  next: string;
  /** Won that the field begins with; null: empty. */
  amount: number | null;
  /** Added to what stands in the field. */
  presets: Chip[];
  /** Exactly what a checkout misses; null: none is waiting. */
  missing: Chip | null;
  /** What may be added, in sentences; said before typing. */
  limits: string[];
  texts: {
    check: string;
    amount: string;
    presets: string;
    submit: string;
    pending: string;
    unsure: SettlingTexts;
  };
};

/** Refusals that are about the amount; they stand at its field. */
const ABOUT_AMOUNT = [
  'AMOUNT_BELOW_MINIMUM',
  'AMOUNT_ABOVE_MAXIMUM',
  'DAY_LIMIT',
  'HELD_LIMIT',
] as const;
const isAboutAmount = (code: string) => ABOUT_AMOUNT.some((known) => known === code);

/**
 * The top-up form. With JavaScript the chips write into the field. Without it, and until the page's
 * scripts have arrived, they send the form's fields by GET to the page they stand on, which comes back
 * with the next amount in the field (`chipAddress`). Enter in the field presses the form's first
 * button, which is therefore one that tops up.
 */
export function TopUpForm(props: TopUpFormProps) {
  const { action, locale, idempotencyKey, next, amount, presets, missing, limits, texts } = props;
  const input = useRef<HTMLInputElement>(null);
  /** By a chip: whoever does not see the field is told what stands there now. */
  const [written, setWritten] = useState<number>();
  const write = (won: number) => {
    if (!input.current) return;
    setWritten(won);
    input.current.value = String(won);
    // As if it had been typed: an error that it mends goes.
    input.current.dispatchEvent(new Event('input', { bubbles: true }));
    // On a phone the focus would bring up a keyboard that nobody needs.
    if (matchMedia('(pointer: fine)').matches) input.current.focus();
  };
  const add = (won: number) => write(addToTyped(input.current?.value ?? '', won));

  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.check}
      refusal={({ answerId, message }) => (
        <FocusOnAppear key={answerId}>
          <Notice tone="danger" announce="alert" title={texts.check}>
            {message}
          </Notice>
        </FocusOnAppear>
      )}
      unsure={whileUnsure({
        ...{ action: 'top_up', locale, texts: texts.unsure },
        again: <SubmitButton pendingText={texts.pending}>{texts.submit}</SubmitButton>,
        resultPath: (path) => (next === '' ? path : `${path}&${new URLSearchParams({ next })}`),
      })}
    >
      {({ answer, pending, field, control }) => {
        const key = keyToSend(answer) ?? idempotencyKey;
        const refusedAmount =
          answer?.kind === 'refused' && isAboutAmount(answer.refusal.code)
            ? answer.message
            : undefined;
        const { id, error } = field('amount', refusedAmount);
        return (
          <>
            <button type="submit" hidden>
              {texts.submit}
            </button>
            <input type="hidden" name="idempotencyKey" value={key} />
            <KeepInAddress name="form" value={key} when={pending} />
            <input type="hidden" name="next" value={next} />
            <Field
              id={id}
              error={error}
              label={texts.amount}
              hint={limits.map((sentence) => (
                <span key={sentence} className="block">
                  {sentence}
                </span>
              ))}
            >
              {(wiring) => (
                <Input
                  {...wiring}
                  {...control('amount', amount === null ? '' : String(amount))}
                  ref={input}
                  inputMode="numeric"
                  autoComplete="off"
                  required
                  className="text-lg tabular-nums"
                />
              )}
            </Field>
            <fieldset className="flex flex-wrap gap-2 *:grow *:justify-center *:px-2 *:font-semibold max-[389px]:*:text-sm">
              <legend className="sr-only">{texts.presets}</legend>
              <p aria-live="polite" className="sr-only">
                {written !== undefined && `${texts.amount} ${formatMoney(written, locale)}`}
              </p>
              {missing && (
                <button
                  type="submit"
                  formMethod="get"
                  name="set"
                  value={missing.won}
                  aria-label={missing.label}
                  className="chip basis-full"
                  onClick={(event) => {
                    event.preventDefault();
                    write(missing.won);
                  }}
                >
                  {missing.text}
                </button>
              )}
              {presets.map(({ won, text, label }) => (
                <button
                  key={won}
                  type="submit"
                  formMethod="get"
                  name="add"
                  value={won}
                  aria-label={label}
                  className="chip"
                  onClick={(event) => {
                    event.preventDefault();
                    add(won);
                  }}
                >
                  {text}
                </button>
              ))}
            </fieldset>
            <SubmitButton size="lg" wide pendingText={texts.pending}>
              {texts.submit}
            </SubmitButton>
            <OfflineNote />
          </>
        );
      }}
    </ActionForm>
  );
}

type Answer = Awaited<ReturnType<typeof topUp>>;

/**
 * The key of the form that was answered goes out again, so that a second press cannot add twice;
 * undefined: a new one is due, because that key was none.
 */
function keyToSend(answer: Answer | LostAnswer | null): string | undefined {
  if (!answer || answer.kind === 'ok') return undefined;
  if (answer.kind === 'invalid' && answer.fieldErrors.idempotencyKey) return undefined;
  return answer.typed.idempotencyKey;
}
