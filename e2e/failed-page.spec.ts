/** A page that fails says so to a browser without scripts, under the code of the log. */

import { expect, signIn } from './fixtures';
import { startShop } from './support/shop';
import { makeAccount, test } from './support/shopping';
import { startTcpProxy } from './support/tcp-proxy';

test.use({ javaScriptEnabled: false });

test('without scripts a page that failed has words, a code and a way to ask again', async ({
  page,
  shop,
  db,
  allowConsole,
}) => {
  allowConsole(/50[03]|asked another host/);
  const proxy = await startTcpProxy(shop.databaseUrl);
  const name = new URL(shop.databaseUrl).pathname.slice(1);
  const other = await startShop(name, { DATABASE_URL: proxy.through(shop.databaseUrl) });
  try {
    await signIn(page, await makeAccount(db));
    const main = page.locator('main');
    for (const { at, title, code, retry } of [
      { at: '', title: '화면을 불러오지 못했어요', code: '오류 코드', retry: '다시 시도' },
      { at: '/en', title: 'This page didn’t load', code: 'Error code', retry: 'Try again' },
    ]) {
      for (const path of ['/products?q=%EC%B0%A8', '/wallet?kind=top_up']) {
        proxy.set({ cut: { at: 'send', when: () => true } });
        const address = `${other.url}${at}${path}`;
        expect((await page.goto(address))?.status()).toBe(503);
        await expect(main.getByRole('heading', { level: 1 })).toHaveText(title);
        await expect(main).toContainText(code);
        await expect(main.locator('code')).toHaveText(/^\S{6,}$/);
        proxy.restore();
        await main.getByRole('link', { name: retry }).click();
        await expect(page).toHaveURL(address);
        await expect(page.getByRole('contentinfo')).toBeVisible();
      }
    }
  } finally {
    await other.stop();
    await proxy.close();
  }
});
