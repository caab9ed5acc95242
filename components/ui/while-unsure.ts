import type { ReactNode } from 'react';
import type { FormAnswer, Typed } from '@/lib/views/action-answer';

/** A press of which nobody can say yet whether it did anything. */
export interface Unsure {
  /** Another one with every press. */
  id: string;
  /** What was sent, the form's key with it. */
  typed: Typed;
  /** The browser had no network, before and after: as far as it knows, nothing was sent. */
  offline: boolean;
  /** The answer may still come. */
  underWay: boolean;
}

/** What a form draws from its last answer and what was sent long ago without one. */
export type WhileUnsure = (answer: FormAnswer | null, late: Typed | null) => ReactNode;

/** The shop's own word for it (`UnsettledRefusal`). */
const UNSURE = ['OUTCOME_UNKNOWN', 'MAYBE_DONE'];

/** The press that nobody can say anything of; null when everything is known. */
export function unsurePress(answer: FormAnswer | null, late: Typed | null): Unsure | null {
  if (late) return { id: 'late', typed: late, offline: false, underWay: true };
  if (!answer || answer.kind === 'ok' || answer.kind === 'invalid') return null;
  const { answerId: id, typed } = answer;
  const known =
    answer.kind === 'lost' ? answer.why === 'outdated' : !UNSURE.includes(answer.refusal.code);
  if (known) return null;
  return {
    id,
    typed,
    offline: answer.kind === 'lost' && answer.why === 'offline',
    underWay: false,
  };
}
