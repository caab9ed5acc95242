import { Notice } from '@/components/ui/notice';
import type { checkOut } from '@/lib/actions/checkout';
import { fillText } from '@/lib/format/fill-text';
import { isolate } from '@/lib/format/isolate';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';
import type { LostAnswer } from '@/lib/views/action-answer';
import {
  changedLines,
  type LineChange,
  readShownCart,
  type ShownCart,
} from '@/lib/views/shown-cart';

/** Sentences with `{name}`, `{before}` and `{now}` left open: figures are known in the browser only. */
export type ChangeTexts = {
  title: string;
  price: string;
  quantity: string;
  added: string;
  removed: string;
  back: string;
  discount: string;
  discountGone: string;
};

type WhatChangedProps = {
  /** What the page showed on which the press was made; null: it did not say. */
  before: ShownCart | null;
  now: ShownCart;
  locale: Locale;
  texts: ChangeTexts;
};

/** Why a total rose above the one shown: each line and the coupon, from what to what. */
export function WhatChanged({ before, now, locale, texts }: WhatChangedProps) {
  if (!before) return null;
  const sentences = lineSentences(before, now, locale, texts);
  if (before.discount > now.discount) {
    const figures = {
      before: formatMoney(before.discount, locale),
      now: formatMoney(now.discount, locale),
    };
    sentences.push(fillText(now.discount === 0 ? texts.discountGone : texts.discount, figures));
  }
  return <Sentences sentences={sentences} />;
}

type ChangedSinceProps = Omit<WhatChangedProps, 'before'> & {
  answer: Awaited<ReturnType<typeof checkOut>> | LostAnswer | null;
};

/** After a press that did not ask for the total: the lines that are not as they were shown. */
export function ChangedSince({ answer, now, locale, texts }: ChangedSinceProps) {
  const before = shownBefore(answer);
  const sentences = before ? lineSentences(before, now, locale, texts) : [];
  if (sentences.length === 0) return null;
  return (
    <Notice announce="status" title={texts.title}>
      <Sentences sentences={sentences} />
    </Notice>
  );
}

/** What the page showed on which the answered press was made. */
export function shownBefore(answer: ChangedSinceProps['answer']): ShownCart | null {
  if (!answer) return null;
  return readShownCart(answer.kind === 'ok' ? answer.data.shown : answer.typed.shown);
}

function Sentences({ sentences }: { sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul data-changes className="list-disc space-y-1 pl-5">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

const lineSentences = (before: ShownCart, now: ShownCart, locale: Locale, texts: ChangeTexts) =>
  changedLines(before.lines, now.lines).flatMap((line) =>
    sentencesOf(line, texts, (won) => formatMoney(won, locale)),
  );

function sentencesOf(
  { name, unitPrice, quantity, back }: LineChange,
  texts: ChangeTexts,
  money: (won: number) => string,
): string[] {
  const said: string[] = [];
  const shown = isolate(name);
  if (quantity) {
    const text =
      quantity.before === 0 ? texts.added : quantity.now === 0 ? texts.removed : texts.quantity;
    said.push(
      fillText(text, { name: shown, before: `${quantity.before}`, now: `${quantity.now}` }),
    );
  }
  if (back) said.push(fillText(texts.back, { name: shown }));
  if (unitPrice) {
    const { before, now } = unitPrice;
    said.push(fillText(texts.price, { name: shown, before: money(before), now: money(now) }));
  }
  return said;
}
