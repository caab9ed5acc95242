/** Finding orders, what they come to, and marking many at once. */

import type { Page } from '@playwright/test';
import type { Database } from '@/db/client';
import { ACCOUNTS, expect, signIn } from './fixtures';
import { cancelOwnOrder, ownWord, test, VISITS } from './support/operator';
import { fillCart, makeProduct, makeShopper, press, succeeded } from './support/sample';

/** A customer of a name of their own with so many orders of a product of its own. */
async function ownOrders(db: Database, count: number) {
  const name = ownWord();
  const userId = await makeShopper(db, { balance: 1_000_000 });
  await db.sql`update users set name = ${name} where id = ${userId}`;
  const productId = await makeProduct(db, { price: 10_000, nameEn: `Pear ${name}` });
  const orderIds: number[] = [];
  for (let i = 0; i < count; i++) {
    await fillCart(db, userId, [{ productId, quantity: i + 1 }]);
    orderIds.push(succeeded(await press(db, userId, { now: new Date() })).orderId);
  }
  return { name, userId, productId, orderIds };
}

/** The numbers of the orders that a list shows. */
const shownOrders = (page: Page) =>
  page
    .locator('[data-order]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-order'))));

async function expectSum(page: Page, name: string, value: number) {
  await expect(page.locator(`[data-sum=${name}]`)).toHaveAttribute('data-value', String(value));
}

for (const { name: visit, prefix, javaScriptEnabled } of VISITS) {
  test.describe(visit, () => {
    test.use({ javaScriptEnabled });

    test('orders are found by word, and the address keeps what was asked for', async ({
      page,
      db,
    }) => {
      const { name, orderIds, productId } = await ownOrders(db, 3);
      const newest = orderIds.toReversed();
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin/orders?status=paid`);
      await page.locator('[name=q]').fill(name);
      await page.locator('[name=q]').press('Enter');
      await page.waitForURL(/q=test-/);
      expect(await shownOrders(page)).toEqual(newest);
      await expectSum(page, 'orders', 3);
      await expectSum(page, 'units', 6);
      await expectSum(page, 'total', 60_000);
      expect(page.url()).toContain('status=paid');
      await page.reload();
      expect(await shownOrders(page)).toEqual(newest);

      await page.goto(`${prefix}/admin/orders?product=${productId}&q=J-${orderIds[1]}`);
      expect(await shownOrders(page)).toEqual([orderIds[1]]);
      await page.goto(`${prefix}/admin/orders?q=${name}&status=cancelled`);
      expect(await shownOrders(page)).toEqual([]);
      await expect(page.locator('main')).toContainText(prefix ? 'No such orders' : '주문이 없어요');
    });

    test('many orders are marked at once, and each says what became of it', async ({
      page,
      db,
    }) => {
      const { name, orderIds, userId } = await ownOrders(db, 3);
      const [first = 0, second = 0, third = 0] = orderIds;
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin/orders?q=${name}&status=paid`);
      const send = page.getByRole('button', { name: /고른 주문|Mark selected/ });
      await send.click();
      await expect(page.locator('main').getByRole('alert')).toContainText(/골라|Choose/);

      await page.getByRole('link', { name: /모두 고르기|Select every/ }).click();
      await expect(page.locator(`[name="order-${third}"]`)).toBeChecked();
      await page.locator(`[name="order-${third}"]`).uncheck();
      await cancelOwnOrder(db, userId, second);
      await send.click();
      const result = (orderId: number) => page.locator(`[data-fulfilled="${orderId}"]`);
      await expect(result(first)).toHaveAttribute('data-done', 'true');
      await expect(result(second)).toHaveAttribute('data-done', 'false');
      await expect(result(second)).toContainText(/취소한 주문|cancelled/);
      await expect(result(third)).toHaveCount(0);
      expect(await shownOrders(page)).toEqual([third]);

      const rows = await db.sql<{ id: number; status: string; audits: number }[]>`
        select o.id, o.status, (select count(*)::int from audit_log
          where entity = 'order' and entity_id = o.id::text and action = 'order.fulfil') as audits
        from orders o where o.id = any(${orderIds}::bigint[]) order by o.id`;
      expect(rows.map(({ status, audits }) => [status, audits])).toEqual([
        ['fulfilled', 1],
        ['cancelled', 0],
        ['paid', 0],
      ]);
    });
  });
}

test('what makes no sense in an address is named and left out', async ({ page }) => {
  await signIn(page, ACCOUNTS.admin);
  await page.goto('/admin/orders?from=2026-02-30&status=lost&product=x&after=price;--&q=%25_');
  await expect(page.locator('[data-unread]')).toHaveAttribute('data-unread', 'from status product');
  await expectSum(page, 'orders', 0);
  await page.goto(`/admin/orders?q=${'a'.repeat(3_000)}`);
  await expect(page.locator('[data-unread]')).toHaveAttribute('data-unread', 'q');
});
