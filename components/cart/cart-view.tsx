'use client';

import { type ReactNode, startTransition, useOptimistic } from 'react';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useFormAction } from '@/components/ui/use-form-action';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';
import { CartLine, type CartLineTexts, type ShownLine } from './cart-line';
import { CartSummary, type CartSummaryTexts } from './cart-summary';
import { RefreshMe } from './refresh-me';

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
 * with the reason, when it is refused. Without JavaScript each line is its own form.
 */
export function CartView<Refusal extends { code: string }>(props: CartViewProps<Refusal>) {
  const { locale, texts } = props;
  const { answer, formAction } = useFormAction(props.action);
  const [lines, expect] = useOptimistic(props.lines, withQuantity);
  const removed = answer?.kind === 'ok' ? answer.data.removed : null;

  function send(form: FormData) {
    startTransition(() => {
      expect({ productId: Number(form.get('productId')), quantity: Number(form.get('quantity')) });
      formAction(form);
    });
  }

  return (
    <div className="flex flex-col gap-4">
      {answer && answer.kind !== 'ok' && (
        <Notice key={answer.answerId} tone="danger" announce="alert">
          {answer.kind === 'invalid'
            ? (Object.values(answer.fieldErrors)[0] ?? answer.message)
            : answer.message}
        </Notice>
      )}
      {removed && (
        <Notice key={answer?.answerId} announce="status">
          <form action={formAction} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>{answer?.message}</span>
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="productId" value={removed.productId} />
            <input type="hidden" name="quantity" value={removed.was} />
            <SubmitButton variant="quiet">{texts.undo}</SubmitButton>
          </form>
        </Notice>
      )}
      {answer?.kind === 'ok' && <RefreshMe key={answer.answerId} />}
      {lines.length === 0 ? (
        props.empty
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-3">
          <ul aria-label={texts.lines} className="border-t border-line lg:col-span-2">
            {lines.map((line) => (
              <CartLine
                key={line.productId}
                line={line}
                refusedId={answer && answer.kind !== 'ok' ? answer.answerId : undefined}
                locale={locale}
                action={formAction}
                send={send}
                texts={texts}
              />
            ))}
          </ul>
          <CartSummary
            subtotal={lines.reduce((sum, line) => sum + line.price * line.quantity, 0)}
            locale={locale}
            checkoutHref={props.checkoutHref}
            texts={texts}
          />
        </div>
      )}
    </div>
  );
}

function withQuantity(
  lines: readonly ShownLine[],
  change: { productId: number; quantity: number },
) {
  const { productId, quantity } = change;
  if (quantity === 0) return lines.filter((line) => line.productId !== productId);
  return lines.map((line) => (line.productId === productId ? { ...line, quantity } : line));
}
