/** What a field of an edited row holds, as the audit log keeps it. */
export type FieldValue = string | number | boolean | null;

/** A field that an edit changes. */
export interface FieldChange {
  field: string;
  was: FieldValue;
  now: FieldValue;
}

/**
 * Somebody else saved the same row after this operator's page was read; nothing was changed.
 * `version` is the one that stands now: sending it again saves over what `changes` shows.
 */
export type EditedSince = {
  code: 'EDITED_SINCE';
  version: number;
  /** Name of who saved last. */
  by: string;
  changes: FieldChange[];
};

/** The fields in which two states of a row differ, in the order of the second one. */
export function changedFields(
  before: Record<string, FieldValue>,
  after: Record<string, FieldValue>,
): FieldChange[] {
  return Object.entries(after)
    .filter(([field, now]) => before[field] !== now)
    .map(([field, now]) => ({ field, was: before[field] ?? null, now }));
}

/** Changes as the audit log keeps them: the fields concerned before, and after. */
export function auditStates(changes: FieldChange[]) {
  return {
    before: Object.fromEntries(changes.map(({ field, was }) => [field, was])),
    after: Object.fromEntries(changes.map(({ field, now }) => [field, now])),
  };
}

/**
 * Several edits, the oldest first, as one: a field that came back to what it was is left out.
 * @param edits what the audit log kept of each, see `auditStates`
 */
export function joinEdits(
  edits: { before: Record<string, FieldValue>; after: Record<string, FieldValue> }[],
): FieldChange[] {
  const was: Record<string, FieldValue> = {};
  const now: Record<string, FieldValue> = {};
  for (const { before, after } of edits) {
    for (const [field, value] of Object.entries(after)) {
      if (!(field in was)) was[field] = before[field] ?? null;
      now[field] = value;
    }
  }
  return changedFields(was, now);
}
