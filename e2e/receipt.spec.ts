/** A receipt on paper, its ways into the wallet, and the same order once more. */

import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { products } from '@/db/schema';
import { expect, expectAccessible, signIn } from './fixtures';
import { correctStock, fillCart, press, succeeded } from './support/sample';
import { expectFigures, makeAccount, ownCoupon, ownProduct, test } from './support/shopping';

const A4 = '595 × 842';

/** An order of a shopper who is signed in, as many different products as asked, ₩10,000 each. */
async function enterWithOrder(
  page: Page,
  db: Database,
  { lines = 1, quantity = 1, couponCode = null as string | null } = {},
) {
  const account = await makeAccount(db, { balance: 2_000_000 });
  const bought = [];
  for (let i = 0; i < lines; i++) bought.push(await ownProduct(db));
  await fillCart(
    db,
    account.id,
    bought.map(({ id }) => ({ productId: id, quantity })),
  );
  const pressed = await press(db, account.id, { couponCode, now: new Date() });
  await signIn(page, account);
  return { account, bought, ...succeeded(pressed) };
}

/** The sizes of the sheets that the page prints on, in points: width × height. */
async function printedSheets(page: Page): Promise<string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  expect(boxes, 'each page says its size').toHaveLength(
    pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
  );
  return boxes.map((sides) => sides.slice(1).map(Number).map(Math.round).join(' × '));
}

for (const lines of [1, 20, 50]) {
  test(`a receipt of ${lines} lines prints on one A4 page`, async ({ page, db }) => {
    const { orderId } = await enterWithOrder(page, db, { lines, couponCode: 'NO-SUCH-CODE' });
    for (const at of ['', '/en']) {
      await page.goto(`${at}/orders/${orderId}?placed=1`);
      await expect(page.locator('main [data-coupon=NOT_FOUND]')).toBeVisible();
      expect(await printedSheets(page), at).toEqual([A4]);
    }
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main').getByText('Jangteo', { exact: true })).toBeVisible();
    for (const bar of ['banner', 'navigation', 'contentinfo'] as const) {
      await expect(page.getByRole(bar)).toHaveCount(0);
    }
    await expect(page.locator('[data-receipt] li')).toHaveCount(lines);
    await expect(page.locator('main button:visible')).toHaveCount(0);
    await expect(page.getByRole('status')).toBeHidden();
    // On white, whichever theme was chosen.
    const scheme = page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
      return getComputedStyle(document.documentElement).colorScheme;
    });
    expect(await scheme).toBe('light');
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('payment, refund and top-up lead to their entries in the wallet', async ({ page, db }) => {
      const { code } = await ownCoupon(db);
      const { orderId } = await enterWithOrder(page, db, { couponCode: code });
      const main = page.locator('main');
      await page.goto(`/orders/${orderId}`);
      await main.getByRole('link', { name: '결제 내역' }).click();
      await expect(page).toHaveURL('/wallet/entries/2');
      await expect(main).toContainText('−9,000원');

      await page.goto(`/orders/${orderId}`);
      await main.getByText('주문 취소하기').click();
      await main.getByRole('button', { name: '9,000원 돌려받고 취소하기' }).click();
      await expect(page).toHaveURL(/cancelled=1/);
      await main.getByRole('link', { name: '환불 내역' }).click();
      await expect(page).toHaveURL('/wallet/entries/3');

      await enterAnew(page, db);
      await page.goto('/wallet');
      await page.fill('[name=amount]', '5000');
      await page.getByRole('button', { name: '충전하기', exact: true }).click();
      await expect(page).toHaveURL(/topped=1/);
      await main.getByRole('link', { name: '이 충전의 내역 보기' }).click();
      await expect(page).toHaveURL('/wallet/entries/1');
      await expectFigures(page, { amount: 5_000 });
    });

    for (const at of ['', '/en']) {
      test(`what can still be bought comes into the cart again, and the rest is explained (${at || '/'})`, async ({
        page,
        db,
      }) => {
        const { bought, orderId } = await enterWithOrder(page, db, { lines: 4, quantity: 3 });
        const [fine, few, soldOut, gone] = bought as [Made, Made, Made, Made];
        await correctStock(db, few.id, 2);
        await correctStock(db, soldOut.id, 0);
        await db.orm.update(products).set({ published: false }).where(eq(products.id, gone.id));
        await page.goto(`${at}/orders/${orderId}`);
        const again = page.getByRole('button', { name: at ? 'Order again' : '다시 담기' });
        await again.click();
        const answer = page.locator('main').getByRole('status');
        await expect(answer).toContainText(
          at ? '2 products are in your cart.' : '2가지를 장바구니에 담았어요.',
        );
        await expect(answer.locator('[data-short] li')).toHaveText(
          at
            ? [
                `Own ${few.mark}: 2 instead of 3; there are no more.`,
                `Own ${soldOut.mark}: sold out right now.`,
                `Own ${gone.mark}: no longer sold.`,
              ]
            : [
                `시험 ${few.mark}: 재고가 모자라 3개 대신 2개를 담았어요.`,
                `시험 ${soldOut.mark}: 지금은 품절이에요.`,
                `시험 ${gone.mark}: 더는 팔지 않아요.`,
              ],
        );
        if (javaScriptEnabled) await expectAccessible(page);
        // Pressed again it adds nothing.
        await again.click();
        await expect(answer.locator('[data-short] li')).toHaveCount(3);
        await answer.getByRole('link').click();
        await expect(page).toHaveURL(`${at}/cart`);
        await expect(page.locator(`[data-product="${fine.slug}"] input[type=number]`)).toHaveValue(
          '3',
        );
        await expect(page.locator(`[data-product="${few.slug}"] input[type=number]`)).toHaveValue(
          '2',
        );
        await expectFigures(page, { total: 50_000 });
      });
    }
  });
}

type Made = Awaited<ReturnType<typeof ownProduct>>;

async function enterAnew(page: Page, db: Database): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, await makeAccount(db));
}
