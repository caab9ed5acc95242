'use client';

import { type ReactNode, startTransition, useOptimistic, useState } from 'react';
import { FocusOnAppear } from '@/components/ui/focus-on-appear';
import { Notice } from '@/components/ui/notice';
import { PassFocusOn } from '@/components/ui/pass-focus-on';
import { SubmitButton } from '@/components/ui/submit-button';
import { useFormAction } from '@/components/ui/use-form-action';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction, FormAnswer } from '@/lib/views/action-answer';
import { CartLine, type CartLineTexts, type ShownLine, sendInstead } from './cart-line';
import { CartSummary, type CartSummaryTexts } from './cart-summary';
import { RefreshMe } from './refresh-me';
import { useLeaving } from './use-leaving';

type Removal = { removed: { productId: number; was: number } | null };

type CartViewProps<Refusal extends { code: string }> = {
  lines: readonly ShownLine[];
  locale: Locale;
  action: FormAction<Removal, Refusal>;
  /** Stands in place of the lines when there are none. */
  empty: ReactNode;
  checkoutHref: string;
  texts: CartLineTexts & CartSummaryTexts & { lines: string; undo: string };
};

/**
 * The lines of the cart and what they add up to. A changed quantity shows at once and goes back,
 * with the reason at its line, when it is refused; the way to the checkout waits until that is
 * settled. Without JavaScript each line is its own form.
 */
export function CartView<Refusal extends { code: string }>(props: CartViewProps<Refusal>) {
  const { locale, texts, checkoutHref } = props;
  const { answer, formAction, pending } = useFormAction(props.action);
  const [lines, expect] = useOptimistic(props.lines, withQuantity);
  /** Where the line stood that was taken out. */
  const [gap, setGap] = useState(0);
  const [returned, setReturned] = useState<number | null>(null);
  const { leaving, onLeave } = useLeaving(checkoutHref, answer, pending);
  const removed = answer?.kind === 'ok' ? answer.data.removed : null;
  const problem = answer && problemOf(answer);
  const counted = lines.filter(({ counts }) => counts);
  const isAtLine = lines.some((line) => line.productId === problem?.productId);

  function send(form: FormData) {
    const productId = Number(form.get('productId'));
    const quantity = String(form.get('quantity'));
    const at = lines.findIndex((line) => line.productId === productId);
    if (quantity === '0') setGap(at);
    setReturned(at < 0 ? productId : null);
    startTransition(() => {
      // What cannot be is not shown, not even until the shop has said so.
      const most = Math.max(lines[at]?.most ?? 0, lines[at]?.quantity ?? 0);
      if (/^\d+$/.test(quantity) && Number(quantity) <= most) {
        expect({ productId, quantity: Number(quantity) });
      }
      formAction(form);
    });
  }

  const undo = removed && (
    <FocusOnAppear key={answer?.answerId}>
      <Notice announce="status">
        <form
          action={formAction}
          onSubmit={sendInstead(send)}
          className="flex flex-wrap items-center gap-x-4 gap-y-1"
        >
          <span>{answer?.message}</span>
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="productId" value={removed.productId} />
          <input type="hidden" name="quantity" value={removed.was} />
          {removed.was > 0 && (
            <PassFocusOn>
              <SubmitButton variant="quiet">{texts.undo}</SubmitButton>
            </PassFocusOn>
          )}
        </form>
      </Notice>
    </FocusOnAppear>
  );
  const items = lines.map((line) => (
    <CartLine
      key={line.productId}
      line={line}
      problem={problem?.productId === line.productId ? problem : undefined}
      takesFocus={returned === line.productId}
      locale={locale}
      action={formAction}
      send={send}
      texts={texts}
    />
  ));
  if (undo) {
    const item = (
      <li key="undo" className="border-b border-line py-4">
        {undo}
      </li>
    );
    items.splice(gap, 0, item);
  }

  return (
    <div className="flex flex-col gap-4">
      {problem && (
        // A page drawn anew begins at its top, where a line far below would not be seen.
        <div className={isAtLine ? 'js:hidden' : ''}>
          <Notice key={problem.id} tone="danger" announce={isAtLine ? undefined : 'alert'}>
            {problem.message}
          </Notice>
        </div>
      )}
      {answer?.kind === 'ok' && <RefreshMe key={answer.answerId} />}
      {lines.length === 0 ? (
        <>
          {undo}
          {props.empty}
        </>
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-3">
          <ul aria-label={texts.lines} className="border-t border-line lg:col-span-2">
            {items}
          </ul>
          <CartSummary
            subtotal={counted.reduce((sum, line) => sum + line.price * line.quantity, 0)}
            canCheckOut={counted.length > 0}
            locale={locale}
            checkoutHref={checkoutHref}
            leaving={leaving}
            onLeave={onLeave}
            texts={texts}
          />
        </div>
      )}
    </div>
  );
}

type Problem = { id: string; productId: number; message: string };

/** What stood in the way of the last change, and of which product; null: nothing. */
function problemOf(answer: FormAnswer<Removal>): Problem | null {
  if (answer.kind === 'ok') return null;
  const { answerId: id, typed, message } = answer;
  const wrong = answer.kind === 'invalid' ? Object.values(answer.fieldErrors)[0] : undefined;
  return { id, productId: Number(typed.productId), message: wrong ?? message };
}

function withQuantity(
  lines: readonly ShownLine[],
  change: { productId: number; quantity: number },
) {
  const { productId, quantity } = change;
  if (quantity === 0) return lines.filter((line) => line.productId !== productId);
  return lines.map((line) => (line.productId === productId ? { ...line, quantity } : line));
}
