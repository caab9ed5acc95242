/**
 * A shopper without a browser and without JavaScript: keeps cookies, opens pages, fills the forms that
 * stand in them and presses their buttons, exactly as a browser would send them.
 *
 *     const shopper = createFormClient(shop.url);
 *     await shopper.signIn({ email, password });
 *     const press = (await shopper.open('/wallet')).form('amount').press({ fill: { amount: '5000' } });
 *     const answer = await shopper.send(press);
 *     if (answer.kind === 'unknown') await shopper.send(press); // the same key once more
 *     else answer.page.figure('balance');
 */

import { CookieJar } from './cookie-jar';
import type { Press } from './html-form';
import { type HtmlPage, readPage } from './html-page';

/**
 * What became of a press. `unknown`: it may have been done, but the shopper saw no page about it, also
 * when only the redirect's page was lost.
 */
export type PressAnswer =
  | {
      kind: 'answered';
      /** The page at the end, after the redirects that were followed. */
      page: HtmlPage;
      /** Status of the answer to the press itself; 303 when it redirects. */
      status: number;
      /** Where that answer leads, path and query; null: it is no redirect. */
      location: string | null;
    }
  | { kind: 'unknown'; cause: unknown };

export interface SendOptions {
  /** Whether a redirect is followed (default), as a browser does. */
  follow?: boolean;
  /** Gives up with it. */
  signal?: AbortSignal;
}

export interface FormClient {
  /** The origin that it talks to. */
  origin: string;
  cookies: CookieJar;
  /**
   * Opens a page, following redirects.
   * @throws when no answer comes: reading is safe to do again
   */
  open(path: string, options?: { signal?: AbortSignal }): Promise<HtmlPage>;
  /** Sends a press. Sending the same one again is what a second click, Back or reload does. */
  send(press: Press, options?: SendOptions): Promise<PressAnswer>;
  /**
   * Signs in through the form.
   * @throws when the shop does not let the account in
   */
  signIn(account: { email: string; password: string }): Promise<void>;
}

const TIMEOUT_MS = 15_000;
const MOST_REDIRECTS = 10;

/**
 * @param origin `http://127.0.0.1:port`; a proxy's, to travel through it
 * @param cookies a jar to share: two tabs of one browser, or one session on two instances
 * @param timeoutMs patience with one request; beyond it a press is `unknown`
 * @param headers sent with every request, over what a browser sends
 */
export function createFormClient(
  origin: string,
  {
    cookies = new CookieJar(),
    timeoutMs = TIMEOUT_MS,
    headers = {},
  }: { cookies?: CookieJar; timeoutMs?: number; headers?: Record<string, string> } = {},
): FormClient {
  /** One request and the whole of its answer. */
  const ask = async (url: string, init: RequestInit, signal: AbortSignal | undefined) => {
    const patience = AbortSignal.timeout(timeoutMs);
    const cookie = cookies.header();
    const answer = await fetch(url, {
      ...init,
      headers: {
        accept: 'text/html',
        'accept-language': 'ko',
        ...(cookie && { cookie }),
        ...init.headers,
        ...headers,
      },
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    cookies.store(answer.headers);
    const html = await answer.text();
    return { status: answer.status, headers: answer.headers, url, html };
  };

  const follow = async (first: Awaited<ReturnType<typeof ask>>, signal?: AbortSignal) => {
    let answer = first;
    for (let hops = 0; locationOf(answer) !== null; hops++) {
      if (hops === MOST_REDIRECTS) throw new Error(`${first.url} redirects in a circle`);
      const next = new URL(locationOf(answer) as string, answer.url).href;
      answer = await ask(next, { method: 'GET' }, signal);
    }
    return readPage(answer, answer.html);
  };

  const client: FormClient = {
    origin,
    cookies,
    async open(path, { signal } = {}) {
      const url = new URL(path, origin).href;
      return follow(await ask(url, { method: 'GET' }, signal), signal);
    },
    async send(press, { follow: follows = true, signal } = {}) {
      try {
        const first = await ask(...requestOf(press, origin), signal);
        const location = locationOf(first);
        const page = follows ? await follow(first, signal) : readPage(first, first.html);
        return { kind: 'answered', page, status: first.status, location };
      } catch (cause) {
        return { kind: 'unknown', cause };
      }
    },
    async signIn({ email, password }) {
      const page = await client.open('/sign-in');
      const answer = await client.send(page.form('password').press({ fill: { email, password } }));
      if (answer.kind === 'unknown') throw answer.cause;
      if (new URL(answer.page.url).pathname.endsWith('/sign-in')) {
        const said = answer.page.notices.map(({ text }) => text).join(' ');
        throw new Error(`${email} was not let in: ${answer.page.status} ${said}`);
      }
    },
  };
  return client;
}

function locationOf({ status, headers }: { status: number; headers: Headers }): string | null {
  return status >= 300 && status < 400 ? headers.get('location') : null;
}

/** The request that a browser makes of a press. */
function requestOf(press: Press, origin: string): [string, RequestInit] {
  // The page may have come through another door (an instance, a proxy) than the one to send by.
  const url = new URL(press.url);
  const target = new URL(url.pathname + url.search, origin);
  if (press.method === 'get') {
    target.search = new URLSearchParams(press.fields.map(([n, v]) => [n, v])).toString();
    return [target.href, { method: 'GET', headers: { referer: press.pageUrl } }];
  }
  const body = press.encoding === 'multipart' ? new FormData() : new URLSearchParams();
  for (const [name, value] of press.fields) body.append(name, value);
  const page = new URL(press.pageUrl);
  const referer = new URL(page.pathname + page.search, origin).href;
  return [target.href, { method: 'POST', body, headers: { origin, referer } }];
}
