/** Coupons as an operator makes and edits them, beside what shoppers would see of them. */

import { ACCOUNTS, expect, signIn } from './fixtures';
import { ownWord, test, VISITS } from './support/operator';
import {
  fillCart,
  makeCoupon,
  makeProduct,
  makeShopper,
  press,
  succeeded,
  takeCoupon,
} from './support/sample';

for (const { name, prefix, javaScriptEnabled } of VISITS) {
  test.describe(name, () => {
    test.use({ javaScriptEnabled });

    test('the example shows what shoppers would pay before the coupon is made', async ({
      page,
      db,
    }) => {
      const code = ownWord().toUpperCase();
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin/coupons/new`);
      await page.locator('[name=code]').fill(code.toLowerCase());
      await page.locator('[name=value]').fill('10');
      await page.locator('[name=cap]').fill('4,000원');
      await page.locator('[name=minSubtotal]').fill('₩20,000');
      if (!javaScriptEnabled) {
        await page.getByRole('button', { name: /예시 보기|Show examples/ }).click();
        await expect(page.getByRole('status')).toContainText(/아직 저장하지|Nothing is saved/);
      }
      const totals = page.locator('[data-example]');
      await expect(totals).toHaveCount(6);
      const pairs = await totals.evaluateAll((rows) =>
        rows.map((row) => [row.getAttribute('data-example'), row.getAttribute('data-total')]),
      );
      expect(pairs).toContainEqual(['19000', '19000']);
      expect(pairs).toContainEqual(['20000', '18000']);
      expect(pairs).toContainEqual(['50000', '46000']);
      await expect(page.locator('[data-example="30000"]')).toContainText(code);
      await expect(page.locator('[data-example="19000"]')).toContainText('1,000');
      expect(await db.sql`select from coupons where code = ${code}`).toHaveLength(0);

      await page.getByRole('button', { name: /쿠폰 만들기|Create coupon/ }).click();
      await expect(page.getByRole('status')).toContainText(code);
      expect(await db.sql`select from coupons where code = ${code}`).toHaveLength(1);
    });

    test('a limit is never lowered below what was used; the rest is edited and audited', async ({
      page,
      db,
    }) => {
      const day = 86_400_000;
      const { couponId, code } = await makeCoupon(db, {
        startsAt: new Date(Date.now() - day),
        endsAt: new Date(Date.now() + day),
      });
      const userId = await makeShopper(db, { balance: 100_000 });
      const orders: number[] = [];
      for (let i = 0; i < 2; i++) {
        await fillCart(db, userId, [{ productId: await makeProduct(db), quantity: 1 }]);
        const { orderId } = succeeded(
          await press(db, userId, { couponCode: code, now: new Date() }),
        );
        orders.push(orderId);
      }
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin/coupons/${couponId}`);
      for (const orderId of orders) {
        await expect(page.locator(`[data-redemption="${orderId}"]`)).toContainText('1,000');
      }
      const save = page.getByRole('button', { name: /저장|Save/ });
      await page.locator('[name=totalLimit]').fill('1');
      await save.click();
      await expect(page.locator('[name=totalLimit]')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('[data-error-summary]')).toContainText('2');
      await expect(page.locator('[name=totalLimit]')).toHaveValue('1');
      await page.locator('[name=totalLimit]').fill('2');
      await page.locator('[name=perShopperLimit]').fill('1');
      await save.click();
      await expect(page.locator('[name=perShopperLimit]')).toHaveAttribute('aria-invalid', 'true');
      await page.locator('[name=perShopperLimit]').fill('');
      await page.locator('[name=endsAt]').fill('2097-01-31T23:59');
      await save.click();
      await expect(page.getByRole('status')).toContainText(/저장했어요|saved/);
      const [row] = await db.sql<{ ends_at: string; total_limit: number }[]>`
        select ends_at, total_limit from coupons join coupon_usage on coupon_id = id
        where id = ${couponId}`;
      expect(row?.total_limit).toBe(2);
      expect(new Date(row?.ends_at ?? '').toISOString()).toBe('2097-01-31T14:59:00.000Z');
      await page.goto(`${prefix}/admin/audit`);
      await expect(page.locator('[data-audit="coupon.update"]').first()).toContainText(
        /전체 한도\s*2|uses in all\s*2/,
      );
    });
  });
}

test('the example follows while one types, and the edit of a colleague is told', async ({
  page,
  browser,
  shop,
  db,
}) => {
  const { couponId, code } = await makeCoupon(db);
  const context = await browser.newContext({ baseURL: shop.url });
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await signIn(tab, ACCOUNTS.admin);
    await tab.goto(`/en/admin/coupons/${couponId}`);
  }
  await page.locator('[name=minSubtotal]').fill('40000');
  await expect(page.locator('[data-example="39000"]')).toHaveAttribute('data-total', '39000');
  await expect(page.locator('[data-example="50000"]')).toContainText(code);

  await other.locator('[name=endsAt]').fill('2097-02-01T00:00');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('status')).toContainText('saved');

  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('[data-changed=endsAt]')).toContainText('2097-02-01T00:00');
  await expect(page.locator('[name=endsAt]')).toHaveValue('2097-02-01T00:00');
  await expect(page.locator('[name=minSubtotal]')).toHaveValue('40000');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('saved');
  await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a coupon is made to be claimed, its claims are shown, and their limit holds them', async ({
      page,
      db,
    }) => {
      const code = ownWord().toUpperCase();
      await signIn(page, ACCOUNTS.admin);
      await page.goto('/en/admin/coupons/new');
      await page.locator('[name=code]').fill(code);
      await page.locator('[name=value]').fill('10');
      await page.locator('[name=totalLimit]').fill('4');
      await page.locator('[name=claimLimit]').fill('5');
      const create = page.getByRole('button', { name: 'Create coupon' });
      await create.click();
      // Whoever claims it must be able to use it.
      await expect(page.locator('[name=claimLimit]')).toHaveAttribute('aria-invalid', 'true');
      await page.locator('[name=claimLimit]').fill('3');
      await create.click();
      await expect(page.getByRole('status')).toContainText(code);

      const [coupon] = await db.sql<{ id: number }[]>`select id from coupons where code = ${code}`;
      const couponId = Number(coupon?.id);
      for (let i = 0; i < 2; i++) {
        await takeCoupon(db, couponId, await makeShopper(db));
      }
      await page.goto('/en/admin/coupons');
      const row = page.locator(`[data-coupon="${code}"]`);
      await expect(row.locator('[data-claimed="2"]')).toHaveText('Claimed 2 / 3');
      await page.goto(`/en/admin/coupons/${couponId}`);
      await expect(page.locator('[data-claimed="2"]')).toHaveText('Claimed 2 / 3');
      await page.locator('[name=claimLimit]').fill('1');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.locator('[data-error-summary]')).toContainText('2 customers have claimed');
      await page.locator('[name=claimLimit]').fill('2');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('status')).toContainText('saved');
    });
  });
}
