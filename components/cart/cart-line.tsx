'use client';

import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { Glyph } from '@/components/ui/glyph';
import { Mark } from '@/components/ui/mark';
import { Money } from '@/components/ui/money';
import { PassFocusOn } from '@/components/ui/pass-focus-on';
import { QuantityStepper } from '@/components/ui/quantity-stepper';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locales';
import type { CartLineView } from '@/lib/views/cart';

/** A line with its picture, and what must be said about it in the page's language. */
export type ShownLine = CartLineView & {
  picture: ReactNode;
  href: string;
  each: string;
  quantityLabel: string;
  removeLabel: string;
  /** What changed or stands in the way of an order. */
  notices: readonly string[];
  /** Offers to take as many as are left. */
  takeLeft: string | undefined;
  /** What can be bought in its place, where it does not count. */
  alternatives: readonly Alternative[];
};

type Alternative = { id: number; name: string; price: string; href: string; picture: ReactNode };

export type CartLineTexts = {
  decrease: string;
  increase: string;
  change: string;
  remove: string;
  /** Says what the alternatives are. */
  alternatives: string;
};

type CartLineProps = {
  line: ShownLine;
  /** Why a change of this line was refused: what was typed gives way to what the cart holds. */
  problem: { id: string; message: string } | undefined;
  /** It has just been put back. */
  takesFocus: boolean;
  locale: Locale;
  /** For sending without JavaScript. */
  action: (form: FormData) => void;
  /** For sending with it. */
  send: (form: FormData) => void;
  texts: CartLineTexts;
};

/** While a number is being typed, each digit is not yet an answer. */
const typingPauseMs = 500;

export function CartLine(props: CartLineProps) {
  const { line, problem, takesFocus, locale, action, send, texts } = props;
  const item = useRef<HTMLLIElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Typed, and not sent yet. */
  const unsent = useRef(false);
  const [giveWay, setGiveWay] = useState(0);
  const refusedId = problem?.id;
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (refusedId) setGiveWay((times) => times + 1);
  }, [refusedId]);
  useEffect(() => {
    if (takesFocus) item.current?.focus();
  }, [takesFocus]);

  function sendNow() {
    clearTimeout(timer.current);
    unsent.current = false;
    if (form.current) send(new FormData(form.current));
  }
  function changed(text: string, by: 'typing' | 'step') {
    clearTimeout(timer.current);
    if (by === 'step') return sendNow();
    unsent.current = true;
    // An empty field and a 0 may be the way to another number.
    if (/^[1-9]\d*$/.test(text)) timer.current = setTimeout(sendNow, typingPauseMs);
  }
  /** What was typed counts at the latest when the field is left: a press of the checkout leaves it. */
  function onBlur(field: EventTarget) {
    if (!(field instanceof HTMLInputElement) || field.value === String(line.quantity)) return;
    if (unsent.current) sendNow();
    // The cart was changed elsewhere meanwhile.
    else setGiveWay((times) => times + 1);
  }

  const was = line.counts ? Math.min(line.quantity, line.most) : 0;
  const hidden = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="productId" value={line.productId} />
    </>
  );
  return (
    <li
      ref={item}
      tabIndex={-1}
      data-product={line.slug}
      className="grid grid-cols-[72px_1fr] gap-x-4 gap-y-2 border-b border-line py-4 outline-none"
    >
      {line.picture}
      <div className="flex min-w-0 flex-col gap-1">
        <a href={line.href} className="font-semibold hover:underline">
          {line.name}
        </a>
        <span className="text-sm text-muted tabular-nums" data-price={line.price}>
          {line.each}
        </span>
        {line.notices.map((notice) => (
          <p key={notice} className="flex items-start gap-1.5 text-sm text-warning">
            <Mark shape="warning" size={16} className="mt-1 shrink-0" />
            <span>{notice}</span>
          </p>
        ))}
        {line.takeLeft && (
          <form
            action={action}
            onSubmit={(event) => {
              sendInstead(send)(event);
              // The button goes with what it mends.
              item.current?.focus();
            }}
            className="self-start"
          >
            {hidden}
            <input type="hidden" name="quantity" value={line.most} />
            <SubmitButton variant="secondary">{line.takeLeft}</SubmitButton>
          </form>
        )}
        {line.alternatives.length > 0 && (
          <Alternatives label={texts.alternatives} products={line.alternatives} />
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2 max-sm:col-span-2 sm:col-start-2">
        <form
          ref={form}
          action={action}
          onSubmit={sendInstead(sendNow)}
          onBlur={(event) => onBlur(event.target)}
          noValidate
        >
          {hidden}
          <input type="hidden" name="was" value={was} />
          <QuantityStepper
            id={`quantity-${line.productId}`}
            defaultValue={line.quantity}
            giveWay={giveWay}
            max={Math.max(line.most, line.quantity)}
            disabled={!line.counts}
            texts={{
              label: line.quantityLabel,
              decrease: texts.decrease,
              increase: texts.increase,
              submit: texts.change,
            }}
            onChange={changed}
          />
        </form>
        <form
          action={action}
          onSubmit={(event) => {
            sendInstead(send)(event);
            // The line goes at once, and what brings it back comes with the answer.
            const beside = item.current?.nextElementSibling ?? item.current?.previousElementSibling;
            if (beside instanceof HTMLElement) beside.focus();
          }}
        >
          {hidden}
          <input type="hidden" name="quantity" value={0} />
          <input type="hidden" name="was" value={was} />
          <PassFocusOn>
            <SubmitButton variant="quiet">
              <Glyph size={18}>
                <path d="M3 6h18M5 6v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V6M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2M10 11v6m4-6v6" />
              </Glyph>
              <span aria-hidden>{texts.remove}</span>
              <span className="sr-only">{line.removeLabel}</span>
            </SubmitButton>
          </PassFocusOn>
        </form>
        {line.counts && (
          <Money won={line.price * line.quantity} locale={locale} className="ml-auto font-bold" />
        )}
      </div>
      {problem && (
        <p
          key={problem.id}
          role="alert"
          className="flex items-start gap-1.5 text-sm text-danger max-sm:col-span-2 sm:col-start-2"
        >
          <Mark shape="warning" size={16} className="mt-1 shrink-0" />
          <span>{problem.message}</span>
        </p>
      )}
    </li>
  );
}

function Alternatives({ label, products }: { label: string; products: readonly Alternative[] }) {
  const id = useId();
  return (
    <div className="mt-1">
      <p id={id} className="text-sm">
        {label}
      </p>
      <ul aria-labelledby={id} className="grid gap-x-4 sm:grid-cols-2">
        {products.map(({ id: productId, href, picture, name, price }) => (
          <li key={productId}>
            {/* The shop is another document, so this is no next/link. */}
            <a href={href} className="flex items-center gap-2 py-1 text-sm hover:underline">
              {picture}
              <span className="flex min-w-0 flex-col">
                {name}
                <span className="money text-muted">{price}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** With JavaScript a form goes through `send`, which shows the result before it is there. */
export function sendInstead(send: (form: FormData) => void) {
  return (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(new FormData(event.currentTarget));
  };
}
