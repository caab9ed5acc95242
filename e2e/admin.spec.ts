/** The back office as an operator uses it, with and without JavaScript, in both languages. */

import type { Page } from '@playwright/test';
import { createDatabase, type Database } from '@/db/client';
import { ACCOUNTS, test as base, expect, signIn } from './fixtures';
import { fillCart, makeProduct, makeShopper, press, succeeded } from './support/sample';

const test = base.extend<{ db: Database }>({
  db: async ({ shop }, use) => {
    const db = createDatabase({ url: shop.databaseUrl, max: 4 });
    await use(db);
    await db.close();
  },
});

const PRICE = 12_900;
const FIGURES = ['netSales', 'orders', 'units', 'discounts', 'returns', 'liability'] as const;

/** The plain numbers of the cards. */
async function readCards(page: Page, prefix: string) {
  await page.goto(`${prefix}/admin?range=7d&table=net-sales`);
  const values = FIGURES.map(async (name) => {
    const value = await page.locator(`[data-figure=${name}]`).getAttribute('data-value');
    return [name, Number(value)] as const;
  });
  return Object.fromEntries(await Promise.all(values)) as Record<(typeof FIGURES)[number], number>;
}

async function order(db: Database, quantity: number, couponCode: string | null = null) {
  const userId = await makeShopper(db, { balance: 100_000 });
  const productId = await makeProduct(db, { price: PRICE, quantity: 10 });
  await fillCart(db, userId, [{ productId, quantity }]);
  const buy = async () => {
    const { orderId } = succeeded(await press(db, userId, { couponCode, now: new Date() }));
    return orderId;
  };
  return { productId, buy };
}

async function slugOf(db: Database, productId: number): Promise<string> {
  const [row] = await db.sql<{ slug: string }[]>`select slug from products where id = ${productId}`;
  return row?.slug ?? '';
}

const submit = (page: Page, name: RegExp) => page.getByRole('button', { name }).click();

for (const javaScriptEnabled of [true, false]) {
  for (const [language, prefix] of [
    ['ko', ''],
    ['en', '/en'],
  ] as const) {
    test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled });

      test('an order moves the cards by exactly itself, its cancel by what it gave back', async ({
        page,
        db,
      }) => {
        const { buy } = await order(db, 2);
        await signIn(page, ACCOUNTS.admin);
        const before = await readCards(page, prefix);
        const orderId = await buy();
        const paid = 2 * PRICE;
        const sold = await readCards(page, prefix);
        expect(sold).toEqual({
          ...before,
          netSales: before.netSales + paid,
          orders: before.orders + 1,
          units: before.units + 2,
          liability: before.liability - paid,
        });
        const points = page.locator('[data-point]');
        const nets = await points.evaluateAll((rows) =>
          rows.map((row) => Number(row.getAttribute('data-point'))),
        );
        expect(nets.reduce((sum, net) => sum + net, 0)).toBe(sold.netSales);

        await page.locator(`[data-order="${orderId}"] a`).click();
        await page.waitForURL(`**/admin/orders/${orderId}`);
        await expect(page.getByRole('heading', { level: 1 })).toContainText(String(orderId));
        await expect(page.locator('[data-total]')).toHaveAttribute('data-total', String(paid));
        const cancel = page.getByRole('button', {
          name: /^(?:취소하고 25,800원 환불하기|Cancel and refund ₩25,800)$/,
        });
        // What it does is read before it can be pressed.
        await expect(cancel).toBeHidden();
        await page.getByText(/^(?:주문 취소하기|Cancel this order)$/).click();
        await expect(page.locator('details')).toContainText(/재고와 쿠폰도|stock and coupon/);
        await cancel.click();
        await expect(cancel).toHaveCount(0);
        await expect(page.getByRole('status')).toContainText('25,800');
        expect(await readCards(page, prefix)).toEqual({
          ...sold,
          netSales: before.netSales,
          returns: before.returns + paid,
          liability: before.liability,
        });
      });

      test('a restock raises the stock that shoppers see, once, and says why', async ({
        page,
        db,
      }) => {
        const productId = await makeProduct(db, { quantity: 3 });
        await signIn(page, ACCOUNTS.admin);
        await page.goto(`${prefix}/admin/stock/${productId}`);
        await page.locator('[name=delta]').fill('두 개');
        await page.locator('[name=reason]').fill('11월 2차 입고');
        await submit(page, /재고 바꾸기|Change stock/);
        await expect(page.locator('[data-error-summary]')).toBeVisible();
        await expect(page.locator('[name=delta]')).toHaveValue('두 개');

        await page.locator('[name=delta]').fill('20');
        await page.getByRole('button', { name: /재고 바꾸기|Change stock/ }).dblclick();
        await expect(page.locator('[data-stock]').first()).toHaveAttribute('data-stock', '23');
        await expect(page.locator('[data-movement="20"]')).toHaveCount(1);
        await expect(page.locator('[data-movement="20"]')).toContainText('11월 2차 입고');

        await page.locator('[name=kind]').selectOption('correction');
        await page.locator('[name=delta]').fill('−24');
        await page.locator('[name=reason]').fill('파손');
        await submit(page, /재고 바꾸기|Change stock/);
        await expect(page.locator('main').getByRole('alert')).toContainText('23');

        const slug = await slugOf(db, productId);
        await expect(async () => {
          await page.goto(`${prefix}/products/${slug}`);
          const shown = page.locator('[data-stock]').first();
          await expect(shown).toHaveAttribute('data-stock', '23', { timeout: 500 });
        }).toPass();
      });

      test('a coupon made here is usable, and not any more once switched off', async ({
        page,
        db,
      }) => {
        const code = `가을${crypto.randomUUID().slice(0, 8)}`;
        await signIn(page, ACCOUNTS.admin);
        await page.goto(`${prefix}/admin/coupons/new`);
        await page.locator('[name=code]').fill(code);
        await page.locator('[name=value]').fill('150');
        await submit(page, /쿠폰 만들기|Create coupon/);
        await expect(page.locator('[data-error-summary]')).toBeVisible();
        await expect(page.locator('[name=code]')).toHaveValue(code);
        await page.locator('[name=value]').fill('50');
        await page.locator('[name=cap]').fill('5,000');
        await submit(page, /쿠폰 만들기|Create coupon/);
        await expect(page.getByRole('status')).toContainText(code.toUpperCase());

        const { buy } = await order(db, 1, code.toUpperCase());
        const orderId = await buy();
        const [paid] = await db.sql<{ discount: number }[]>`
          select discount from orders where id = ${orderId}`;
        expect(paid?.discount).toBe(5_000);

        await page.goto(`${prefix}/admin/coupons`);
        const row = page.locator(`[data-coupon="${code.toUpperCase()}"]`);
        await expect(row.locator('[data-used]')).toHaveAttribute('data-used', '1');
        await row.getByRole('button').click();
        await expect(row).toHaveAttribute('data-state', 'disabled');
      });

      test('an order is marked as fulfilled, after which it cannot be cancelled', async ({
        page,
        db,
      }) => {
        const orderId = await (await order(db, 1)).buy();
        await signIn(page, ACCOUNTS.admin);
        await page.goto(`${prefix}/admin/orders/${orderId}`);
        await submit(page, /배송 처리하기|Mark as fulfilled/);
        await expect(page.getByRole('status')).toBeVisible();
        await expect(page.getByRole('button', { name: /환불|refund/ })).toHaveCount(0);
        await page.goto(`${prefix}/admin/audit`);
        await expect(page.locator('[data-audit="order.fulfil"]').first()).toContainText(
          `${prefix ? 'Order' : '주문'} ${orderId}`,
        );
      });
    });
  }
}
