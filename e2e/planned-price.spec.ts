/** A price that is planned in the browser holds from its moment on, and its history is told. */

import { ACCOUNTS, expect, signIn } from './fixtures';
import { test, VISITS } from './support/operator';
import { makeProduct } from './support/sample';

for (const { name, prefix, javaScriptEnabled } of VISITS) {
  test.describe(name, () => {
    test.use({ javaScriptEnabled });

    test('a price is planned, shown as planned, and taken back', async ({ page, db }) => {
      const productId = await makeProduct(db);
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin/products/${productId}`);
      const save = page.getByRole('button', { name: /예약 저장|Save plan/ });
      const [price, from] = [
        page.locator('[name=plannedPrice]'),
        page.locator('[name=plannedFrom]'),
      ];
      await price.fill('12,500');
      await save.click();
      await expect(from).toHaveAttribute('aria-invalid', 'true');
      await expect(price).toHaveValue('12,500');
      await from.fill('2020-01-01T00:00');
      await save.click();
      await expect(page.locator('[data-error-summary]')).toContainText(/지난 시각|has passed/);
      await from.fill('2030-01-01T09:00');
      await save.click();
      await expect(page.getByRole('status')).toContainText(/예약을 저장|is saved/);
      await expect(page.locator('[data-price-change=planned]')).toContainText('12,500');
      const read = () =>
        db.sql`select price, planned_price, planned_from from products where id = ${productId}`;
      const [row] = await read();
      expect(row).toMatchObject({ price: 10_000, planned_price: 12_500 });
      expect(new Date(String(row?.planned_from)).toISOString()).toBe('2030-01-01T00:00:00.000Z');

      await price.fill('');
      await from.fill('');
      await save.click();
      await expect(page.locator('[data-price-change=unplanned]')).toBeVisible();
      expect((await read())[0]).toMatchObject({ planned_price: null, planned_from: null });

      // Both sides of a change name the field, also where it held nothing.
      await page.goto(`${prefix}/admin/audit?entity=product&id=${productId}`);
      const cells = page.locator('[data-audit]').first().locator('td');
      await expect(cells.nth(4)).toContainText(/예약 가격12,500원|planned price₩12,500/);
      await expect(cells.nth(5)).toContainText(/예약 가격\(없음\)|planned price\(nothing\)/);
    });

    test('its moment comes while a form is open: saving that form leaves the price alone', async ({
      page,
      db,
    }) => {
      const productId = await makeProduct(db);
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin/products/${productId}`);
      await page.locator('[name=descriptionEn]').fill('Sweeter.');
      // As a plan stands whose moment has just come.
      await db.sql`
        update products set planned_price = 7700, planned_from = now() where id = ${productId}`;
      await page.getByRole('button', { name: /미리보기|Preview/ }).click();
      await expect(page.getByRole('status')).toContainText(/아직 저장하지|Nothing is saved/);
      await page.getByRole('button', { name: /^(?:저장|Save)$/ }).click();
      await expect(page.getByRole('status')).toContainText(/저장했어요|Saved/);
      await expect(page.locator('[name=price]')).toHaveValue('7700');
      const [row] = await db.sql`
        select price, description_en from products where id = ${productId}`;
      expect(row).toEqual({ price: 7700, description_en: 'Sweeter.' });
    });
  });
}

test('once its moment has come, shoppers pay it', async ({ page, db }) => {
  const productId = await makeProduct(db);
  // As a plan stands whose moment has just come.
  const [row] = await db.sql<{ slug: string }[]>`
    update products set planned_price = 7700, planned_from = now() where id = ${productId}
    returning slug`;
  await page.goto(`/en/products/${row?.slug}`);
  await expect(page.locator('[data-price]').first()).toHaveAttribute('data-price', '7700');
  await signIn(page, ACCOUNTS.admin);
  await page.goto(`/en/admin/products/${productId}`);
  await expect(page.locator('[name=price]')).toHaveValue('7700');
  await expect(page.locator('[name=plannedPrice]')).toHaveValue('');
});
