/**
 * What moved elsewhere in the same browser, or lies behind Back: orders are drawn anew, and where money is
 * moved the page says so and takes it in when asked to.
 */

import type { Page } from '@playwright/test';
import { expect, signIn } from './fixtures';
import {
  enterWithCart,
  expectFigures,
  fillDelivery,
  makeAccount,
  readBooks,
  test,
} from './support/shopping';

const update = (page: Page) => page.getByRole('button', { name: '이 화면에 반영하기' });
const topUpButton = (page: Page) => page.getByRole('button', { name: '충전하기', exact: true });

async function topUp(page: Page, amount: string): Promise<void> {
  await page.goto('/wallet');
  await page.fill('[name=amount]', amount);
  await topUpButton(page).click();
  await expect(page).toHaveURL(/topped=\d/);
}

test('a top-up is told on the wallet in the other tab and on the page that Back leads to, and comes in when asked for', async ({
  page,
  context,
  db,
}) => {
  const account = await makeAccount(db);
  await signIn(page, account);
  await page.goto('/wallet');
  await expect(page.locator('header [data-balance="0"]').first()).toBeVisible();
  const other = await context.newPage();
  await topUp(other, '50000');
  await expect(page.locator('main [role=status]')).toContainText('지금은 50,000원이에요');
  await update(page).click();
  await expectFigures(page, { balance: 50_000 });
  await expect(update(page)).toBeHidden();
  // The button is gone, the focus is not.
  await expect(page.getByRole('heading', { name: '지갑' })).toBeFocused();
  await expect(page.locator('main [data-entry]')).toHaveCount(1);
  // No form that was there before stands in the way of the next one.
  await page.fill('[name=amount]', '20000');
  await topUpButton(page).click();
  await expect(page).toHaveURL(/topped=\d/);
  await page.goBack();
  await expect(page).not.toHaveURL(/topped=/);
  await update(page).click();
  await expectFigures(page, { balance: 70_000 });
  await expect(page.locator('main [data-entry]')).toHaveCount(2);
  expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 2, balance: 70_000 });
});

test('a top-up elsewhere is told at the checkout, and comes in when asked for, with what was typed', async ({
  page,
  context,
  db,
}) => {
  const { account } = await enterWithCart(page, db);
  await page.goto('/checkout');
  await fillDelivery(page);
  const other = await context.newPage();
  await topUp(other, '50000');
  const note = page.locator('main [role=status]', { hasText: '지금은 50,000원이에요' });
  await expect(note).toBeVisible();
  // What stands on the page stays until it is asked for.
  await expectFigures(page, { balance: 0 });
  await note.getByRole('button', { name: '이 화면에 반영하기' }).click();
  await expectFigures(page, { balance: 50_000 });
  await expect(note).toBeHidden();
  await page.getByRole('button', { name: '10,000원 결제하기' }).click();
  await expect(page).toHaveURL(/\/orders\/\d+\?placed=1/);
  expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
});

test('Back after cancelling shows the order as it is', async ({ page, db }) => {
  await enterWithCart(page, db, { balance: 50_000 });
  await page.goto('/checkout');
  await fillDelivery(page);
  await page.getByRole('button', { name: '10,000원 결제하기' }).click();
  await expect(page).toHaveURL(/placed=1/);
  const main = page.locator('main');
  await main.getByText('주문 취소하기').click();
  await main.getByRole('button', { name: '10,000원 돌려받고 취소하기' }).click();
  await expect(page).toHaveURL(/cancelled=1/);
  await page.goBack();
  await expect(page).not.toHaveURL(/cancelled=/);
  await expect(main.getByText('취소됨', { exact: true })).toBeVisible();
  await expect(main.getByText('주문 취소하기')).toHaveCount(0);
});

test('signing out in one tab takes the wallet off the other', async ({ page, context, db }) => {
  await signIn(page, await makeAccount(db, { balance: 12_300 }));
  await page.goto('/wallet');
  await expectFigures(page, { balance: 12_300 });
  const other = await context.newPage();
  await other.goto('/account');
  await other.getByRole('button', { name: '로그아웃', exact: true }).click();
  await expect(other).toHaveURL('/');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(page.locator('body')).not.toContainText('12,300');
});
