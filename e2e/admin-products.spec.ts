/** Products as an operator makes and edits them, and what a shopper then sees. */

import { ACCOUNTS, expect, signIn } from './fixtures';
import { ownWord, test, VISITS } from './support/operator';
import { makeProduct, makeShopper } from './support/sample';

for (const { name, prefix, javaScriptEnabled } of VISITS) {
  test.describe(name, () => {
    test.use({ javaScriptEnabled });
    const press = (text: RegExp) => ({ name: text, exact: true }) as const;

    test('a product is made, looked at, put on sale and found by a shopper', async ({
      page,
      browser,
      shop,
      db,
    }) => {
      const slug = ownWord();
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin/products/new`);
      await page.locator('[name=nameKo]').fill(`한라봉 ${slug}`);
      await page.locator('[name=nameEn]').fill(`Hallabong ${slug}`);
      await page.locator('[name=descriptionKo]').fill('향이 진해요.');
      await page.locator('[name=price]').fill('-3');
      await page.locator('[name=openingQuantity]').fill('5');
      await page.locator('[name=slug]').fill(slug);
      await page.locator('[name=art][value=tangerine]').check();
      await page.getByRole('button', press(/상품 만들기|Create product/)).click();

      // What is wrong stands at its field; what was typed stays.
      const summary = page.locator('[data-error-summary]');
      await expect(summary.getByRole('link')).toHaveCount(2);
      await expect(page.locator('[name=descriptionEn]')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('[name=price]')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('[name=price]')).toHaveValue('-3');
      await expect(page.locator('[name=nameKo]')).toHaveValue(`한라봉 ${slug}`);
      await expect(page.locator('[name=art][value=tangerine]')).toBeChecked();

      await page.locator('[name=descriptionEn]').fill('Full of scent.');
      await page.locator('[name=price]').fill('18,000원');
      if (!javaScriptEnabled) {
        await page.getByRole('button', press(/미리보기|Preview/)).click();
        await expect(page.getByRole('status')).toContainText(/아직 저장하지|Nothing is saved/);
      }
      const english = page.locator('[data-preview=en]');
      await expect(english.locator('[data-price]').first()).toHaveAttribute('data-price', '18000');
      await expect(english).toContainText(`Hallabong ${slug}`);
      await expect(english.locator('img').first()).toHaveAttribute('src', /tangerine/);
      await expect(english.locator('[data-stock]').first()).toHaveAttribute('data-stock', '5');
      await expect(page.locator('[data-preview=ko]')).toContainText('향이 진해요.');
      expect(await db.sql`select from products where slug = ${slug}`).toHaveLength(0);

      await page.getByRole('button', press(/상품 만들기|Create product/)).click();
      await page.waitForURL(/admin\/products\/\d+\?created/);
      await expect(page.getByRole('status')).toContainText(/보이지 않아요|do not see it yet/);
      const shopper = await browser.newContext({ baseURL: shop.url });
      expect((await shopper.request.get(`/en/products/${slug}`)).status()).toBe(404);

      await page.locator('[name=published]').selectOption('true');
      await page.getByRole('button', press(/^(?:저장|Save)$/)).click();
      await expect(page.getByRole('status').last()).toContainText(/저장했어요|Saved/);
      await expect(page.locator('[name=published]')).toHaveValue('true');
      await expect(async () => {
        const shown = await shopper.request.get(`/en/products/${slug}`);
        expect(await shown.text()).toContain('Full of scent.');
      }).toPass();
      await page.goto(`${prefix}/admin/audit`);
      const entries = page.locator('[data-audit="product.update"]');
      await expect(entries.first()).toContainText(/판매\s*예|on sale\s*yes/);
      await shopper.close();
    });

    test('who saves second is told what changed, keeps what was typed, and can save again', async ({
      page,
      db,
    }) => {
      const productId = await makeProduct(db, { published: false });
      const colleague = await makeShopper(db, { role: 'admin' });
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin/products/${productId}`);
      await page.locator('[name=nameEn]').fill('Golden apple');
      await page.locator('[name=descriptionEn]').fill('Mine.');
      await db.sql.begin(async (sql) => {
        await sql`update products set price = 12500, description_en = 'Theirs.', version = 2
          where id = ${productId}`;
        const before = { price: 10_000, descriptionEn: 'A crisp apple.' };
        const after = { price: 12_500, descriptionEn: 'Theirs.', version: 2 };
        await sql`insert into audit_log
          (actor_user_id, action, entity, entity_id, before, after, created_at)
          values (${colleague}, 'product.update', 'product', ${String(productId)},
            ${JSON.stringify(before)}::text::jsonb, ${JSON.stringify(after)}::text::jsonb, now())`;
      });

      // A preview draws the page anew without JavaScript, and saves over nothing either.
      await page.getByRole('button', press(/미리보기|Preview/)).click();
      await expect(page.getByRole('status')).toContainText(/아직 저장하지|Nothing is saved/);
      await page.getByRole('button', press(/^(?:저장|Save)$/)).click();
      const notice = page.getByRole('alert').filter({ hasText: '홍길동' });
      await expect(notice.locator('[data-changed=price]')).toContainText('12500');
      await expect(notice.locator('[data-changed=descriptionEn]')).toContainText('Theirs.');
      // Untouched fields show what stands now; touched ones what was typed.
      await expect(page.locator('[name=price]')).toHaveValue('12500');
      await expect(page.locator('[name=descriptionEn]')).toHaveValue('Mine.');
      await expect(page.locator('[name=nameEn]')).toHaveValue('Golden apple');
      const read = () => db.sql`
        select name_en, description_en, price from products where id = ${productId}`;
      expect(await read()).toEqual([
        { name_en: 'Apple', description_en: 'Theirs.', price: 12_500 },
      ]);

      await page.getByRole('button', press(/^(?:저장|Save)$/)).click();
      await expect(page.getByRole('status')).toContainText(/저장했어요|Saved/);
      expect(await read()).toEqual([
        { name_en: 'Golden apple', description_en: 'Mine.', price: 12_500 },
      ]);
    });
  });
}

test('the preview follows while one types', async ({ page, db }) => {
  const productId = await makeProduct(db);
  await signIn(page, ACCOUNTS.admin);
  await page.goto(`/en/admin/products/${productId}`);
  const english = page.locator('[data-preview=en]');
  await page.locator('[name=nameEn]').fill('Pear');
  await expect(english).toContainText('Pear');
  const price = page.locator('[name=price]');
  await price.fill('');
  await expect(english).toContainText('No price');
  // What would not be saved is shown as no price, in the words that saving it is refused with.
  for (const typed of ['abc', '100,000,001', '9999999999999999']) {
    await price.fill(typed);
    await expect(english).toContainText('A whole number from 0 to 100,000,000');
    await expect(english.locator('[data-price]')).toHaveCount(0);
  }
  await price.fill('100,000,000');
  await expect(english.locator('[data-price]').first()).toHaveAttribute('data-price', '100000000');
  await page.locator('[name=art][value=honey]').check();
  await expect(english.locator('img').first()).toHaveAttribute('src', /honey/);
  await expect(page.locator('[data-preview=ko]')).toContainText('사과');
});

test('a slug that is taken is said at its field', async ({ page, db }) => {
  const taken = ownWord();
  await makeProduct(db, { slug: taken });
  const productId = await makeProduct(db);
  await signIn(page, ACCOUNTS.admin);
  await page.goto(`/en/admin/products/${productId}`);
  await page.locator('[name=slug]').fill(taken);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('[name=slug]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name=slug]')).toHaveValue(taken);
});
