/** How a browser of the tests comes in: through the sign-in's form, without drawing its page. */

import type {
  APIRequestContext,
  Browser,
  BrowserContext,
  BrowserContextOptions,
} from '@playwright/test';
import { readPage } from './html-page';

const PHONE = { width: 390, height: 844 };

/**
 * Signs in as a browser without scripts does, with the requests of a page or context, which share its
 * cookies. Pages that are open stay as they are.
 *
 * @throws when the shop does not let the account in
 */
export async function enter(
  requests: APIRequestContext,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const opened = await requests.get('/sign-in');
  const headers = new Headers(opened.headers());
  const shown = { status: opened.status(), url: opened.url(), headers };
  const page = readPage(shown, await opened.text());
  const press = page.form('password').press({ fill: { email, password } });
  const multipart = new FormData();
  for (const [name, value] of press.fields) multipart.append(name, value);
  const answer = await requests.post(press.url, {
    multipart,
    headers: { Origin: new URL(press.url).origin, Referer: press.pageUrl },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`${email} was not let in: ${answer.status()}`);
}

/**
 * A context of its own, on a phone and in the light theme unless `options` say otherwise.
 *
 * @param account who signs in; null: a guest
 */
export async function enterAs(
  browser: Browser,
  baseURL: string,
  account: { email: string; password: string } | null,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    serviceWorkers: 'block',
    viewport: PHONE,
    colorScheme: 'light',
    ...options,
  });
  if (account !== null) await enter(context.request, account);
  return context;
}
