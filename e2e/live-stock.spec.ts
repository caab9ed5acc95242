/** Stock on open pages (interface.md: check 6): pushed, asked for where nothing comes through. */

import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { expect } from './fixtures';
import { correctStock, fillCart, makeShopper, press, succeeded } from './support/sample';
import { startShop } from './support/shop';
import { enterWithCart, expectFigures, ownProduct, test } from './support/shopping';

const STREAM = '/api/stock/stream';
const MOST_OF_AN_ADDRESS = 20;

/** Somebody else buys, in another process. */
async function sellElsewhere(
  db: Parameters<typeof fillCart>[0],
  productId: number,
  quantity: number,
) {
  const userId = await makeShopper(db, { balance: 10_000_000 });
  await fillCart(db, userId, [{ productId, quantity }]);
  succeeded(await press(db, userId, { now: new Date() }));
}

const shownStock = (page: Page) => page.getByRole('main').locator('article [data-stock]').first();

test('a sale elsewhere appears in an open product page within 3 s, pushed and not asked for', async ({
  page,
  db,
}) => {
  const { id, slug } = await ownProduct(db, { quantity: 8 });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/stock?')) asked.push(request.url());
  });
  await page.clock.install();
  const opened = page.waitForResponse((response) => response.url().includes(STREAM));
  await page.goto(`/products/${slug}`);
  expect((await opened).headers()).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
  });
  await expect(shownStock(page)).toHaveAttribute('data-stock', '8');
  await sellElsewhere(db, id, 5);
  await expect(shownStock(page)).toHaveText('3개 남음', { timeout: 3_000 });
  await expect(page.locator('[data-most]')).toHaveText('지금 3개까지 살 수 있어요');
  // A page asks while its stream is being opened, and no more once it has pushed.
  const before = [...asked];
  await correctStock(db, id, 0);
  await expect(page.getByRole('button', { name: '품절' })).toBeDisabled({ timeout: 3_000 });
  await correctStock(db, id, 2);
  await expect(shownStock(page)).toHaveText('2개 남음', { timeout: 3_000 });
  await page.clock.runFor(5_000);
  expect(asked).toEqual(before);
});

for (const { what, held } of [
  { what: 'the button', held: (page: Page) => page.getByRole('button', { name: '바로 구매' }) },
  { what: 'the quantity', held: (page: Page) => page.getByRole('spinbutton', { name: '수량' }) },
  { what: 'the plus', held: (page: Page) => page.getByRole('button', { name: '하나 더하기' }) },
]) {
  test(`whoever has the focus on ${what} of what sells out has it on the reason, and is offered others`, async ({
    page,
    db,
  }) => {
    await ownProduct(db);
    const { id, slug } = await ownProduct(db, { quantity: 3 });
    const opened = page.waitForResponse((response) => response.url().includes(STREAM));
    await page.goto(`/products/${slug}`);
    await opened;
    await held(page).focus();
    const focused = page.locator(':focus');
    await correctStock(db, id, 0);
    await expect(focused.getByRole('status')).toContainText('지금은 품절이에요.', {
      timeout: 3_000,
    });
    await page.keyboard.press('Tab');
    await expect(focused).toHaveText('비슷한 상품 보기');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '비슷한 상품' })).toBeInViewport();
    // It can be bought again: the link goes, not the focus.
    await page.keyboard.press('Shift+Tab');
    await correctStock(db, id, 3);
    await expect(held(page)).toBeEnabled({ timeout: 3_000 });
    await expect(focused).toHaveText('3개 남음');
  });
}

test('where no stream comes through, an open page asks', async ({ page, db, allowConsole }) => {
  allowConsole(/status of 503/);
  const { id, slug } = await ownProduct(db, { quantity: 8 });
  await page.route(`**${STREAM}*`, (route) => route.fulfill({ status: 503 }));
  await page.goto(`/products/${slug}`);
  await page.waitForResponse((response) => response.url().includes('/api/stock?'));
  await correctStock(db, id, 4);
  await expect(shownStock(page)).toHaveText('4개 남음', { timeout: 3_000 });
});

test('a page out of sight holds no stream; in sight again it knows the present stock', async ({
  page,
  db,
}) => {
  const { id, slug } = await ownProduct(db, { quantity: 8 });
  const opened = page.waitForResponse((response) => response.url().includes(STREAM));
  await page.goto(`/products/${slug}`);
  await opened;
  const show = (visibilityState: string) =>
    page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, visibilityState);
  const closed = page.waitForEvent('requestfailed', (request) => request.url().includes(STREAM));
  await show('hidden');
  await closed;
  await correctStock(db, id, 1);
  await show('visible');
  await expect(shownStock(page)).toHaveText('1개 남음', { timeout: 3_000 });
});

test('of the tabs of a browser one streams and the others ask, so that none keeps another waiting', async ({
  page,
  context,
  db,
}) => {
  const { id, slug } = await ownProduct(db, { quantity: 8 });
  const streams: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes(STREAM)) streams.push(request.url());
  });
  const opened = page.waitForResponse((response) => response.url().includes(STREAM));
  await page.goto(`/products/${slug}`);
  await opened;
  // One more than a browser has connections to a shop.
  const others: Page[] = [];
  for (let tab = 0; tab < 6; tab++) {
    const other = await context.newPage();
    const asked = other.waitForResponse((response) => response.url().includes('/api/stock?'));
    await other.goto(`/products/${slug}`);
    await asked;
    others.push(other);
  }
  const all = (left: string) =>
    Promise.all(others.map((tab) => expect(shownStock(tab)).toHaveText(left, { timeout: 3_000 })));
  await sellElsewhere(db, id, 5);
  await Promise.all([
    expect(shownStock(page)).toHaveText('3개 남음', { timeout: 3_000 }),
    all('3개 남음'),
  ]);
  expect(streams).toHaveLength(1);

  // Its place is taken.
  const next = context.waitForEvent('request', (request) => request.url().includes(STREAM));
  await page.close();
  await next;
  await correctStock(db, id, 4);
  await all('4개 남음');
  expect(streams).toHaveLength(2);
});

test('stock sold elsewhere stands at its line of an open cart', async ({ page, db }) => {
  const { product } = await enterWithCart(page, db, { quantity: 5, stock: 9 });
  const opened = page.waitForResponse((response) => response.url().includes(STREAM));
  await page.goto('/cart');
  await opened;
  const line = page.locator(`[data-product="${product.slug}"]`);
  await expect(line).toBeVisible();
  await sellElsewhere(db, product.id, 6);
  await expect(line).toContainText('3개', { timeout: 3_000 });
  await expectFigures(page, { total: 50_000 });
  await correctStock(db, product.id, 0);
  await expectFigures(page, { total: 0 });
  await expect(line).toContainText('지금은 품절이라');
});

test('balance and cart count follow in the other tabs of a browser', async ({ page, db }) => {
  const { product } = await enterWithCart(page, db, { balance: 70_000, quantity: 2 });
  const count = (tab: Page) => tab.getByRole('banner').locator('.count-badge');
  await page.goto('/guide');
  await expect(count(page)).toHaveText('2');
  const other = await page.context().newPage();
  await other.goto(`/products/${product.slug}`);
  await other.getByRole('button', { name: '장바구니에 담기' }).click();
  await expect(other.getByText('장바구니에 담았어요')).toBeVisible();
  await expect(count(page)).toHaveText('3');
  const balance = page.getByRole('banner').locator('[data-balance]');
  await expect(balance).toHaveText('70,000원');
  await other.goto('/wallet');
  await other.fill('[name=amount]', '5000');
  await other.getByRole('button', { name: '충전하기', exact: true }).click();
  await expect(balance).toHaveText('75,000원');
});

test('streams are refused in words, bounded an address, and free again once left', async ({
  shop,
  db,
}) => {
  const { id } = await ownProduct(db);
  const address = `${shop.url}${STREAM}?ids=${id}`;
  for (const ids of ['', 'abc', '1,,2', Array.from({ length: 101 }, (_, i) => i + 1).join()]) {
    const refused = await fetch(`${shop.url}${STREAM}?ids=${ids}`);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toHaveProperty('error');
  }
  // Those of pages that were just left may still be counted.
  await expect(async () => {
    const leave = new AbortController();
    const open = () => fetch(address, { signal: leave.signal });
    try {
      const streams = await Promise.all(Array.from({ length: MOST_OF_AN_ADDRESS }, open));
      expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
      const tooMany = await open();
      expect([tooMany.status, tooMany.headers.get('retry-after')]).toEqual([429, '30']);
    } finally {
      leave.abort();
    }
  }).toPass();
  await expect
    .poll(async () => {
      const again = await fetch(address);
      await again.body?.cancel();
      return again.status;
    })
    .toBe(200);
});

test('open streams hold up no shop that is told to stop', async ({ shop, db }) => {
  const { id } = await ownProduct(db);
  const other = await startShop(new URL(shop.databaseUrl).pathname.slice(1));
  const stream = await fetch(`${other.url}${STREAM}?ids=${id}`);
  const reader = stream.body?.getReader();
  await reader?.read();
  const ended = once(other.process, 'exit');
  const from = performance.now();
  other.process.kill('SIGTERM');
  expect((await ended)[0]).toBe(143);
  // Five seconds would be a kept-alive connection running out.
  expect(performance.now() - from).toBeLessThan(4_000);
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    expect(part.value.length).toBeGreaterThan(0);
  }
});
