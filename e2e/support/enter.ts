/** A browser of a visitor, for commands that look at pages without a test around them. */

import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';

const PHONE = { width: 390, height: 844 };

/**
 * A context of its own, on a phone and in the light theme unless `options` say otherwise.
 *
 * @param account who signs in through the form; null: a guest
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
  if (account === null) return context;
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.fill('[name=email]', account.email);
  await page.fill('[name=password]', account.password);
  await page.locator('main form [type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
  await page.close();
  return context;
}
