'use client';

import { type FocusEvent, type FormEvent, useState } from 'react';
import type { FormAnswer } from '@/lib/views/action-answer';
import { useFormTexts } from './form-texts';

/**
 * What stands at each field: the server's word, until what was typed since is better, and the
 * browser's own once the field is left (interface.md: Evidence to obey).
 *
 * @returns handlers for the form, and the error of a field
 */
export function useFieldErrors(answer: FormAnswer | null) {
  const texts = useFormTexts().fields;
  const answerId = answer?.answerId;
  // What was found since the answer; null: the server's error does not hold any more.
  const [since, setSince] = useState<{ answerId?: string | undefined; found: Found }>({
    found: {},
  });
  const found = since.answerId === answerId ? since.found : {};
  const note = (name: string, problem: string | null) =>
    setSince((now) => {
      const before = now.answerId === answerId ? now.found : {};
      return { answerId, found: { ...before, [name]: problem } };
    });
  /** Not among the scripts of a first load: nobody has typed anything by then. */
  const problemOf = async (field: HTMLInputElement | HTMLTextAreaElement) =>
    (await import('./field-problem')).fieldProblem(field, texts);

  async function onBlur({ target, relatedTarget }: FocusEvent<HTMLFormElement>) {
    if (!isText(target) || !hasMovedOn(target, relatedTarget)) return;
    const problem = await problemOf(target);
    if (problem) note(target.name, problem);
  }

  async function onInput({ target }: FormEvent<HTMLFormElement>) {
    if (!isText(target) || target.getAttribute('aria-invalid') !== 'true') return;
    note(target.name, (await problemOf(target)) ?? null);
  }

  const errors = answer?.kind === 'invalid' ? answer.fieldErrors : {};
  const errorOf = (name: string, refused?: string) =>
    name in found ? (found[name] ?? undefined) : (errors[name] ?? refused);
  return { onBlur, onInput, errorOf };
}

type Found = Record<string, string | null>;

/** Ticks and choices are never half typed. */
const NOT_TYPED = ['hidden', 'checkbox', 'radio', 'file', 'date', 'datetime-local'];

function isText(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !NOT_TYPED.includes(target.type);
}

/**
 * Whether a field was left for another one or by a key. A mouse that goes down elsewhere takes the
 * focus first: an error that appears then would move the button away from under it.
 */
function hasMovedOn(field: Element, next: EventTarget | null): boolean {
  if (!document.hasFocus()) return false;
  return isText(next) || !field.ownerDocument.querySelector(':active');
}
