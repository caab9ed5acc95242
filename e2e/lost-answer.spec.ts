/**
 * A press whose answer is lost on the way there or back, breaks off, or is long in coming: the page finds
 * out what happened. One charge and one order at most, everything typed stays, nothing is sent again by
 * itself (interface.md: Unsure result). Presses that nobody answers: no-answer.spec.ts.
 */

import type { Page } from '@playwright/test';
import { expect, signIn } from './fixtures';
import {
  holdOutcome,
  loseDatabaseAtCommit,
  loseForms,
  NETWORK_ERROR,
  openFragileWay,
  runAheadTo,
} from './support/lost-answers';
import { DELIVERY } from './support/sample';
import { startShop } from './support/shop';
import { enterWithCart, fillDelivery, makeAccount, readBooks, test } from './support/shopping';
import { startTcpProxy } from './support/tcp-proxy';

const main = (page: Page) => page.locator('main');
const said = (page: Page) => main(page).getByRole('status');

test.beforeEach(({ allowConsole }) => allowConsole(NETWORK_ERROR));

const CHECKOUT = [
  {
    lang: 'ko',
    at: '',
    pay: '10,000원 결제하기',
    checking: '결제를 확인하고 있어요. 다시 눌러도 두 번 결제하지 않아요.',
    again: '이미 마친 주문이에요.',
    once: '10,000원을 한 번만 결제했고, 결제한 뒤 잔액은 40,000원이었어요.',
  },
  {
    lang: 'en',
    at: '/en',
    pay: 'Pay ₩10,000',
    checking: 'Checking your payment. Pressing again will not charge twice.',
    again: 'This order is already done.',
    once: 'You paid ₩10,000 once; the balance after it was ₩40,000.',
  },
];

for (const { lang, at, ...texts } of CHECKOUT) {
  test(`an order whose answer is lost on the way is found again, once (${lang})`, async ({
    page,
    db,
  }) => {
    const { account } = await enterWithCart(page, db, { balance: 50_000 });
    await page.goto(`${at}/checkout`);
    await fillDelivery(page);
    const lost = await loseForms(page, { reach: true });
    const release = await holdOutcome(page);
    await page.getByRole('button', { name: texts.pay }).click();

    await expect(said(page).filter({ hasText: texts.checking })).toBeVisible();
    await expect(page.locator(':focus')).toContainText(texts.checking);
    for (const [name, value] of Object.entries(DELIVERY)) {
      await expect(page.locator(`[name=${name}]`)).toHaveValue(value);
    }
    release();
    await expect(page).toHaveURL(/\/orders\/\d+\?placed=again$/);
    await expect(said(page)).toContainText(texts.again);
    await expect(said(page)).toContainText(texts.once);
    expect(lost()).toBe(1);
    expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
  });
}

test('an order lost before it was sent is told apart, and the same button pays it', async ({
  page,
  db,
}) => {
  await page.clock.install();
  const { account } = await enterWithCart(page, db, { balance: 50_000 });
  await page.goto('/checkout');
  await fillDelivery(page);
  await loseForms(page, { reach: false });
  await page.getByRole('button', { name: '10,000원 결제하기' }).click();
  await expect(said(page).filter({ hasText: '결제를 확인하고 있어요.' })).toBeVisible();
  await page.unrouteAll();
  const notice = said(page).filter({ hasText: '아직 결제하지 않았어요' });
  await runAheadTo(page, notice);
  expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 50_000 });
  // The Enter key in a field still pays nothing.
  await page.locator('[name=recipient]').press('Enter');
  await expect(notice).toHaveCount(0);
  expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 50_000 });
  await page.getByRole('button', { name: '10,000원 결제하기' }).click();
  await expect(page).toHaveURL(/\/orders\/\d+\?placed=1$/);
  expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
});

test('an answer that is long in coming does not leave the shopper waiting', async ({
  page,
  db,
}) => {
  const { account } = await enterWithCart(page, db, { balance: 50_000 });
  await page.goto('/checkout');
  await fillDelivery(page);
  await page.route('**/checkout', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    // It reached the shop, and no answer ever comes.
    await route.fetch({ maxRedirects: 0 });
  });
  const release = await holdOutcome(page);
  await page.getByRole('button', { name: '10,000원 결제하기' }).click();
  const checking = said(page).filter({ hasText: '결제를 확인하고 있어요.' });
  await expect(checking).toBeVisible({ timeout: 20_000 });
  release();
  await expect(page).toHaveURL(/\/orders\/\d+\?placed=again$/);
  expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
});

test('a top-up whose answer is lost is found again, also by reloading, and leads on to the payment', async ({
  page,
  db,
}) => {
  const account = await makeAccount(db);
  await signIn(page, account);
  await page.goto('/wallet?next=/checkout');
  await page.fill('[name=amount]', '10000');
  const lost = await loseForms(page, { reach: true });
  const release = await holdOutcome(page);
  await page.getByRole('button', { name: '충전하기', exact: true }).click();
  const checking = said(page).filter({ hasText: '충전을 확인하고 있어요. 다시 눌러도 두 번' });
  await expect(checking).toBeVisible();
  await expect(page.locator('[name=amount]')).toHaveValue('10000');

  await page.reload();
  await expect(said(page)).toContainText('이미 마친 충전이에요. 10,000원을 한 번만 충전했어요.');
  await expect(page.locator('[name=amount]')).toHaveValue('');
  await page.fill('[name=amount]', '20000');
  await page.getByRole('button', { name: '충전하기', exact: true }).click();
  await expect(checking).toBeVisible();
  release();
  await expect(page).toHaveURL('/wallet?topped=2&again=1&next=%2Fcheckout');
  await expect(said(page)).toContainText('이미 마친 충전이에요. 20,000원을 한 번만 충전했어요.');
  await expect(main(page).getByRole('link', { name: '결제 계속하기' })).toBeVisible();
  expect(lost()).toBe(2);
  expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 2, balance: 30_000 });
});

test('a cancelled order whose answer is lost is shown as cancelled', async ({ page, db }) => {
  const { account } = await enterWithCart(page, db, { balance: 50_000 });
  await page.goto('/checkout');
  await fillDelivery(page);
  await page.getByRole('button', { name: '10,000원 결제하기' }).click();
  await page.getByText('주문 취소하기').click();
  await loseForms(page, { reach: true });
  await page.getByRole('button', { name: '10,000원 돌려받고 취소하기' }).click();
  await expect(page).toHaveURL(/\?cancelled=again$/);
  await expect(said(page)).toContainText('이미 취소한 주문이에요.');
  expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 3, balance: 50_000 });
});

// Before its head is through, before its first word about the page, and deep in the receipt.
for (const bytes of [40, 900, 6_000]) {
  test(`an answer that breaks off after ${bytes} bytes leads to the receipt all the same`, async ({
    page,
    shop,
    db,
    allowConsole,
  }) => {
    const way = await openFragileWay(shop.url);
    allowConsole(new RegExp(`asked another host: ${way.url}`));
    // React's word on an answer that ends in the middle of the page.
    allowConsole(/TypeError: network error/);
    const { account } = await enterWithCart(page, db, { balance: 50_000 });
    await page.goto(`${way.url}/checkout`, { waitUntil: 'networkidle' });
    await fillDelivery(page);
    way.breakOff(bytes);
    await page.getByRole('button', { name: '10,000원 결제하기' }).click();
    await expect(page).toHaveURL(/\/orders\/\d+\?placed=/);
    await expect(said(page)).toContainText(/주문을 마쳤어요|이미 마친 주문이에요/);
    expect(way.broken()).toBe(1);
    expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
    await way.close();
  });
}

test('with the database gone in the middle of a payment the page checks, and finds it when it is back', async ({
  page,
  shop,
  db,
  allowConsole,
}) => {
  const proxy = await startTcpProxy(shop.databaseUrl);
  const name = new URL(shop.databaseUrl).pathname.slice(1);
  const other = await startShop(name, { DATABASE_URL: proxy.through(shop.databaseUrl) });
  allowConsole(new RegExp(`asked another host: ${other.url}`));
  const { account } = await enterWithCart(page, db, { balance: 50_000 });
  await page.goto(`${other.url}/checkout`);
  await fillDelivery(page);
  await loseDatabaseAtCommit(proxy, db, account.id, () =>
    page.getByRole('button', { name: '10,000원 결제하기' }).click(),
  );
  await expect(said(page).filter({ hasText: '결제를 확인하고 있어요.' })).toBeVisible({
    timeout: 30_000,
  });
  expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
  await expect(page.locator('[name=address]')).toHaveValue(DELIVERY.address);
  proxy.restore();
  await expect(page).toHaveURL(/\/orders\/\d+\?placed=again$/, { timeout: 30_000 });
  await expect(said(page)).toContainText('이미 마친 주문이에요.');
  expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
  await other.stop();
  await proxy.close();
});
