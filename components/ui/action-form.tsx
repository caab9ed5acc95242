'use client';

import { lazy, type ReactNode, useId } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import type { ActionAnswer, FormAction, FormAnswer } from '@/lib/views/action-answer';
import { ErrorSummary } from './error-summary';
import { LostNotice } from './lost-notice';
import { Notice } from './notice';
import { useFieldErrors } from './use-field-errors';
import { useFormAction } from './use-form-action';
import type { WhileUnsure } from './while-unsure';

/** Rare, and the answer it stands for came over a network that works. */
const SessionEndedNotice = lazy(() =>
  import('./session-ended-notice').then((module) => ({ default: module.SessionEndedNotice })),
);

/** What a form is drawn from: the last answer, and each field's wiring by its name. */
export interface ActionFormState<Data, Refusal extends { code: string }> {
  /** Null until the form was sent. */
  answer: FormAnswer<Data, Refusal> | null;
  pending: boolean;
  /**
   * For `<Field {...field('amount')}>`: its id and what is wrong with it; `refused` is a refusal that
   * is about this field.
   */
  field: (name: string, refused?: string) => { id: string; error: string | undefined };
  /** For `<Input {...control('amount')}>`: name and what was typed; `initial` before that. */
  control: (name: string, initial?: string) => { name: string; defaultValue: string | undefined };
}

type ActionFormProps<Data, Refusal extends { code: string }> = {
  action: FormAction<Data, Refusal>;
  /** The page's language; the answer comes in it. */
  locale: Locale;
  /** Title of the list of errors. */
  summaryTitle: string;
  /** Draws the form's fields and button. */
  children: (state: ActionFormState<Data, Refusal>) => ReactNode;
  /** Drawn in place of the plain notice when the rules say no (a link to top up, a new total). */
  refusal?: (answer: Extract<ActionAnswer<Data, Refusal>, { kind: 'refused' }>) => ReactNode;
  /** Drawn in place of the plain notice when it was done. */
  done?: (answer: Extract<ActionAnswer<Data, Refusal>, { kind: 'ok' }>) => ReactNode;
  /** Drawn while nobody knows whether a press did anything, in place of words that leave it at that. */
  unsure?: WhileUnsure;
  className?: string;
  /** By which buttons elsewhere on the page belong to it (`form=`). */
  id?: string;
};

/**
 * A form of `defineAction`, with and without JavaScript: what was typed stays, errors stand at
 * their fields and in a list that takes focus, leave once it is put right, and come when a field is
 * left half typed; refusals and results in a notice above. A connection
 * that fails costs nothing that was typed either. While an answer is on its way nothing more is sent.
 *
 * ```tsx
 * 'use client';
 * export function TopUpForm({ action, locale, idempotencyKey, texts }: TopUpFormProps) {
 *   return (
 *     <ActionForm action={action} locale={locale} summaryTitle={texts.summary}>
 *       {({ field, control }) => (
 *         <>
 *           <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
 *           <Field {...field('amount')} label={texts.amount} hint={texts.limits}>
 *             {(wiring) => <Input {...wiring} {...control('amount')} inputMode="numeric" />}
 *           </Field>
 *           <SubmitButton pendingText={texts.pending}>{texts.submit}</SubmitButton>
 *         </>
 *       )}
 *     </ActionForm>
 *   );
 * }
 * ```
 *
 * The page gives `action={topUp}` and translated texts. A `<select>` needs
 * `key={answer?.answerId}` to keep its choice (React resets it to the first one otherwise).
 */
export function ActionForm<Data, Refusal extends { code: string }>({
  action,
  locale,
  summaryTitle,
  children,
  refusal,
  done,
  unsure,
  className = 'flex flex-col gap-4',
  id,
}: ActionFormProps<Data, Refusal>) {
  const { answer, formAction, pending, late } = useFormAction(action);
  const formId = useId();
  const idOf = (name: string) => `${formId}-${name}`;
  const errors: Record<string, string> = answer?.kind === 'invalid' ? answer.fieldErrors : {};
  const typed = answer?.typed;
  const { onBlur, onInput, errorOf } = useFieldErrors(answer);
  const settling = unsure?.(answer, late);

  return (
    <form
      id={id}
      action={formAction}
      onSubmit={(event) => {
        if (pending) event.preventDefault();
      }}
      onBlur={onBlur}
      onInput={onInput}
      className={className}
      noValidate
    >
      <input type="hidden" name="locale" value={locale} />
      {answer?.kind === 'invalid' && (
        <ErrorSummary
          key={answer.answerId}
          title={summaryTitle}
          errors={Object.entries(errors).map(([name, message]) => ({
            fieldId: idOf(name),
            message,
          }))}
        />
      )}
      {settling}
      {!settling && answer?.kind === 'lost' && <LostNotice key={answer.answerId} answer={answer} />}
      {!settling &&
        answer?.kind === 'refused' &&
        (SIGNED_OUT.includes(answer.refusal.code) ? (
          <SessionEndedNotice key={answer.answerId} locale={locale} message={answer.message} />
        ) : (
          (refusal?.(answer) ?? (
            <Notice key={answer.answerId} tone="danger" announce="alert">
              {answer.message}
            </Notice>
          ))
        ))}
      {answer?.kind === 'ok' &&
        (done?.(answer) ?? (
          <Notice key={answer.answerId} tone="success" announce="status">
            {answer.message}
          </Notice>
        ))}
      {children({
        answer,
        pending,
        field: (name, refused) => ({ id: idOf(name), error: errorOf(name, refused) }),
        control: (name, initial) => ({ name, defaultValue: typed?.[name] ?? initial }),
      })}
    </form>
  );
}

/** Nobody is signed in any more. */
const SIGNED_OUT = ['SIGN_IN_REQUIRED', 'UNKNOWN_USER'];
