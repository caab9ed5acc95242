'use client';

import { type ReactNode, useActionState, useId } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import type { ActionAnswer, FormAction } from '@/lib/views/action-answer';
import { ErrorSummary } from './error-summary';
import { Notice } from './notice';

/** What a form is drawn from: the last answer, and each field's wiring by its name. */
export interface ActionFormState<Data, Refusal extends { code: string }> {
  /** Null until the form was sent. */
  answer: ActionAnswer<Data, Refusal> | null;
  pending: boolean;
  /** For `<Field {...field('amount')}>`: its id and what is wrong with it. */
  field: (name: string) => { id: string; error: string | undefined };
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
  className?: string;
};

/**
 * A form of `defineAction`, with and without JavaScript: what was typed stays, errors stand at
 * their fields and in a list that takes focus, refusals and results in a notice above.
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
  className = 'flex flex-col gap-4',
}: ActionFormProps<Data, Refusal>) {
  const [answer, formAction, pending] = useActionState<
    ActionAnswer<Data, Refusal> | null,
    FormData
  >(action, null);
  const formId = useId();
  const idOf = (name: string) => `${formId}-${name}`;
  const errors: Record<string, string> = answer?.kind === 'invalid' ? answer.fieldErrors : {};
  const typed = answer?.typed;

  return (
    <form action={formAction} className={className} noValidate>
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
      {answer?.kind === 'refused' &&
        (refusal?.(answer) ?? (
          <Notice key={answer.answerId} tone="danger" announce="alert">
            {answer.message}
          </Notice>
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
        field: (name) => ({ id: idOf(name), error: errors[name] }),
        control: (name, initial) => ({ name, defaultValue: typed?.[name] ?? initial }),
      })}
    </form>
  );
}
