/** Forms of the back office with something wrong in them: axe finds nothing, and keys are enough. */

import type { Locator, Page } from '@playwright/test';
import { ACCOUNTS, expect, expectAccessible, signIn } from './fixtures';
import { test } from './support/operator';
import { makeProduct, makeShopper } from './support/sample';

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };
/** More steps than the page of a product's stock has before its form. */
const MOST_STEPS = 60;

test.use({ viewport: WIDE, colorScheme: 'light' });
test.describe.configure({ timeout: 180_000 });

interface Rows {
  productId: number;
  customerId: number;
}

const pressWith = (field: string) => async (page: Page) => {
  await page.locator(`form:has([name=${field}]) [type=submit]`).first().click();
  await expect(page.locator('[data-error-summary]')).toBeFocused();
};

const STATES: Record<
  string,
  { path: (rows: Rows) => string; enter: (page: Page) => Promise<void> }
> = {
  'a restock with nothing filled in': {
    path: ({ productId }) => `/admin/stock/${productId}`,
    enter: pressWith('delta'),
  },
  'a product with nothing filled in': {
    path: () => '/admin/products/new',
    enter: pressWith('nameKo'),
  },
  'a coupon with nothing filled in': {
    path: () => '/admin/coupons/new',
    enter: pressWith('code'),
  },
  'an adjustment of more than the wallet holds': {
    path: ({ customerId }) => `/admin/customers/${customerId}`,
    async enter(page) {
      const form = page.locator('form:has([name=reason])');
      await form.locator('[name=amount]').fill('-12,001');
      await form.locator('[name=reason]').fill('늦은 배송 사과');
      await form.locator('[type=submit]').first().click();
      await expect(form.getByRole('alert')).toContainText('12,000');
    },
  },
};

for (const [state, { path, enter }] of Object.entries(STATES)) {
  test(`${state} is accessible in both languages and themes`, async ({ page, db }) => {
    const rows = {
      productId: await makeProduct(db),
      customerId: await makeShopper(db, { balance: 12_000 }),
    };
    await signIn(page, ACCOUNTS.admin);
    for (const at of ['', '/en']) {
      await page.goto(at + path(rows));
      await enter(page);
      await expectAccessible(page);
      await page.setViewportSize(NARROW);
      await page.evaluate(() => {
        document.documentElement.dataset.theme = 'dark';
      });
      await expectAccessible(page, true);
      await page.setViewportSize(WIDE);
    }
  });
}

/** Presses Tab until an element has focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} is not reached by the Tab key`);
}

test('stock is filled up by keys alone, past an error that is mended', async ({ page, db }) => {
  const productId = await makeProduct(db, { quantity: 3 });
  await signIn(page, ACCOUNTS.admin);
  await page.goto(`/admin/stock/${productId}`);
  const form = page.locator('form:has([name=delta])');
  const delta = form.locator('[name=delta]');
  const submit = form.locator('[type=submit]');
  await tabTo(page, submit);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-error-summary]')).toBeFocused();
  // The list of errors leads to the first field that needs mending.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(delta).toBeFocused();
  await page.keyboard.type('20');
  await page.keyboard.press('Tab');
  await expect(form.locator('[name=reason]')).toBeFocused();
  await page.keyboard.type('새로 들어왔어요');
  await expect(delta).not.toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('status')).toBeVisible();
  const [row] = await db.sql<{ quantity: number }[]>`
    select quantity from stock where product_id = ${productId}`;
  expect(row?.quantity).toBe(23);
});
