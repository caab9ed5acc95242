/** A customer's wallet in the back office, and its adjustment with a second look. */

import type { Page } from '@playwright/test';
import type { Database } from '@/db/client';
import { ACCOUNTS, expect, signIn } from './fixtures';
import { ownWord, test, VISITS } from './support/operator';
import { fillCart, fillWallet, makeProduct, makeShopper, press, succeeded } from './support/sample';

/** A customer of a name of their own who has bought once. */
async function ownCustomer(db: Database, balance: number) {
  const name = ownWord();
  const userId = await makeShopper(db, { balance: balance + 10_000 });
  await db.sql`update users set name = ${name} where id = ${userId}`;
  await fillCart(db, userId, [{ productId: await makeProduct(db), quantity: 1 }]);
  const { orderId } = succeeded(await press(db, userId, { now: new Date() }));
  return { name, userId, orderId };
}

const balanceOf = (page: Page) => page.locator('main [data-balance]').first();
const press2 = (page: Page, name: RegExp) => page.getByRole('button', { name }).click();
const LOOK = /바뀔 잔액 보기|See the new balance/;
const CONFIRM = /^조정하기$|^Adjust$/;

async function look(page: Page, amount: string, reason = '늦은 배송 사과') {
  await page.locator('main [name=amount]').fill(amount);
  await page.locator('main [name=reason]').fill(reason);
  await press2(page, LOOK);
}

async function expectLook(page: Page, before: number, after: number) {
  await expect(page.locator('[data-look=before]')).toHaveAttribute('data-value', String(before));
  await expect(page.locator('[data-look=after]')).toHaveAttribute('data-value', String(after));
}

for (const { name: visit, prefix, javaScriptEnabled } of VISITS) {
  test.describe(visit, () => {
    test.use({ javaScriptEnabled });

    test('a wallet is adjusted after a second look, once, and everybody sees why', async ({
      page,
      db,
    }) => {
      const { name, userId, orderId } = await ownCustomer(db, 12_000);
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin/customers?q=${name.toUpperCase()}`);
      await page.getByRole('link', { name }).click();
      await page.waitForURL(`**/admin/customers/${userId}`);
      await expect(balanceOf(page)).toHaveAttribute('data-balance', '12000');
      await expect(page.locator('[data-entry]')).toHaveCount(2);
      await expect(page.locator(`[data-order="${orderId}"]`)).toBeVisible();

      await look(page, '영');
      await expect(page.locator('[data-error-summary]')).toBeVisible();
      await expect(page.locator('main [name=amount]')).toHaveValue('영');
      await look(page, '-12,001');
      await expect(page.locator('main').getByRole('alert')).toContainText('12,000');
      await look(page, '-2,000');
      await expectLook(page, 12_000, 10_000);
      await press2(page, /고치기|^Edit$/);
      await expect(page.locator('main [name=amount]')).toHaveValue('-2000');
      await look(page, '+3,000원');
      await expectLook(page, 12_000, 15_000);
      // Nothing was done so far; and the wallet moves before the press.
      expect(await entries(db, userId)).toEqual([22_000, -10_000]);
      await fillWallet(db, userId, 500);
      await press2(page, CONFIRM);
      await expect(page.locator('main').getByRole('alert')).toContainText('12,500');
      await expectLook(page, 12_500, 15_500);
      await press2(page, CONFIRM);
      await expect(page.locator('[data-adjusted]')).toHaveAttribute('data-adjusted', '4');
      await expect(page.locator('[data-adjusted]')).toContainText('15,500');
      await expect(balanceOf(page)).toHaveAttribute('data-balance', '15500');
      await expect(page.locator('[data-entry="4"]')).toContainText('늦은 배송 사과');
      await page.reload();
      expect(await entries(db, userId)).toEqual([22_000, -10_000, 500, 3_000]);

      await page.goto(`${prefix}/admin/audit`);
      const entry = page.locator('[data-audit="wallet.adjust"]').first();
      await expect(entry).toContainText('12,500');
      await expect(entry).toContainText('15,500');
      await expect(entry).toContainText('늦은 배송 사과');
    });
  });
}

test('the same press sent twice adjusts once and shows the first result', async ({ page, db }) => {
  const { userId } = await ownCustomer(db, 5_000);
  await signIn(page, ACCOUNTS.admin);
  await page.goto(`/admin/customers/${userId}`);
  await look(page, '1000');
  await expectLook(page, 5_000, 6_000);
  const address = page.url();
  const form = await page
    .locator('form:has([name=shownBalance]) [name]')
    .evaluateAll((fields) =>
      fields.map((field) => [field.getAttribute('name') ?? '', (field as HTMLInputElement).value]),
    );
  const key = form.find(([name]) => name === 'idempotencyKey')?.[1];
  await page.getByRole('button', { name: CONFIRM }).dblclick();
  await expect(page.locator('[data-adjusted]')).toBeVisible();
  expect(await entries(db, userId)).toEqual([15_000, -10_000, 1_000]);
  // Whoever has lost the answer is led to it.
  const outcome = await page.request.get(`/api/outcome?action=adjustment&key=${key}`);
  expect(await outcome.json()).toEqual({
    path: `/admin/customers/${userId}?adjusted=3&again=1`,
  });
  await page.goto(`${address}?adjusted=3&again=1`);
  await expect(page.locator('[data-adjusted]')).toHaveAttribute('data-again', 'true');
});

test('nobody is found by a name that nobody has, and odd addresses are answered', async ({
  page,
}) => {
  await signIn(page, ACCOUNTS.admin);
  await page.goto('/admin/customers?q=%25_%25');
  await expect(page.locator('[data-customer]')).toHaveCount(0);
  await page.goto('/admin/customers?q=a&q=b');
  await expect(page.locator('[data-unread]')).toHaveAttribute('data-unread', 'q');
  for (const id of ['999999999', 'x', '0', '-1']) {
    expect((await page.request.get(`/admin/customers/${id}`)).status(), id).toBe(404);
  }
});

async function entries(db: Database, userId: number): Promise<number[]> {
  const rows = await db.sql<{ amount: number }[]>`
    select amount from wallet_entries where user_id = ${userId} order by seq`;
  return rows.map(({ amount }) => amount);
}
