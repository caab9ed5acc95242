'use client';

import { useActionState, useState } from 'react';
import type { FormAction, FormAnswer, LostAnswer, Typed } from '@/lib/views/action-answer';
import { useFormTexts } from './form-texts';

/** The domain itself gives up after about as long (protocol.md: Retry). */
const LONG_WAIT_MS = 6_000;

/**
 * `useActionState` for a form of `defineAction` that outlives a lost connection: no answer becomes
 * one of its own, with everything typed, where React would put the error page in the form's place.
 * What the server throws still does that, under its reference code.
 *
 * @returns `late`: what was sent, once the answer is long in coming; null otherwise
 */
export function useFormAction<Data, Refusal extends { code: string }>(
  action: FormAction<Data, Refusal>,
) {
  const texts = useFormTexts().lost;
  const [late, setLate] = useState<Typed | null>(null);

  async function send(
    previous: FormAnswer<Data, Refusal> | null,
    form: FormData,
  ): Promise<FormAnswer<Data, Refusal>> {
    const typed = typedIn(form);
    const wasOffline = !navigator.onLine;
    const timer = setTimeout(() => setLate(typed), LONG_WAIT_MS);
    try {
      return await action(previous, form);
    } catch (error) {
      // The server's own failures and its redirects carry a digest.
      if (typeof error === 'object' && error !== null && 'digest' in error) throw error;
      const why: LostAnswer['why'] = isUnknownForm(error)
        ? 'outdated'
        : // One word of the browser may be stale: the form can have gone out in spite of it.
          wasOffline && !navigator.onLine
          ? 'offline'
          : 'cut';
      return { kind: 'lost', why, message: texts[why], typed, answerId: crypto.randomUUID() };
    } finally {
      clearTimeout(timer);
      setLate(null);
    }
  }

  // On the server the action itself, whose reference makes the form work before scripts run.
  const [answer, formAction, pending] = useActionState<FormAnswer<Data, Refusal> | null, FormData>(
    typeof window === 'undefined' ? action : send,
    null,
  );
  return { answer, formAction, pending, late };
}

/**
 * Next's word for a form that this build of the shop does not know. By its name: Next's own test of it
 * brings the whole of its navigation along, 4 kB for each page with a form.
 */
const isUnknownForm = (error: unknown) =>
  error instanceof Error && error.name === 'UnrecognizedActionError';

function typedIn(form: FormData): Typed {
  const texts = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}
