/** 403 and 404 on pages rendered per request: finished screens in the HTML itself, in the shell. */

import type { Page } from '@playwright/test';
import { createDatabase } from '@/db/client';
import { ACCOUNTS, expect, signIn, test } from './fixtures';
import { openAccountFor } from './support/accounts';
import { fillCart, makeProduct, makeShopper, press, succeeded } from './support/sample';

const LANGUAGES = [
  { at: '', lang: 'ko', missing: '주소가 바뀌었거나', forbidden: '볼 수 없는 화면이에요' },
  {
    at: '/en',
    lang: 'en',
    missing: 'It may have moved',
    forbidden: 'You can’t see this page',
  },
];

/** The page's body as it is sent, without scripts: React's data scripts hold every text too. */
async function readHtml(page: Page, path: string) {
  const response = await page.request.get(path);
  const html = await response.text();
  return { status: response.status(), html: html.replace(/<script\b.*?<\/script>/gs, '') };
}

for (const { at, lang, missing, forbidden } of LANGUAGES) {
  test(`another shopper's order reads like no order at all (${lang})`, async ({ page, shop }) => {
    const db = createDatabase({ url: shop.databaseUrl, max: 1 });
    const owner = await makeShopper(db, { balance: 100_000 });
    await fillCart(db, owner, [{ productId: await makeProduct(db), quantity: 1 }]);
    const { orderId } = succeeded(await press(db, owner, { now: new Date() }));
    const me = { email: '', password: 'pale green celadon' };
    me.email = (await openAccountFor(db, me)).email;
    await db.close();

    await signIn(page, me);
    const answers = [];
    for (const id of [String(orderId), '123456789', 'abc', '0']) {
      const { status, html } = await readHtml(page, `${at}/orders/${id}`);
      expect(status, id).toBe(404);
      expect(html, id).toContain(`<html lang="${lang}"`);
      expect(html, id).toContain(missing);
      expect(html, id).toContain(`href="${at}/cart"`);
      expect(html, id).toMatch(/<meta name="robots" content="noindex/);
      answers.push(html.replaceAll(/\bid="[^"]*"|_R_\w+|[\w-]*nonce="[^"]*"/g, '').length);
    }
    expect(new Set(answers.slice(0, 2)).size, 'nothing tells them apart').toBe(1);
  });

  test(`a shopper in the back office reads the 403 (${lang})`, async ({ page }) => {
    await signIn(page, ACCOUNTS.shopper);
    for (const path of [
      ...['', '/orders', '/orders/1', '/stock/1', '/customers', '/customers/1', '/audit'],
      ...['/nowhere', '/nowhere/at/all'],
    ]) {
      const { status, html } = await readHtml(page, `${at}/admin${path}`);
      expect(status, path).toBe(403);
      expect(html, path).toContain(`<html lang="${lang}"`);
      expect(html, path).toContain(forbidden);
      expect(html, path).toContain('data-chrome="quiet"');
    }
  });

  test(`an admin reads the 404 inside the back office (${lang})`, async ({ page }) => {
    await signIn(page, ACCOUNTS.admin);
    for (const path of [
      ...['/orders/999999999', '/orders/x', '/stock/999999999', '/customers/999999999'],
      ...['/customers/x', '/nowhere'],
    ]) {
      const { status, html } = await readHtml(page, `${at}/admin${path}`);
      expect(status, path).toBe(404);
      expect(html, path).toContain(missing);
      expect(html, path).toContain(`href="${at}/admin/stock"`);
    }
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('the screens stand in the browser and lead on', async ({ page, allowConsole }) => {
      allowConsole(/status of 40[34]/);
      await signIn(page, ACCOUNTS.shopper);
      await page.goto('/orders/123456789');
      const main = page.locator('main');
      await expect(main.getByRole('heading', { level: 1 })).toHaveText('찾는 화면이 없어요');
      await main.getByRole('searchbox').fill('사과');
      await main.getByRole('button').click();
      await expect(page).toHaveURL('/products?q=%EC%82%AC%EA%B3%BC');

      await page.goto('/admin');
      await expect(main.getByRole('heading', { level: 1 })).toHaveText('볼 수 없는 화면이에요');
      await expect(page.getByRole('link', { name: '매출' })).toBeHidden();
      await main.getByRole('link', { name: '내 계정' }).click();
      await expect(page).toHaveURL('/account');
    });
  });
}

test('an answer of its own status leaves the next one on the connection alone', async ({
  page,
}) => {
  await signIn(page, ACCOUNTS.admin);
  for (const [path, status] of [
    ['/admin/nowhere', 404],
    ['/admin', 200],
    ['/orders/123456789', 404],
    ['/wallet', 200],
  ] as const) {
    expect((await page.request.get(path)).status(), path).toBe(status);
  }
});
