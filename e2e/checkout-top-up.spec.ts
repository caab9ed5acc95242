/** From the checkout to the top-up and back where one is not enough, and what the next order knows. */

import type { Page } from '@playwright/test';
import type { Database } from '@/db/client';
import { expect, signIn } from './fixtures';
import { DELIVERY, fillCart } from './support/sample';
import {
  enterWithCart,
  expectFigures,
  expectNoSidewaysScroll,
  fillDelivery,
  makeAccount,
  ownProduct,
  readBooks,
  test,
} from './support/shopping';

/** Signs a new shopper in whose cart costs as much. */
async function enterWithTotal(page: Page, db: Database, price: number) {
  const account = await makeAccount(db);
  const { id: productId } = await ownProduct(db, { price });
  await fillCart(db, account.id, [{ productId, quantity: 1 }]);
  await signIn(page, account);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('the chip puts exactly what is missing into the field', async ({ page, db }) => {
      await enterWithCart(page, db, { balance: 2_900 });
      await page.goto('/checkout');
      await page.getByRole('button', { name: '7,100원 충전하고 돌아오기' }).click();
      await expect(page.getByText('7,100원 충전하면 결제를 이어서 할 수 있어요.')).toBeVisible();
      await page.fill('[name=amount]', '50000');
      await page.getByRole('button', { name: '부족한 7,100원' }).click();
      await expect(page.locator('[name=amount]')).toHaveValue('7100');
      await page.getByRole('button', { name: '충전하기', exact: true }).click();
      await page.getByRole('link', { name: '결제 계속하기' }).click();
      await expectFigures(page, { total: 10_000, balance: 10_000, gap: 0 });
    });

    test('the longest delivery details come back whole; what is longer is cut, and too long for an order', async ({
      page,
      db,
    }) => {
      const { account } = await enterWithCart(page, db, { balance: 2_900 });
      const longest = {
        recipient: '뷁'.repeat(50),
        phone: '+82 10-1234-5678',
        address: '뷁'.repeat(200),
      };
      const typed = { ...longest, couponCode: '뷁'.repeat(100) };
      const toTheWalletAndBack = async () => {
        await page.getByRole('button', { name: '7,100원 충전하고 돌아오기' }).click();
        await expect(page).toHaveURL(/\/wallet/);
        await page.goto('/checkout');
      };
      await page.goto('/checkout');
      for (const [name, text] of Object.entries(typed)) await page.fill(`[name=${name}]`, text);
      await toTheWalletAndBack();
      for (const [name, text] of Object.entries(typed)) {
        await expect(page.locator(`[name=${name}]`)).toHaveValue(text);
      }

      // Put there by a script: a field takes no more than 400 from a keyboard.
      await page.fill('[name=address]', '뷁'.repeat(900));
      await page.fill('[name=recipient]', '뷁'.repeat(900));
      await toTheWalletAndBack();
      await expect(page.locator('[name=phone]')).toHaveValue(longest.phone);
      await expect(page.locator('[name=recipient]')).toHaveValue('뷁'.repeat(100));
      await expect(page.locator('[name=address]')).toHaveValue('뷁'.repeat(400));
      await page.locator('[name=address]').press('End');
      await page.keyboard.insertText('뷁');
      await expect(page.locator('[name=address]')).toHaveValue('뷁'.repeat(400));
      await page.getByRole('button', { name: '10,000원 결제하기' }).click();
      const summary = page.locator('[data-error-summary]');
      await expect(summary).toContainText('50자까지 쓸 수 있어요');
      await expect(summary).toContainText('200자까지 쓸 수 있어요');
      expect(await readBooks(db, account.id)).toMatchObject({ orders: 0 });
    });

    test('what is more than one top-up takes is offered in parts, each of which succeeds', async ({
      page,
      db,
    }) => {
      await enterWithTotal(page, db, 1_200_000);
      await page.goto('/checkout');
      await expect(page.locator('main')).toContainText(
        '한 번에 1,000,000원까지 충전할 수 있어서 여러 번 나눠 충전해야 해요.',
      );
      await page.getByRole('button', { name: '1,000,000원 먼저 충전하기' }).click();
      await expect(page.getByText('결제하려면 1,200,000원 더 있어야 해요.')).toBeVisible();
      await expect(page.locator('[name=amount]')).toHaveValue('1000000');
      await expect(page.getByRole('button', { name: '1,000,000원 채우기' })).toBeVisible();
      await page.getByRole('button', { name: '충전하기', exact: true }).click();
      await page.getByRole('link', { name: '결제 계속하기' }).click();
      await page.getByRole('button', { name: '200,000원 충전하고 돌아오기' }).click();
      await expect(page.locator('[name=amount]')).toHaveValue('200000');
      await page.getByRole('button', { name: '충전하기', exact: true }).click();
      await page.getByRole('link', { name: '결제 계속하기' }).click();
      await expectFigures(page, { gap: 0, balance: 1_200_000 });
    });

    test('what no wallet holds is said, and no top-up promised', async ({ page, db }) => {
      await enterWithTotal(page, db, 2_500_000);
      await page.goto('/en/checkout');
      const words = 'Take something out to pay: a wallet holds up to ₩2,000,000.';
      await expect(page.locator('main')).toContainText(words);
      await expect(page.getByRole('button', { name: /^Top up/ })).toHaveCount(0);
      await fillDelivery(page);
      await page.getByRole('button', { name: 'Pay ₩2,500,000' }).click();
      const refused = page.locator('main').getByRole('alert');
      await expect(refused).toContainText(words);
      await refused.getByRole('button', { name: 'Edit cart' }).click();
      await expect(page).toHaveURL('/en/cart');
    });

    test('the next checkout knows where the last order went', async ({ page, db }) => {
      const { account, product } = await enterWithCart(page, db, { balance: 50_000 });
      await page.goto('/checkout');
      await expect(page.locator('[name=recipient]')).toHaveValue('');
      await fillDelivery(page);
      await page.getByRole('button', { name: '10,000원 결제하기' }).click();
      await expect(page).toHaveURL(/placed=1/);
      await fillCart(db, account.id, [{ productId: product.id, quantity: 1 }]);
      await page.goto('/checkout');
      for (const [name, value] of Object.entries(DELIVERY)) {
        await expect(page.locator(`[name=${name}]`)).toHaveValue(value);
      }
    });

    test('the coupon field is quiet while it is empty', async ({ page, db }) => {
      await enterWithCart(page, db, { balance: 50_000 });
      await page.goto('/checkout');
      const tick = page.getByRole('checkbox', { name: /쿠폰이 안 되면 할인 없이/ });
      await expect(page.locator('[name=couponCode]')).toBeVisible();
      await expect(tick).toBeHidden();
      await page.fill('[name=couponCode]', 'WELCOME10');
      await expect(tick).toBeVisible();
      await page.fill('[name=couponCode]', '');
      await expect(tick).toBeHidden();
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('total and pay button stay in sight, with nothing to wander off to', async ({
    page,
    db,
  }) => {
    await enterWithCart(page, db, { balance: 50_000 });
    for (const [path, pay] of [
      ['/checkout', '10,000원 결제하기'],
      ['/en/checkout', 'Pay ₩10,000'],
    ] as const) {
      await page.goto(path);
      const bar = page.locator('[data-sticky-bar]');
      await expect(bar.getByRole('button', { name: pay })).toBeInViewport({ ratio: 1 });
      await expect(bar).toContainText(path === '/checkout' ? '결제할 금액' : 'Total to pay');
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await expect(bar.getByRole('button', { name: pay })).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('contentinfo')).toBeHidden();
      await expectNoSidewaysScroll(page);
    }
  });
});
