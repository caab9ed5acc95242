/** What stands around every page: language, theme, search, skip link, policy, navigation. */

import type { Page } from '@playwright/test';
import { ACCOUNTS, expect, signIn, test } from './fixtures';
import { hold } from './support/hold';

/** Adds markup to a page on its way to the browser, as a hole in our escaping would. */
async function inject(page: Page, path: string, markup: string): Promise<void> {
  await page.route(path, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('</body>', `${markup}</body>`);
    await route.fulfill({ response, body });
  });
}

const injectedRan = (page: Page) => page.evaluate(() => 'injected' in window);

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('the language link keeps page and query, and is remembered', async ({ page }) => {
      for (const path of ['/products?q=%EC%B0%A8&inStock=1', '/sign-in?next=%2Fwallet']) {
        await page.goto(path);
        await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
        await page.getByRole('link', { name: 'English' }).click();
        await expect(page).toHaveURL(`/en${path}`);
        await expect(page.locator('html')).toHaveAttribute('lang', 'en');
        await page.goto('/');
        await expect(page).toHaveURL('/en');
        await page.goto(`/en${path}`);
        await page.getByRole('link', { name: '한국어' }).click();
        await expect(page).toHaveURL(path);
        await page.goto('/');
        await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
      }
    });

    test('the search form leads to what it finds', async ({ page }) => {
      await page.goto('/popular');
      await page.getByRole('searchbox').fill('필름');
      await page.getByRole('searchbox').press('Enter');
      await expect(page).toHaveURL('/products?q=%ED%95%84%EB%A6%84');
      await expect(page.locator('main [data-product]').first()).toContainText('필름');
    });

    test('sign-in and sign-up have nothing to wander off to', async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      for (const path of ['/sign-in', '/sign-up']) {
        await page.goto(path);
        await expect(page.getByRole('link', { name: '장터' }).first()).toBeVisible();
        await expect(page.getByRole('link', { name: '인기' })).toHaveCount(0);
        await expect(page.getByRole('searchbox')).toHaveCount(0);
        await expect(page.getByRole('link', { name: 'English' })).toBeVisible();
      }
      await page.goto('/cart');
      await expect(page.getByRole('link', { name: '인기' })).toHaveCount(1);
    });

    test('every link of the back office leads to a page of it', async ({ page }) => {
      await signIn(page, ACCOUNTS.admin);
      await page.goto('/admin');
      const hrefs = await page
        .locator('header nav a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(hrefs.length).toBeGreaterThan(5);
      for (const href of hrefs) {
        const response = await page.goto(href);
        expect(response?.status(), href).toBe(200);
        await expect(page.locator('main h1'), href).toHaveCount(1);
      }
    });
  });
}

test('an inline script that got into a page with money in it does not run', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/Content Security Policy/);
  const violated = page.waitForEvent('console', (message) => /inline script/.test(message.text()));
  await inject(page, '/cart', '<script>window.injected = true</script>');
  await page.goto('/cart');
  await violated;
  expect(await injectedRan(page)).toBe(false);
});

test('a script from another host runs on no page', async ({ page, allowConsole }) => {
  allowConsole(/Content Security Policy|elsewhere\.example/);
  for (const path of ['/popular', '/cart']) {
    await inject(page, path, '<script src="https://elsewhere.example/x.js"></script>');
    const refused = page.waitForEvent('console', (message) =>
      /elsewhere\.example/.test(message.text()),
    );
    await page.goto(path);
    expect((await refused).text()).toContain('Content Security Policy');
  }
});

for (const path of ['/', '/cart', '/admin']) {
  test(`the chosen theme is there before anything is drawn after a reload (${path})`, async ({
    page,
  }) => {
    if (path === '/admin') await signIn(page, ACCOUNTS.admin);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    const root = page.locator('html');
    await page.getByRole('button', { name: '밝은 화면과 어두운 화면 바꾸기' }).click();
    await expect(root).toHaveAttribute('data-theme', 'dark');
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('header')) return;
        observer.disconnect();
        Object.assign(window, { themeAtFirst: document.documentElement.dataset.theme });
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    expect(await page.evaluate(() => Reflect.get(window, 'themeAtFirst'))).toBe('dark');
    await expect(root).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('button', { name: '밝은 화면과 어두운 화면 바꾸기' }).click();
    await expect(root).toHaveAttribute('data-theme', 'light');
  });
}

test('the browser’s own bars take the colour of the chosen theme, not of the system', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const bars = () =>
    page.evaluate(() => {
      const colors = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')];
      return colors.find(({ media }) => matchMedia(media || 'all').matches)?.content.toLowerCase();
    });
  const toggle = page.getByRole('button', { name: '밝은 화면과 어두운 화면 바꾸기' });
  await page.goto('/');
  expect(await bars()).toBe('#ffffff');
  await toggle.click();
  await expect.poll(bars).toBe('#0e1413');
  // Before the scripts of the page, and after them and another page of the same document.
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('h1').first()).toBeAttached();
  expect(await bars()).toBe('#0e1413');
  await page.getByRole('banner').getByRole('link', { name: '인기' }).click();
  await expect(page).toHaveURL('/popular');
  await expect.poll(bars).toBe('#0e1413');
  // Followed before there were scripts, the link has opened a document anew.
  await page.waitForLoadState();
  await page.emulateMedia({ colorScheme: 'dark' });
  await toggle.click();
  await expect.poll(bars).toBe('#ffffff');
});

test('a link that takes its time says so at the top of the screen', async ({ page }) => {
  await page.goto('/guide');
  const letGo = await hold(page, /\/popular/);
  await page.getByRole('banner').getByRole('link', { name: '인기' }).click();
  const bar = page.locator('.waiting-bar');
  await expect(bar).toBeInViewport();
  // Not for what comes at once, and without motion for whom wants none.
  const { delay, duration } = await bar.evaluate((element) => {
    const { animationDelay, animationDuration } = getComputedStyle(element);
    return { delay: animationDelay, duration: animationDuration };
  });
  expect({ delay, duration }).toEqual({ delay: '0.15s', duration: '0s' });
  letGo();
  await expect(page).toHaveURL('/popular');
  await expect(bar).toHaveCount(0);
});

test('the first key leads to the skip link, and it to the content', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '본문으로 건너뛰기' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('focus by keyboard is always seen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const box = element.getBoundingClientRect();
      const outlines = [getComputedStyle(element), getComputedStyle(element, '::after')];
      return {
        name: element.outerHTML.slice(0, 80),
        outlined: outlines.some((s) => s.outlineStyle !== 'none' && s.outlineWidth === '2px'),
        inside: box.width > 0 && box.top >= 0 && box.bottom <= innerHeight,
      };
    });
    expect(focused).toEqual({ name: focused.name, outlined: true, inside: true });
  }
});
