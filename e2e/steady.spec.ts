/**
 * Acceptance check 24 as far as it needs no clock: nothing moves while fonts and pictures arrive, and
 * the largest thing of a page is none that waits. The times are `npm run test:budgets`.
 */

import type { Page } from '@playwright/test';
import { CLS } from './budgets/limits';
import { ACCOUNTS, expect, signIn, test } from './fixtures';

interface Seen {
  moved: number;
  largest: Element | null;
}

test.use({ viewport: { width: 390, height: 844 } });

/** Opens a page and tells what moved of it, and which picture is its largest content, if one is. */
async function lookAt(page: Page, path: string) {
  await page.goto(path, { waitUntil: 'networkidle' });
  // The largest is told after it was painted; of the one page that is about a picture it is that.
  await page.waitForFunction((aboutPicture) => {
    const { largest } = (window as unknown as { seen: Seen }).seen;
    return aboutPicture ? largest instanceof HTMLImageElement : largest !== null;
  }, path.startsWith('/products/'));
  return page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const { moved, largest } = (window as unknown as { seen: Seen }).seen;
    const picture = largest instanceof HTMLImageElement ? largest : null;
    return {
      moved,
      picture: picture && { loading: picture.loading, priority: picture.fetchPriority },
    };
  });
}

test('nothing moves while a page arrives, and its largest picture is asked for first', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const seen: Seen = { moved: 0, largest: null };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        seen.moved += (entry as unknown as { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        seen.largest = (entry as unknown as { element: Element | null }).element;
      }
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await signIn(page, ACCOUNTS.shopper);
  const paths = ['/', '/products', '/products/willow-basket', '/popular'];
  for (const path of [...paths, '/sign-up', '/cart', '/checkout', '/wallet', '/orders']) {
    const { moved, picture } = await lookAt(page, path);
    expect(moved, path).toBeLessThanOrEqual(CLS);
    if (picture) expect(picture, path).toEqual({ loading: 'eager', priority: 'high' });
  }
});
