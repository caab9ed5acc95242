/** The typeface holds back no first paint: a first visit goes without it, whoever comes again has it. */

import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const familyOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).fontFamily.split(',')[0]);
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('typeface'));
/** It is fetched once the page has been at rest for five seconds (`keep-for-later.tsx`). */
const AT_REST = { timeout: 20_000 };

test('a first visit keeps its typeface, the next page and the next visit have Pretendard', async ({
  page,
}) => {
  await page.goto('/');
  await expect.poll(() => kept(page), AT_REST).toMatch(/^\/_next\/.*\.css$/);
  expect(await familyOf(page)).not.toContain('Pretendard Variable');

  await page.locator('a[href="/popular"]:visible').first().click();
  await expect(page).toHaveURL('/popular');
  await expect.poll(() => familyOf(page)).toContain('Pretendard Variable');

  await page.goto('/products');
  expect(await familyOf(page)).toContain('Pretendard Variable');
  const [painted, arrived] = await page.evaluate(async () => {
    // The first paint is told after it happened: what is read at once can be too early for it.
    const paint = await new Promise<PerformanceEntry>((resolve) => {
      new PerformanceObserver((entries) => {
        for (const entry of entries.getEntriesByName('first-contentful-paint')) resolve(entry);
      }).observe({ type: 'paint', buffered: true });
    });
    const sheet = `${location.origin}${localStorage.getItem('typeface')}`;
    const [file] = performance.getEntriesByName(sheet) as PerformanceResourceTiming[];
    return [paint.startTime, file?.responseEnd ?? Number.POSITIVE_INFINITY];
  });
  expect(arrived).toBeLessThanOrEqual(painted);
  expect(await page.locator('link[rel=stylesheet]').count()).toBe(2);
});

test('a typeface that does not come costs nothing else', async ({ page, allowConsole }) => {
  allowConsole(/ERR_FAILED/);
  await page.goto('/products');
  await expect.poll(() => kept(page), AT_REST).not.toBeNull();
  const sheet = (await kept(page)) ?? '';
  await page.evaluate(() => localStorage.clear());
  await page.route(`**${sheet}`, (route) => route.abort());
  await page.goto('/');
  await page.locator('a[href="/popular"]:visible').first().click();
  await expect(page).toHaveURL('/popular');
  expect(await familyOf(page)).not.toContain('Pretendard Variable');
  expect(await kept(page)).toBeNull();
});
