import { readMultipart, type SentField } from './multipart-fields';

/** Far above what our forms nest: an answer with its refusal, as it comes back with the next press. */
const MOST_DEPTH = 16;
/** Next calls an action with the previous answer and the form. */
const MOST_ARGUMENTS = 4;

const REFERENCE = /^\$ACTION_REF_(\d{1,4})$/;
const UNBOUND = /^\$ACTION_ID_(.*)$/;

/**
 * What React writes into a string for values that JSON has not. These few say nothing but
 * themselves; all others point at other parts of the body, at code or at streams.
 */
const HARMLESS_ESCAPE = /^\$(?:\$|undefined$|NaN$|-?Infinity$|-0$|D[\dTZ:.+-]{0,40}$)/;
/** The form among the arguments of a call by script. */
const FORM = /^\$K[\da-f]{1,4}$/;

/** A posted form as it came. */
export interface Posted {
  contentType: string;
  /** The `Next-Action` header, by which scripts call; null for a form sent without JavaScript. */
  actionId: string | null;
  body: Uint8Array;
}

/**
 * Which Server Action a request calls, in the very shape in which our pages call one.
 *
 * React decodes bodies with references into themselves, into code, to streams and to blobs; our
 * forms need none of it, and Next answers what it cannot decode with a 500. So nothing but that
 * shape comes in (hardening.md: 39, 49, 58–62).
 *
 * @returns the action's id as sent, known or not; null for any other shape
 */
export function calledAction({ contentType, actionId, body }: Posted): string | null {
  const fields = contentType.startsWith('multipart/') ? readMultipart(contentType, body) : null;
  if (actionId === null) return fields && actionOfForm(fields);
  const [root] = fields ? fieldsNamed(fields, '0') : [Buffer.from(body).toString()];
  // Every other field belongs to a form: a bare number would be a part of the arguments.
  const stray = fields?.some(([name]) => name !== '0' && !/^_[\da-f]{1,4}_/.test(name));
  const called = typeof root === 'string' && isPlainList(root, MOST_ARGUMENTS) && !stray;
  return called ? actionId : null;
}

/** By the fields that React puts into a form for the time before scripts run. */
function actionOfForm(fields: SentField[]): string | null {
  const own = fields.filter(([name]) => name.startsWith('$ACTION_'));
  const [[marker = ''] = [], ...moreMarkers] = own.filter(
    ([name]) => REFERENCE.test(name) || UNBOUND.test(name),
  );
  if (moreMarkers.length > 0) return null;
  const [, unboundId] = UNBOUND.exec(marker) ?? [];
  if (unboundId !== undefined) return own.length === 1 ? unboundId : null;

  const [, number] = REFERENCE.exec(marker) ?? [];
  const allowed = [marker, `$ACTION_${number}:0`, `$ACTION_${number}:1`, '$ACTION_KEY'];
  const names = own.map(([name]) => name);
  if (new Set(names).size !== names.length || names.some((name) => !allowed.includes(name))) {
    return null;
  }
  const [described] = fieldsNamed(own, `$ACTION_${number}:0`);
  const [bound] = fieldsNamed(own, `$ACTION_${number}:1`);
  const [, id] = /^\{"id":"([^"\\]*)","bound":"\$@1"\}$/.exec(described ?? '') ?? [];
  const called = id !== undefined && typeof bound === 'string' && isPlainList(bound, 1);
  return called ? id : null;
}

/** The values of a name that may be sent once only; none when it was sent again. */
function fieldsNamed(fields: SentField[], wanted: string): (string | null)[] {
  const found = fields.filter(([name]) => name === wanted);
  return found.length === 1 ? found.map(([, value]) => value) : [];
}

/** Whether a text is a JSON list of at most so many plain values. */
function isPlainList(text: string, most: number): boolean {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.length <= most && isPlain(list, MOST_DEPTH);
  } catch {
    return false;
  }
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string') {
    return !value.startsWith('$') || HARMLESS_ESCAPE.test(value) || FORM.test(value);
  }
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isPlain(inner, depth - 1));
}
