/** Products, stock and coupons as an operator finds them among thousands. */

import { parse } from 'csv-parse/sync';
import { ACCOUNTS, expect, signIn } from './fixtures';
import { ownWord, test, VISITS } from './support/operator';
import { makeCoupon, makeProduct } from './support/sample';

for (const { name, prefix, javaScriptEnabled } of VISITS) {
  test.describe(name, () => {
    test.use({ javaScriptEnabled });

    test('products, stock and coupons are looked for, narrowed down and fetched as shown', async ({
      page,
      db,
    }) => {
      const word = ownWord();
      const shown = await makeProduct(db, { nameKo: `참외 ${word}`, quantity: 3 });
      const hidden = await makeProduct(db, { nameEn: `Melon ${word}`, published: false });
      const rows = page.locator('[data-product]');
      /** The numbers in the file that the page offers. */
      const fileOf = async (column: RegExp) => {
        const address = await page.locator('a[href*="/admin/export/"]').getAttribute('href');
        const file = await page.request.get(address ?? '');
        expect(file.status()).toBe(200);
        const lines: Record<string, string>[] = parse(await file.body(), {
          bom: true,
          columns: true,
        });
        const title = Object.keys(lines[0] ?? {}).find((key) => column.test(key)) ?? '';
        return lines.map((line) => line[title]);
      };
      const look = async (typed: string) => {
        await page.locator('[name=q]').fill(typed);
        await page.locator('form:has([name=q]) [type=submit]').click();
        await expect(page).toHaveURL(new RegExp(`q=${typed}`));
      };

      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin/products`);
      await expect(page.locator('[data-read-at]')).toBeVisible();
      await look(word);
      await expect(rows).toHaveCount(2);
      expect(await fileOf(/^(상품 번호|Product no\.)$/)).toEqual([String(shown), String(hidden)]);
      await page.getByRole('link', { name: /^(비공개|Hidden)$/ }).click();
      await expect(page).toHaveURL(/state=hidden/);
      await expect(rows).toHaveCount(1);
      await expect(rows).toHaveAttribute('data-product', String(hidden));
      expect(await fileOf(/^(상품 번호|Product no\.)$/)).toEqual([String(hidden)]);
      await page.reload();
      await expect(rows).toHaveCount(1);

      await page.goto(`${prefix}/admin/stock`);
      await page.getByRole('link', { name: /^(적음|Low)$/ }).click();
      await expect(page).toHaveURL(/level=low/);
      await look(word);
      await expect(page).toHaveURL(/level=low/);
      await expect(rows).toHaveCount(1);
      expect(await fileOf(/^(상품 번호|Product no\.)$/)).toEqual([String(shown)]);
      await rows.getByRole('link').first().click();
      await expect(page).toHaveURL(new RegExp(`/admin/products/${shown}$`));

      const code = word.toUpperCase();
      await makeCoupon(db, { code, endsAt: new Date('2099-01-01T00:00:00+09:00') });
      await makeCoupon(db, { code: `${code}-OFF`, enabled: false });
      await page.goto(`${prefix}/admin/coupons`);
      await look(word);
      await expect(page.locator('[data-coupon]')).toHaveCount(2);
      await page.getByRole('link', { name: /^(꺼 둠|Off|Switched off)$/ }).click();
      await expect(page.locator('[data-coupon]')).toHaveCount(1);
      expect(await fileOf(/^(쿠폰 코드|Coupon code)$/)).toEqual([`${code}-OFF`]);
      await page.locator('[data-coupon] a').first().click();
      await expect(page.locator('main [data-used="0"]')).toBeVisible();
    });
  });
}

test('what an address cannot say is said, and the file for it is refused', async ({ page }) => {
  await signIn(page, ACCOUNTS.admin);
  for (const [path, table, unread] of [
    ['/admin/products?state=x', 'products?state=x', 'state'],
    ['/admin/stock?level=9&level=low', 'products?level=9', 'level'],
    ['/admin/coupons?state=published', 'coupons?state=published', 'state'],
    ['/admin/coupons?q=a%00', 'coupons?q=a%00', 'q'],
  ] as const) {
    await page.goto(path);
    await expect(page.locator('[data-unread]')).toHaveAttribute('data-unread', unread);
    expect((await page.request.get(`/admin/export/${table}`)).status(), table).toBe(400);
  }
  await page.goto('/admin/products?q=%EC%97%86%EB%8A%94%20%EA%B2%83');
  await expect(page.getByText('찾는 상품이 없어요')).toBeVisible();
});

test('a button or link of a row is called by the words on it, and by its row', async ({
  page,
  db,
}) => {
  const word = ownWord();
  const named = await makeProduct(db, { nameKo: word, nameEn: word, quantity: 3 });
  const code = word.toUpperCase();
  await makeCoupon(db, { code, endsAt: new Date('2099-01-01T00:00:00+09:00') });
  await signIn(page, ACCOUNTS.admin);
  for (const [path, name, text] of [
    ['/en/admin/coupons', `Switch off ${code}`, 'Switch off'],
    ['/admin/coupons', `${code} 끄기`, '끄기'],
    ['/en/admin/stock', `Restock or correct: ${word}`, 'Restock or correct'],
    ['/admin/stock', `${word} 채우기·고치기`, '채우기·고치기'],
    ['/en/admin/products', `Stock of ${word}: 3`, '3'],
    ['/admin/products', `${word} 재고: 3`, '3'],
  ] as const) {
    await page.goto(`${path}?q=${word}`);
    const row = page.locator(`[data-product="${named}"], [data-coupon]`);
    await expect(row).toHaveCount(1);
    const control = row.getByRole('button').or(row.getByRole('link'));
    await expect(control.filter({ hasText: text }).last()).toHaveAccessibleName(name);
  }
});
