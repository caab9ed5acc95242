/**
 * A press that nobody answers, or not with what it asked for: it never arrives, the browser is wrong about
 * its network, the session is over, the shop is newer than the page. Nothing is claimed that is not known,
 * and everything typed stays (interface.md: Unsure result, Offline).
 */

import type { Page } from '@playwright/test';
import { expect, expectAccessible } from './fixtures';
import { holdOutcome, loseForms, NETWORK_ERROR, runAheadTo } from './support/lost-answers';
import { enterWithCart, fillDelivery, readBooks, test } from './support/shopping';

const main = (page: Page) => page.locator('main');
const said = (page: Page) => main(page).getByRole('status');

test.beforeEach(({ allowConsole }) => allowConsole(NETWORK_ERROR));

// The browser's connection may stay open though nobody holds its other end any more.
for (const { lang, at, pay, nothing, stuck, reload } of [
  {
    lang: 'ko',
    at: '',
    pay: '10,000원 결제하기',
    nothing: '아직 결제하지 않았어요',
    stuck: '답이 오지 않고 있어요.',
    reload: '새로 고침',
  },
  {
    lang: 'en',
    at: '/en',
    pay: 'Pay ₩10,000',
    nothing: 'You have not been charged',
    stuck: 'No answer is coming.',
    reload: 'Reload',
  },
]) {
  test(`a press that never arrives and never fails leads to a page that can be pressed again (${lang})`, async ({
    page,
    db,
  }) => {
    await page.clock.install();
    const { account } = await enterWithCart(page, db, { balance: 50_000 });
    await page.goto(`${at}/checkout`);
    await fillDelivery(page);
    let held = 0;
    await page.route('**/checkout', async (route) => {
      if (route.request().method() !== 'POST' || held > 0) return route.fallback();
      held += 1;
    });
    await page.getByRole('button', { name: pay }).click();
    const notice = said(page).filter({ hasText: stuck });
    await runAheadTo(page, notice);
    await expect(notice).toContainText(nothing);
    await expectAccessible(page);
    await notice.getByRole('button', { name: reload }).click();
    await expect(notice).toHaveCount(0);
    await fillDelivery(page);
    await page.getByRole('button', { name: pay }).click();
    await expect(page).toHaveURL(/\/orders\/\d+\?placed=1$/);
    expect(held).toBe(1);
    expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
  });
}

// Some systems say for hours that there is no network, and are wrong.
test('a form that went out although the browser called itself offline is not said to be unsent', async ({
  page,
  db,
}) => {
  const { account } = await enterWithCart(page, db, { balance: 50_000 });
  await page.goto('/checkout');
  await fillDelivery(page);
  await page.evaluate(() => {
    const words = [false, true];
    Object.defineProperty(navigator, 'onLine', { get: () => words.shift() ?? true });
  });
  await loseForms(page, { reach: true });
  const release = await holdOutcome(page);
  await page.getByRole('button', { name: '10,000원 결제하기' }).click();
  await expect(said(page).filter({ hasText: '결제를 확인하고 있어요.' })).toBeVisible();
  release();
  await expect(page).toHaveURL(/\/orders\/\d+\?placed=again$/);
  expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
});

test('nor is it said so at once where the browser keeps calling itself offline', async ({
  page,
  db,
}) => {
  await page.clock.install();
  await enterWithCart(page, db, { balance: 50_000 });
  await page.goto('/checkout');
  await fillDelivery(page);
  await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
  await loseForms(page, { reach: false });
  const answered = page.waitForResponse('**/api/outcome?*');
  await page.getByRole('button', { name: '10,000원 결제하기' }).click();
  await expect(said(page).filter({ hasText: '저절로 결제되지 않아요.' })).toBeVisible();
  await answered;
  const notice = said(page).filter({ hasText: '아직 결제하지 않았어요' }).getByRole('button');
  // As long as a press may do something in the shop (`SETTLED_AFTER_MS` of its age rules).
  await page.clock.runFor(17_000);
  await expect(notice).toHaveCount(0);
  await runAheadTo(page, notice);
});

test('whoever was signed out meanwhile is told so, and nothing is claimed', async ({
  page,
  db,
}) => {
  const { account } = await enterWithCart(page, db, { balance: 50_000 });
  await page.goto('/checkout');
  await fillDelivery(page);
  await loseForms(page, { reach: true });
  const release = await holdOutcome(page);
  await page.getByRole('button', { name: '10,000원 결제하기' }).click();
  await expect(said(page).filter({ hasText: '결제를 확인하고 있어요.' })).toBeVisible();
  await db.sql`delete from sessions where user_id = ${account.id}`;
  release();
  const ended = main(page).getByRole('alert').filter({ hasText: '로그인이 끝났어요.' });
  await ended.getByRole('link', { name: '다시 로그인하기' }).click();
  await expect(page).toHaveURL('/sign-in?next=%2Fcheckout');
});

test('a page older than the shop says so in place of an error', async ({ page, db }) => {
  await enterWithCart(page, db, { balance: 50_000 });
  await page.goto('/checkout');
  await page.route('**/checkout', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 404, headers: { 'x-nextjs-action-not-found': '1' } })
      : route.fallback(),
  );
  await page.getByRole('button', { name: '10,000원 결제하기' }).click();
  const alert = main(page).getByRole('alert');
  await expect(alert).toContainText('그사이 장터가 새로워졌어요.');
  await page.unrouteAll();
  await alert.getByRole('button', { name: '새로 고침' }).click();
  await expect(alert).toHaveCount(0);
});

test('other forms keep what was typed too when the network fails', async ({
  page,
  context,
  db,
}) => {
  const { account } = await enterWithCart(page, db, { stock: 9 });
  await page.goto('/cart');
  await context.setOffline(true);
  await page.locator('[data-product] [type=submit]', { hasText: '빼기' }).click();
  const alert = main(page).getByRole('alert');
  await expect(alert).toContainText('인터넷에 연결되어 있지 않아요. 아무것도 보내지 않았으니');
  await expect(page.locator('[data-product]')).toHaveCount(1);
  await context.setOffline(false);
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.fill('[name=email]', account.email);
  await page.fill('[name=password]', account.password);
  await loseForms(page, { reach: false });
  await page.locator('form:has([name=password]) [type=submit]').click();
  await expect(alert).toContainText('연결이 끊겨 결과를 알 수 없어요.');
  await expect(page.locator('[name=email]')).toHaveValue(account.email);
});
