/** Connections that fail between a page and the shop. */

import type { Page } from '@playwright/test';

/** The browser's own words on a request that failed. */
export const NETWORK_ERROR = /Failed to load resource/;

/** What happens to the next forms that a page sends: `reach` the shop, but never the answer back. */
export async function loseForms(page: Page, { reach }: { reach: boolean }): Promise<() => number> {
  let lost = 0;
  await page.route(
    (url) => !url.pathname.startsWith('/api/'),
    async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      if (reach) await route.fetch({ maxRedirects: 0 });
      lost += 1;
      await route.abort('connectionreset');
    },
  );
  return () => lost;
}

/** Holds back what the shop says about a press, until the returned function is called. */
export async function holdOutcome(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/outcome?*', async (route) => {
    await held;
    await route.fallback();
  });
  return release;
}
