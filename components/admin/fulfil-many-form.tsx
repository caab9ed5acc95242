'use client';

import { createContext, type ReactNode, use } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { Notice } from '@/components/ui/notice';
import { PassFocusOn } from '@/components/ui/pass-focus-on';
import { SubmitButton } from '@/components/ui/submit-button';
import type { fulfilOrdersAction } from '@/lib/actions/admin/orders';
import type { Locale } from '@/lib/i18n/locales';
import type { Typed } from '@/lib/views/action-answer';

/** The form's last press: `typed` holds what was ticked if it did nothing. */
const LastPress = createContext<{ answerId?: string; done?: boolean; typed?: Typed | undefined }>(
  {},
);

type FulfilManyFormProps = {
  action: typeof fulfilOrdersAction;
  locale: Locale;
  /** Some order of the page can be marked. */
  open: boolean;
  texts: Record<'submit' | 'help' | 'pending' | 'check', string>;
  /** The list, with a `FulfilTick` at each order that can be marked. */
  children: ReactNode;
};

/** Marks the ticked orders of a list as fulfilled, and says of each what became of it. */
export function FulfilManyForm({ action, locale, open, texts, children }: FulfilManyFormProps) {
  return (
    <ActionForm
      action={action}
      locale={locale}
      summaryTitle={texts.check}
      done={({ answerId, message, data: { results } }) => (
        <FocusOnAppear key={answerId}>
          <Notice
            tone={results.every(({ done }) => done) ? 'success' : 'warning'}
            announce="status"
            title={message}
          >
            <ul className="text-sm">
              {results.map(({ orderId, number, done, text }) => (
                <li key={orderId} data-fulfilled={orderId} data-done={done}>
                  <span className="font-semibold">{number}</span> {text}
                </li>
              ))}
            </ul>
          </Notice>
        </FocusOnAppear>
      )}
    >
      {({ answer }) => (
        <LastPress
          value={
            answer
              ? { answerId: answer.answerId, done: answer.kind === 'ok', typed: answer.typed }
              : {}
          }
        >
          {children}
          {open && (
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <PassFocusOn>
                <SubmitButton pendingText={texts.pending}>{texts.submit}</SubmitButton>
              </PassFocusOn>
              <p className="text-sm text-muted">{texts.help}</p>
            </div>
          )}
        </LastPress>
      )}
    </ActionForm>
  );
}

/** The tick box of one order, inside a `FulfilManyForm`. */
export function FulfilTick(props: { orderId: number; label: string; ticked: boolean }) {
  const { orderId, label, ticked } = props;
  const { answerId, done = false, typed = {} } = use(LastPress);
  const name = `order-${orderId}`;
  const tickedBefore = Object.keys(typed).some((field) => field.startsWith('order-'));
  return (
    <label className="-my-2.5 inline-flex size-11 items-center justify-center align-middle">
      <input
        // A form that was answered begins anew.
        key={`${answerId}-${ticked}`}
        type="checkbox"
        name={name}
        aria-label={label}
        defaultChecked={tickedBefore ? name in typed : ticked && !done}
        className="size-5"
      />
    </label>
  );
}
