/** A spell without a network: said before and after the press, nothing sent, nothing debited later. */

import type { Page } from '@playwright/test';
import { expect, expectAccessible } from './fixtures';
import { NETWORK_ERROR, runAheadTo } from './support/lost-answers';
import { DELIVERY } from './support/sample';
import {
  enterWithCart,
  expectNoSidewaysScroll,
  fillDelivery,
  readBooks,
  test,
} from './support/shopping';

const main = (page: Page) => page.locator('main');
const said = (page: Page) => main(page).getByRole('status');

test.beforeEach(({ allowConsole }) => allowConsole(NETWORK_ERROR));

const CHECKOUT = [
  {
    lang: 'ko',
    at: '',
    pay: '10,000원 결제하기',
    notPaid: '아직 결제하지 않았어요',
    noNetwork: '지금은 인터넷에 연결되어 있지 않아요.',
    offline:
      '인터넷에 연결되어 있지 않아요. 아직 결제하지 않았고, 다시 연결되어도 저절로 결제되지 않아요.',
  },
  {
    lang: 'en',
    at: '/en',
    pay: 'Pay ₩10,000',
    notPaid: 'You have not been charged',
    noNetwork: 'You’re offline right now.',
    offline: 'You’re offline. You have not been charged, and won’t be by itself when you’re back.',
  },
];

for (const { lang, at, ...texts } of CHECKOUT) {
  test(`an offline spell sends nothing, says so, and debits nothing afterwards (${lang})`, async ({
    page,
    context,
    db,
  }) => {
    await page.clock.install();
    const { account } = await enterWithCart(page, db, { balance: 50_000 });
    await page.goto(`${at}/checkout`);
    await fillDelivery(page);
    const key = await page.locator('[name=idempotencyKey]').inputValue();
    await context.setOffline(true);
    await expect(main(page).getByText(texts.noNetwork)).toBeVisible();
    await page.getByRole('button', { name: texts.pay }).click();
    await expect(said(page).filter({ hasText: texts.offline })).toBeVisible();

    const posts: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
    await context.setOffline(false);
    const notice = said(page).filter({ hasText: texts.notPaid });
    await runAheadTo(page, notice);
    expect(posts).toEqual([]);
    expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 50_000 });

    await expect(page.locator('[name=address]')).toHaveValue(DELIVERY.address);
    await expect(page.locator('[name=idempotencyKey]')).toHaveValue(key);
    await notice.getByRole('button', { name: texts.pay }).click();
    await expect(page).toHaveURL(/\/orders\/\d+\?placed=1$/);
    expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
  });
}

test.describe('moving on', () => {
  test.use({ serviceWorkers: 'allow' });

  test('without a network there is a page that says so, in the language of the address and the chosen theme, and goes by itself', async ({
    page,
    context,
  }) => {
    for (const { at, title, theme, system, paper } of [
      {
        at: '',
        title: '인터넷에 연결되어 있지 않아요',
        theme: '밝은 화면과 어두운 화면 바꾸기',
        system: 'light',
        paper: 'rgb(14, 20, 19)',
      },
      {
        at: '/en',
        title: 'You’re offline',
        theme: 'Switch between light and dark',
        system: 'dark',
        paper: 'rgb(255, 255, 255)',
      },
    ] as const) {
      await page.goto(`${at}/guide`);
      await page.evaluate(() => navigator.serviceWorker.ready);
      // Another theme than the system's.
      await page.emulateMedia({ colorScheme: system });
      await page.getByRole('button', { name: theme }).click();
      await context.setOffline(true);
      for (const path of ['/cart', '/popular']) {
        await page.goto(`${at}${path}`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
        await expect(page).toHaveURL(`${at}${path}`);
        await expect(page.locator('body')).toHaveCSS('background-color', paper);
        await expectNoSidewaysScroll(page);
      }
      // The network comes while another page is on its way: that way goes on.
      await page.evaluate((other) => {
        location.assign(other);
        dispatchEvent(new Event('online'));
      }, `${at}/wallet`);
      await expect(page).toHaveURL(`${at}/wallet`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expectAccessible(page);
      await context.setOffline(false);
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(title);
      await expect(page.locator('html')).toHaveAttribute('lang', at === '' ? 'ko' : 'en');
    }
    // Nothing but that page was kept.
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toEqual(['/offline.html']);
  });
});
