/** The whole story of an order with the way to each row, and the audit log by what one looks for. */

import { ACCOUNTS, expect, signIn } from './fixtures';
import { cancelOwnOrder, test, VISITS } from './support/operator';
import {
  fillCart,
  fillWallet,
  makeCoupon,
  makeProduct,
  makeShopper,
  press,
  succeeded,
} from './support/sample';

for (const { name: visit, prefix, javaScriptEnabled } of VISITS) {
  test.describe(visit, () => {
    test.use({ javaScriptEnabled });

    test('an order tells what led to it, what it moved, and where that stands', async ({
      page,
      db,
    }) => {
      const userId = await makeShopper(db, { balance: 1_000 });
      const productId = await makeProduct(db, { price: 10_000, quantity: 5 });
      const { couponId, code } = await makeCoupon(db, {
        startsAt: new Date('2026-01-01T00:00:00+09:00'),
        endsAt: new Date('2030-01-01T00:00:00+09:00'),
      });
      await fillCart(db, userId, [{ productId, quantity: 2 }]);
      expect((await press(db, userId, { now: new Date() })).ok).toBe(false);
      await fillWallet(db, userId, 50_000);
      const bought = await press(db, userId, { couponCode: code, now: new Date() });
      const { orderId } = succeeded(bought);
      await cancelOwnOrder(db, userId, orderId);

      await signIn(page, ACCOUNTS.admin);
      const order = `${prefix}/admin/orders/${orderId}`;
      await page.goto(order);
      const kinds = await page
        .locator('[data-step]')
        .evaluateAll((steps) => steps.map((step) => step.getAttribute('data-step')));
      expect(kinds).toEqual([
        ...['attempt', 'placed', 'coupon', 'payment', 'sale'],
        ...['cancelled', 'refund', 'return', 'couponBack'],
      ]);
      await expect(page.locator('[data-step=attempt]')).toContainText(/잔액 부족|balance/i);

      for (const [kind, path, row] of [
        ['payment', `/admin/customers/${userId}?before=4`, 'entry-3'],
        ['refund', `/admin/customers/${userId}?before=5`, 'entry-4'],
        ['coupon', `/admin/coupons/${couponId}?before=${orderId + 1}`, `redemption-${orderId}`],
      ] as const) {
        await page.goto(order);
        await page.locator(`[data-step=${kind}] a`).click();
        await expect(page).toHaveURL(`${prefix}${path}#${row}`);
        await expect(page.locator(`#${row}`)).toBeVisible();
      }
      await page.goto(order);
      await page.locator('[data-step=return] a').click();
      await expect(page).toHaveURL(new RegExp(`/admin/stock/${productId}\\?before=\\d+#movement-`));
      await expect(page.locator(new URL(page.url()).hash)).toHaveAttribute('data-movement', '2');
    });

    test('the audit log is searched by what was done to what', async ({ page, db }) => {
      const userId = await makeShopper(db, { balance: 50_000 });
      await fillCart(db, userId, [{ productId: await makeProduct(db), quantity: 1 }]);
      const { orderId } = succeeded(await press(db, userId, { now: new Date() }));
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin/orders/${orderId}`);
      await page.getByRole('button', { name: /배송 처리하기|Mark as fulfilled/ }).click();
      await expect(page.locator('[data-step=fulfilled]')).toBeVisible();
      await page.locator('[data-step=fulfilled] a').click();
      await page.waitForURL(/entity=order/);
      await expect(page.locator('[data-audit]')).toHaveCount(1);
      await page.locator('[name=action]').selectOption('order.cancel');
      await page.getByRole('button', { name: /^보기$|^Show$/ }).click();
      await page.waitForURL(/action=order.cancel/);
      await expect(page.locator('[data-audit]')).toHaveCount(0);
      await page.goto(`${prefix}/admin/audit?action=order.fulfil&actor=999999999`);
      await expect(page.locator('[data-audit]')).toHaveCount(0);
      await page.goto(`${prefix}/admin/audit?action=price;--&entity=order&id=${orderId}`);
      await expect(page.locator('[data-unread]')).toHaveAttribute('data-unread', 'action');
      await expect(page.locator('[data-audit]')).toHaveCount(1);
      await page.locator('[data-audit] a').click();
      await expect(page).toHaveURL(`${prefix}/admin/orders/${orderId}`);
    });
  });
}

test('the audit log’s filter stands in one row on a wide screen, its words unbroken', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, ACCOUNTS.admin);
  await page.goto('/en/admin/audit?entity=order');
  const main = page.getByRole('main');
  const boxes = await Promise.all(
    [
      main.getByLabel('Subject’s number'),
      main.getByRole('button', { name: 'Show', exact: true }),
      main.getByRole('link', { name: 'Clear the filter' }),
    ].map((part) => part.boundingBox()),
  );
  expect(boxes.map((box) => box?.height)).toEqual([44, 44, 44]);
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
});
