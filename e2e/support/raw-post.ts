/** Posts what no browser would: a press with fields of one's own, as a form or as a script's call. */

import type { FormClient } from './form-client';
import type { Press } from './html-form';
import { readPage } from './html-page';

/** A field as sent; a `File` where a text belongs is one of the things to try. */
export type RawField = readonly [name: string, value: string | File];

/** What came of it, in the same words whichever way it was sent. */
export interface Reply {
  status: number;
  headers: Headers;
  /** Where it leads to; null when it stays. */
  location: string | null;
  /** Everything that the page or the answer says to whoever pressed. */
  words: string;
  /** What stands in a field afterwards. */
  typed(name: string): string | null;
  /** The body as it came. */
  text: string;
}

const TIMEOUT_MS = 20_000;

/** Sends a body to a page of the shop with the client's cookies, as our own page would. */
export async function rawPost(
  client: FormClient,
  url: string,
  body: BodyInit,
  headers: Record<string, string> = {},
): Promise<Response> {
  const target = new URL(url, client.origin);
  const answer = await fetch(target, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: {
      origin: client.origin,
      referer: target.href,
      cookie: client.cookies.header() ?? '',
      ...headers,
    },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  client.cookies.store(answer.headers);
  return answer;
}

/** Sends a press's form as a browser without scripts would, with these fields in place of its own. */
export async function postForm(
  client: FormClient,
  press: Press,
  fields: readonly RawField[] = press.fields,
  headers?: Record<string, string>,
): Promise<Reply> {
  const answer = await rawPost(client, press.url, formOf(fields), headers);
  const text = await answer.text();
  const page = readPage({ status: answer.status, url: press.url, headers: answer.headers }, text);
  return {
    ...pick(answer),
    text,
    words: [...page.notices.map((notice) => notice.text), ...Object.values(page.fieldErrors)].join(
      '\n',
    ),
    typed: (name) => page.forms(name)[0]?.value(name) ?? null,
  };
}

/** Calls a press's action as the page's script would, with these fields in place of its own. */
export async function callAction(
  client: FormClient,
  press: Press,
  fields: readonly RawField[] = press.fields,
  headers?: Record<string, string>,
): Promise<Reply> {
  const sent = { ...asScript(press), ...headers };
  return replyOf(await rawPost(client, press.url, callOf(fields), sent));
}

/** The body of a script's call with a form's fields. */
export function callOf(fields: readonly RawField[]): FormData {
  const call = formOf(
    fields
      .filter(([name]) => !name.startsWith('$ACTION_'))
      .map(([name, value]): RawField => [`_1_${name}`, value]),
  );
  call.append('0', '[null,"$K1"]');
  return call;
}

/** The headers by which a script calls the action of a press. */
export function asScript(press: Press): Record<string, string> {
  return { 'next-action': actionIdOf(press), accept: 'text/x-component' };
}

/** The id of a form's action, from React's own fields in it. */
export function actionIdOf({ fields }: Pick<Press, 'fields'>): string {
  const [, described = ''] = fields.find(([name]) => /^\$ACTION_\d+:0$/.test(name)) ?? [];
  const { id } = JSON.parse(described);
  return String(id);
}

/** Reads the answer to a script's call: the action's own, in the row of the stream that ends a line. */
export async function replyOf(answer: Response): Promise<Reply> {
  const text = await answer.text();
  const [, row] = /[\da-f]+:(\{"kind":.*\})$/m.exec(text) ?? [];
  const said = row === undefined ? {} : JSON.parse(row);
  const [redirect = null] = answer.headers.get('x-action-redirect')?.split(';') ?? [];
  return {
    ...pick(answer),
    location: redirect,
    text,
    words: [said.message ?? '', ...Object.values<string>(said.fieldErrors ?? {})].join('\n'),
    typed: (name) => unescaped(said.typed?.[name]) ?? null,
  };
}

function pick({ status, headers }: Response) {
  return { status, headers, location: headers.get('location') };
}

/** React doubles a dollar at the beginning of a string. */
function unescaped(text: string | undefined): string | undefined {
  return text?.startsWith('$$') ? text.slice(1) : text;
}

export function formOf(fields: readonly RawField[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
