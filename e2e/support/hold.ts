/** Requests of a page that have to wait. */

import type { Page, Route } from '@playwright/test';

/** The addresses of a page's scripts. */
export const SCRIPTS = '**/_next/static/**/*.js*';

/**
 * Keeps requests from going on until they are let go.
 * @param matches which of those to the address; all of them unless given
 * @returns lets go, for good
 */
export async function hold(
  page: Page,
  url: string | RegExp,
  matches: (route: Route) => boolean = () => true,
): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(url, async (route) => {
    if (matches(route)) await held;
    await route.fallback();
  });
  return letGo;
}
