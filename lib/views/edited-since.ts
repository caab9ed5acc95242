import type { FormAnswer } from './action-answer';

/** Why an edit was not saved: somebody else saved after the page was opened. */
export interface EditedSinceView {
  code: 'EDITED_SINCE';
  /** The version to send for saving over what `changes` shows. */
  version: number;
  by: string;
  changes: { field: string; was: FieldText; now: FieldText }[];
}

type FieldText = string | number | boolean | null;

/** A field's value as its form holds it. */
export function fieldText(value: FieldText): string {
  return value === null ? '' : String(value);
}

/** What somebody else saved meanwhile, when that is the answer. */
export function editedSince(answer: FormAnswer | null): EditedSinceView | null {
  if (answer?.kind !== 'refused' || answer.refusal.code !== 'EDITED_SINCE') return null;
  return answer.refusal as EditedSinceView;
}

/**
 * What a field shows after the answer: what was typed; where the operator had left it alone and
 * somebody else changed it, what it was changed to.
 *
 * @param typed what was sent; undefined when the form begins anew
 */
export function mergedText(
  since: EditedSinceView | null,
  name: string,
  typed: string | undefined,
): string | undefined {
  const change = since?.changes.find(({ field }) => field === name);
  return change && typed === fieldText(change.was) ? fieldText(change.now) : typed;
}
