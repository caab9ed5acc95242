/**
 * The same press twice, however it comes about: double click, Back and press again, reload, two
 * tabs. One charge and one order, and whoever pressed sees the first result, marked as already done
 * (interface.md: check 12; spec.md: Idempotency).
 */

import type { BrowserContext, Page } from '@playwright/test';
import { expect, signIn } from './fixtures';
import { fillCart } from './support/sample';
import {
  addMoney,
  enterWithCart,
  expectFigures,
  fillDelivery,
  makeAccount,
  readBooks,
  test,
} from './support/shopping';

const main = (page: Page) => page.locator('main');
const said = (page: Page) => main(page).getByRole('status');
const topUp = (page: Page) => page.getByRole('button', { name: '충전하기', exact: true });

/** How many forms a page has sent since. */
function countForms(page: Page): () => number {
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST') sent += 1;
  });
  return () => sent;
}

/** The same page in another tab, as a browser duplicates one: the very same form. */
async function duplicate(context: BrowserContext, page: Page): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(page.url());
  const key = await page.locator('[name=idempotencyKey]').inputValue();
  await tab.locator('[name=idempotencyKey]').evaluate((input: HTMLInputElement, value) => {
    input.value = value;
  }, key);
  return tab;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a double click tops up and pays once', async ({ page, db }) => {
      const { account } = await enterWithCart(page, db);
      await page.goto('/wallet?next=/checkout');
      await page.fill('[name=amount]', '50000');
      const sent = countForms(page);
      await topUp(page).dblclick();
      await expect(page).toHaveURL(/topped=1/);
      await expectFigures(page, { balance: 50_000 });
      await main(page).getByRole('link', { name: '결제 계속하기' }).click();
      await fillDelivery(page);
      await page.getByRole('button', { name: '10,000원 결제하기' }).dblclick();
      await expect(page).toHaveURL(/\/orders\/\d+\?placed=/);
      if (javaScriptEnabled) expect(sent()).toBe(2);
      expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
    });

    test('a draft that outlives its order, as when the answer is lost, buys the next cart anew', async ({
      page,
      context,
      db,
    }) => {
      const { account, product } = await enterWithCart(page, db);
      await page.goto('/checkout');
      await fillDelivery(page);
      await page.getByRole('button', { name: '10,000원 결제하기' }).click();
      await expect(main(page).getByRole('alert').first()).toContainText('아직 결제하지 않았어요');
      await addMoney(db, account.id, 50_000);
      await page.goto('/checkout');
      const draft = await context.cookies();
      const key = page.locator('[name=idempotencyKey]');
      const first = await key.inputValue();
      await page.getByRole('button', { name: '10,000원 결제하기' }).click();
      await expect(page).toHaveURL(/\/orders\/\d+\?placed=1/);

      await context.addCookies(draft);
      await fillCart(db, account.id, [{ productId: product.id, quantity: 2 }]);
      await page.goto('/checkout');
      await expect(key).not.toHaveValue(first);
      await page.getByRole('button', { name: '20,000원 결제하기' }).click();
      await expect(page).toHaveURL(/\/orders\/\d+\?placed=1/);
      expect(await readBooks(db, account.id)).toEqual({ orders: 2, entries: 3, balance: 20_000 });
    });

    test('Back after a top-up and the same again: the first result, and a new one only on purpose', async ({
      page,
      db,
    }) => {
      const account = await makeAccount(db);
      await signIn(page, account);
      await page.goto('/wallet');
      await page.fill('[name=amount]', '10000');
      const key = await page.locator('[name=idempotencyKey]').inputValue();
      await topUp(page).click();
      await expect(said(page)).toContainText('10,000원을 충전했어요. 잔액 10,000원.');
      await page.reload();
      await expectFigures(page, { balance: 10_000 });

      await page.goBack();
      await expect(page).toHaveURL(/\/wallet(\?form=.*)?$/);
      await expect(page.locator('[name=amount]')).toHaveValue('');
      // Browsers that keep pages in memory show the old form again, with its key.
      await page.goto(`/wallet?form=${key}`);
      await expect(said(page)).toContainText(
        '이미 마친 충전이에요. 10,000원을 한 번만 충전했어요.',
      );
      await expect(said(page)).toContainText('더 충전하려면 아래에 금액을 적어 주세요.');
      expect(await page.locator('[name=idempotencyKey]').inputValue()).not.toBe(key);
      await page.fill('[name=amount]', '10000');
      await topUp(page).click();
      await expect(said(page)).toContainText('10,000원을 충전했어요. 잔액 20,000원.');
      expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 2, balance: 20_000 });
    });
  });
}

test('a top-up form kept by the browser adds once; another amount is refused and offered anew', async ({
  page,
  context,
  db,
}) => {
  const account = await makeAccount(db);
  await signIn(page, account);
  await page.goto('/wallet?next=/checkout');
  const same = await duplicate(context, page);
  const other = await duplicate(context, page);
  for (const tab of [page, same]) await tab.fill('[name=amount]', '10000');
  await other.fill('[name=amount]', '20,000');
  await Promise.all([topUp(page).click(), topUp(same).click()]);
  for (const tab of [page, same]) await expect(tab).toHaveURL(/topped=1/);
  const words = await Promise.all([page, same].map((tab) => said(tab).first().textContent()));
  expect(words.filter((text) => text?.includes('이미 마친 충전이에요.'))).toHaveLength(1);
  expect(words.filter((text) => text?.includes('10,000원을 충전했어요.'))).toHaveLength(1);

  await topUp(other).click();
  await expect(said(other)).toContainText('이 화면에서는 이미 10,000원을 충전했어요.');
  await expect(said(other)).toContainText('20,000원은 아직 충전하지 않았어요.');
  expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 10_000 });
  await expect(other.locator('[name=amount]')).toHaveValue('20000');
  await topUp(other).click();
  await expect(said(other)).toContainText('20,000원을 충전했어요. 잔액 30,000원.');
  await expect(main(other).getByRole('link', { name: '결제 계속하기' })).toBeVisible();
  expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 2, balance: 30_000 });
});

test('two tabs with one form, or with two, order the cart once', async ({ page, context, db }) => {
  const { account } = await enterWithCart(page, db, { balance: 50_000 });
  await page.goto('/en/checkout');
  const same = await duplicate(context, page);
  const fresh = await context.newPage();
  await fresh.goto('/en/checkout');
  const tabs = [page, same, fresh];
  for (const tab of tabs) await fillDelivery(tab);
  await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'Pay ₩10,000' }).click()));
  for (const tab of tabs) await expect(tab).toHaveURL(/\/en\/orders\/\d+\?placed=/);
  expect(new Set(tabs.map((tab) => new URL(tab.url()).pathname)).size).toBe(1);
  const titles = await Promise.all(tabs.map((tab) => said(tab).textContent()));
  expect(titles.filter((text) => text?.includes('Order placed.'))).toHaveLength(1);
  expect(titles.filter((text) => text?.includes('This order is already done.'))).toHaveLength(2);
  expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
});

test('a busy shop says that nothing changed, and the same button pays', async ({ page, db }) => {
  const { account } = await enterWithCart(page, db, { balance: 50_000 });
  await page.goto('/checkout');
  await fillDelivery(page);
  const pay = page.getByRole('button', { name: '10,000원 결제하기' });
  await db.sql.begin(async (tx) => {
    await tx`select 1 from wallets where user_id = ${account.id} for update`;
    await pay.click();
    const alert = main(page).getByRole('alert');
    await expect(alert).toContainText('아직 결제하지 않았어요');
    await expect(alert).toContainText('아무것도 바뀌지 않았으니 잠시 뒤에 다시 눌러 주세요.');
    await expect(page.getByText('결제를 확인하고 있어요.')).toHaveCount(0);
  });
  await pay.click();
  await expect(page).toHaveURL(/\/orders\/\d+\?placed=1$/);
  expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
});

test('whether a press did anything is told to whoever pressed, exactly and alone', async ({
  page,
  db,
}) => {
  const account = await makeAccount(db);
  const ask = (query: string) => page.request.get(`/api/outcome?${query}`);
  const key = '0f3c9a7b-e2d8-4516-a0d7-5f1e2d3c4b5a';
  expect((await ask(`action=top_up&key=${key}`)).status()).toBe(401);
  await signIn(page, account);
  await page.goto(`/wallet?form=${key}`);
  await page.fill('[name=amount]', '10000');
  await topUp(page).click();
  await expect(page).toHaveURL(/topped=1/);

  const known = await ask(`action=top_up&key=${key.toUpperCase()}`);
  expect(await known.json()).toEqual({ path: '/wallet?topped=1&again=1' });
  expect(known.headers()['cache-control']).toBe('private, no-store');
  for (const query of [`action=checkout&key=${key}`, 'action=cancel&orderId=1']) {
    expect(await (await ask(query)).json(), query).toEqual({ path: null });
  }
  for (const query of [
    '',
    'action=top_up',
    'action=top_up&key=1',
    `action=refund&key=${key}`,
    `action=top_up&key=${key}&key=${key}`,
    `action=top_up&key=${key}&userId=1`,
    'action=cancel&orderId=1.5',
    'action=cancel&orderId=9999999999999999',
    `action=top_up&key=${key}%00`,
  ]) {
    expect((await ask(query)).status(), query).toBe(400);
  }
  const crowd = Array.from({ length: 60 }, () => ask(`action=top_up&key=${key}`));
  const refused = (await Promise.all(crowd)).find((answer) => answer.status() === 429);
  expect(Number(refused?.headers()['retry-after'])).toBeGreaterThan(0);

  await page.context().clearCookies();
  await signIn(page, await makeAccount(db));
  expect(await (await ask(`action=top_up&key=${key}`)).json()).toEqual({ path: null });
});
