/** The dashboard that stays open: it draws itself anew without moving what one reads. */

import type { Page, Route } from '@playwright/test';
import type { Database } from '@/db/client';
import { ACCOUNTS, expect, signIn } from './fixtures';
import { createFormClient } from './support/form-client';
import { ownWord, test, VISITS } from './support/operator';
import { fillCart, makeProduct, makeShopper, press, succeeded } from './support/sample';
import { enterWithCart, fillDelivery, makeAccount, readBooks } from './support/shopping';

const PRICE = 12_900;
const HALF_A_MINUTE = 31_000;

/** A product of its own, and a way to sell one unit of it. */
async function ownProduct(db: Database) {
  const name = ownWord();
  const productId = await makeProduct(db, { price: PRICE, nameKo: name, nameEn: name });
  const buy = async () => {
    const userId = await makeShopper(db, { balance: PRICE });
    await fillCart(db, userId, [{ productId, quantity: 1 }]);
    succeeded(await press(db, userId, { now: new Date() }));
  };
  return { productId, name, buy };
}

/** Opens the dashboard of one product, whose clock the test moves on. */
async function openDashboard(page: Page, productId: number) {
  await signIn(page, ACCOUNTS.admin);
  await page.clock.install();
  await page.goto(`/admin?range=today&product=${productId}`);
  await expect(page.locator('[data-fresh=on]')).not.toBeEmpty();
  const orders = page.locator('[data-figure=orders]');
  await expect(orders).toHaveAttribute('data-value', '0');
  return orders;
}

test('a sale appears by itself, and what one reads, types and has opened stays', async ({
  page,
  db,
}) => {
  const { productId, buy } = await ownProduct(db);
  const orders = await openDashboard(page, productId);
  await page.locator('summary', { hasText: '기간과 조건' }).click();
  await page.locator('[data-table=wallet] > a').click();
  await expect(page.locator('[data-table=wallet] table')).toBeVisible();
  const field = page.locator('[name=coupon]');
  await field.fill('반쯤 적은');
  // What stands above grows: its first sale. What is being read must not move on the screen.
  const read = page.locator('[data-table=wallet] table');
  await read.scrollIntoViewIfNeeded();
  const before = await read.boundingBox();
  await buy();
  await page.clock.fastForward(HALF_A_MINUTE);
  await expect(orders).toHaveAttribute('data-value', '1');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('반쯤 적은');
  await expect(page.locator('[data-table=wallet] table')).toBeVisible();
  expect((await read.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
});

test('figures that were read ahead are drawn once, and by whoever had them read', async ({
  shop,
  db,
}) => {
  const { productId, buy } = await ownProduct(db);
  const query = `?range=today&product=${productId}`;
  const enter = async () => {
    const client = createFormClient(shop.url);
    await client.signIn(await makeAccount(db, { role: 'admin' }));
    return (path: string) =>
      fetch(`${shop.url}${path}`, { headers: { cookie: client.cookies.header() ?? '' } });
  };
  const [operator, colleague] = [await enter(), await enter()];
  const drawnFor = async (get: typeof operator) =>
    /data-figure="orders"[^>]*data-value="(\d+)"/.exec(
      await (await get(`/admin${query}`)).text(),
    )?.[1];
  expect((await operator(`/api/admin/sales${query}`)).status).toBe(204);
  await buy();
  expect(await drawnFor(operator)).toBe('0');
  expect(await drawnFor(operator)).toBe('1');
  expect((await operator(`/api/admin/sales${query}`)).status).toBe(204);
  await buy();
  expect(await drawnFor(colleague)).toBe('2');
});

test('it stands still in a hidden tab and, with all that is opened, once it is paused', async ({
  page,
  db,
}) => {
  const { productId, buy } = await ownProduct(db);
  const orders = await openDashboard(page, productId);
  // Read before every drawing anew.
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/admin/sales')) asked.push(request.url());
  });
  const show = (state: 'hidden' | 'visible') =>
    page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', {
        get: () => visibility,
        configurable: true,
      });
      window.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await show('hidden');
  await buy();
  await page.clock.fastForward(4 * HALF_A_MINUTE);
  expect(asked).toEqual([]);
  await show('visible');
  await expect(orders).toHaveAttribute('data-value', '1');

  const readAt = await page.locator('[data-as-of]').getAttribute('data-as-of');
  await page.getByRole('link', { name: '자동 새로 고침 멈추기' }).click();
  const resume = page.getByRole('link', { name: '자동 새로 고침 켜기' });
  await expect(resume).toBeFocused();
  await expect(page.locator('[data-fresh]')).toHaveCount(0);
  asked.length = 0;
  await buy();
  await page.clock.fastForward(4 * HALF_A_MINUTE);
  expect(asked).toEqual([]);
  // A table that is opened, and the rows behind a figure, are of the moment on the screen.
  await page.locator('[data-table=net-sales] > a').click();
  await expect(page.locator('[data-table=net-sales] table')).toBeVisible();
  await expect(page.locator('[data-as-of]')).toHaveAttribute('data-as-of', String(readAt));
  await expect(orders).toHaveAttribute('data-value', '1');
  await page.reload();
  await expect(orders).toHaveAttribute('data-value', '1');
  await resume.click();
  await expect(orders).toHaveAttribute('data-value', '2');
  await expect(page.locator('[data-fresh=on]')).not.toBeEmpty();
  await expect(page.locator('[data-table=net-sales] table')).toBeVisible();
});

for (const [failure, address, fail] of [
  [
    'the shop answers 503',
    '**/api/admin/sales?*',
    (route: Route) => route.fulfill({ status: 503 }),
  ],
  ['the network is cut', '**/*', (route: Route) => route.abort()],
] as const) {
  test(`while ${failure} the last figures stay, it says of when, and they come back`, async ({
    page,
    context,
    db,
    allowConsole,
  }) => {
    allowConsole(/Failed to load resource/);
    const { productId, buy } = await ownProduct(db);
    const orders = await openDashboard(page, productId);
    const readAt = await page.locator('[data-as-of]').textContent();
    const [time = 'no time'] = /\d\d:\d\d/.exec(readAt ?? '') ?? [];
    await page.route(address, fail);
    await context.setOffline(address === '**/*');
    await buy();
    // The second question is the first one's second try.
    await page.clock.fastForward(HALF_A_MINUTE);
    await page.clock.fastForward(HALF_A_MINUTE);
    const note = page.locator('[data-fresh=failed]');
    await expect(note).toContainText('마지막으로 읽은');
    await expect(note).toContainText(time);
    await expect(orders).toHaveAttribute('data-value', '0');
    await page.unroute(address);
    await context.setOffline(false);
    await page.clock.fastForward(HALF_A_MINUTE);
    await expect(orders).toHaveAttribute('data-value', '1');
    await expect(page.locator('[data-fresh=on]')).toBeVisible();
  });
}

for (const { name, prefix, javaScriptEnabled } of VISITS) {
  test.describe(name, () => {
    test.use({ javaScriptEnabled });

    test('a refused checkout is lost demand, and leads to the restock of what was short', async ({
      page,
      db,
    }) => {
      const word = ownWord();
      const productId = await makeProduct(db, {
        price: PRICE,
        quantity: 2,
        nameKo: word,
        nameEn: word,
      });
      const userId = await makeShopper(db, { balance: 100_000 });
      const early = await makeShopper(db, { balance: 100_000 });
      await fillCart(db, userId, [{ productId, quantity: 2 }]);
      await fillCart(db, early, [{ productId, quantity: 1 }]);
      succeeded(await press(db, early, { now: new Date() }));
      await press(db, userId, { now: new Date() });

      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin?range=today&product=${productId}`);
      await expect(page.locator('[data-figure=success]')).toHaveAttribute('data-value', '50');
      await page.locator('[data-figure=success] a').click();
      await page.waitForURL(/\/admin\/lost-demand\?range=today&product=/);
      const found = page.locator('[data-lost-attempts]');
      await expect(found).toHaveAttribute('data-lost-attempts', '1');
      await expect(found).toHaveAttribute('data-lost-won', String(2 * PRICE));
      // Another one since then: the rows are those that the figure was counted from.
      await press(db, userId, { now: new Date() });
      await page.locator('[data-chart=lost-reasons] [data-bar]').click();
      await page.waitForURL(/reason=SHORT_STOCK/);
      await expect(found).toHaveAttribute('data-lost-attempts', '1');
      await expect(page.locator('[data-attempt]')).toHaveCount(1);
      const row = page.locator(`[data-product="${productId}"]`);
      await expect(row.locator('[data-missing]')).toHaveAttribute('data-missing', '1');
      await row.getByRole('link', { name: /입고|Restock/ }).click();
      await page.waitForURL(`**${prefix}/admin/stock/${productId}`);
      await expect(page.locator('[name=delta]')).toBeVisible();
    });

    test('who was short of money, topped up and came back has lost the shop nothing', async ({
      page,
      shop,
      browser,
      db,
    }) => {
      const { account, product } = await enterWithCart(page, db, { balance: 2_900 });
      await page.goto('/checkout');
      await fillDelivery(page);
      await page.getByRole('button', { name: '10,000원 결제하기' }).click();
      await page.locator('main').getByRole('link', { name: '충전하고 돌아오기' }).click();
      await page.getByRole('button', { name: '충전하기', exact: true }).click();

      const operator = await (await browser.newContext({ baseURL: shop.url })).newPage();
      await signIn(operator, ACCOUNTS.admin);
      const success = operator.locator('[data-figure=success]');
      const found = operator.locator('[data-lost-attempts]');
      const look = async (percent: string, attempts: string) => {
        await operator.goto(`${prefix}/admin?range=today&product=${product.id}`);
        await expect(success).toHaveAttribute('data-value', percent);
        await success.getByRole('link').click();
        await expect(found).toHaveAttribute('data-lost-attempts', attempts);
      };
      await look('0', '1');
      await page.getByRole('link', { name: '결제 계속하기' }).click();
      await page.getByRole('button', { name: '10,000원 결제하기' }).click();
      await expect(page).toHaveURL(/\/orders\/\d+\?placed=1/);
      expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 3, balance: 0 });
      await look('100', '0');
      await operator.context().close();
    });

    test('wallet entries are the rows behind the liability', async ({ page, db }) => {
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin?range=today&table=wallet`);
      const opening = Number(await page.locator('[data-opening]').getAttribute('data-opening'));
      const closing = Number(await page.locator('[data-closing]').getAttribute('data-closing'));
      const [held] = await db.sql<{ won: number }[]>`
        select sum(balance)::bigint as won from wallets`;
      expect(closing).toBe(held?.won);
      await page.locator('[data-figure=liability] a').click();
      await page.waitForURL(/\/admin\/wallet-entries/);
      const sum = page.locator('[data-entries-sum]');
      await expect(sum).toHaveAttribute('data-entries-sum', String(closing - opening));
      await page.getByRole('link', { name: /^충전$|^Top-up$/ }).click();
      await page.waitForURL(/kind=top_up/);
      const kinds = await page
        .locator('[data-shop-entry] [data-amount]')
        .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-amount'))));
      expect(kinds.every((amount) => amount > 0)).toBe(true);
    });
  });
}
