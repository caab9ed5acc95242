import { type MouseEvent, useEffect, useState } from 'react';
import type { FormAnswer } from '@/lib/views/action-answer';

/**
 * The press of the link to the checkout: what was typed is sent first, and it goes on once everything
 * is settled, unless that was refused; then the reason comes into sight.
 *
 * @param answer the last one of the cart's forms
 * @param pending one is on its way
 */
export function useLeaving(href: string, answer: FormAnswer | null, pending: boolean) {
  const [pressed, setPressed] = useState<{ answerBefore: string | undefined } | null>(null);
  useEffect(() => {
    if (!pressed || pending) return;
    setPressed(null);
    const isNew = answer?.answerId !== pressed.answerBefore;
    if (isNew && answer?.kind !== 'ok') {
      document.querySelector('main [role=alert]')?.scrollIntoView({ block: 'center' });
    } else {
      location.assign(href);
    }
  }, [href, answer, pending, pressed]);

  function onLeave(event: MouseEvent) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    // A finger on a link does not take focus from a field, and leaving the field sends it.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    setPressed({ answerBefore: answer?.answerId });
  }
  return { leaving: pressed !== null, onLeave };
}
