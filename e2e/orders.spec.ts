/** Orders, receipts and cancelling, with and without JavaScript; axe and small screens on the money pages. */

import { expect, signIn } from './fixtures';
import { fillCart, press, succeeded } from './support/sample';
import {
  enterWithCart,
  expectFigures,
  makeAccount,
  ownCoupon,
  ownProduct,
  readBooks,
  send,
  test,
} from './support/shopping';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an order is cancelled once, with its consequence said first: money, stock and coupon come back', async ({
      page,
      db,
    }) => {
      const { account, product } = await enterWithCart(page, db, {
        balance: 50_000,
        quantity: 2,
        stock: 7,
      });
      const { code, couponId } = await ownCoupon(db, { totalLimit: 1 });
      const { orderId } = succeeded(
        await press(db, account.id, { couponCode: code, now: new Date() }),
      );
      await page.goto('/orders');
      const main = page.locator('main');
      const row = main.locator(`[data-order="${orderId}"]`);
      await expect(row).toContainText(`시험 ${product.mark}`);
      await expect(row).toContainText('18,000원');
      await expect(row).toContainText('결제 완료');
      await row.getByRole('link').click();

      await expectFigures(page, { total: 18_000, discount: 2_000, balance: 32_000 });
      await main.getByText('주문 취소하기').click();
      await expect(main).toContainText('18,000원을 지갑에 바로 돌려드려요.');
      await expect(main).toContainText(`${code} 쿠폰 사용 횟수를 돌려드려요.`);
      await main.getByRole('button', { name: '18,000원 돌려받고 취소하기' }).dblclick();

      await expect(page).toHaveURL(new RegExp(`/orders/${orderId}\\?cancelled=`));
      await expect(main.getByRole('status')).toContainText('환불 후 잔액은 50,000원이에요.');
      await expect(main.getByText('주문 취소하기')).toHaveCount(0);
      expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 3, balance: 50_000 });
      const [left] = await db.sql<{ quantity: number; used: number }[]>`
        select quantity, used from stock, coupon_usage
        where product_id = ${product.id} and coupon_id = ${couponId}`;
      expect(left).toEqual({ quantity: 7, used: 0 });

      await page.goto('/orders');
      await expect(row).toContainText('취소됨');
      await page.goto('/wallet');
      await expectFigures(page, { balance: 50_000, amount: 18_000 });
    });

    test('what has been sent is not cancelled, even from a page that stood open', async ({
      page,
      db,
    }) => {
      const { account } = await enterWithCart(page, db, { balance: 50_000 });
      const { orderId } = succeeded(await press(db, account.id, { now: new Date() }));
      await page.goto(`/en/orders/${orderId}`);
      await page.getByText('Cancel this order').click();
      await send(db, orderId);
      await page.getByRole('button', { name: 'Cancel and get ₩10,000 back' }).click();
      await expect(page.locator('main').getByRole('alert')).toHaveText(
        'This order has been sent and can’t be cancelled.',
      );
      expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
      await page.goto(`/en/orders/${orderId}`);
      await expect(page.locator('main')).toContainText(
        'An order that has shipped can’t be cancelled.',
      );
      await expect(page.getByRole('button', { name: /back$/ })).toHaveCount(0);
    });
  });
}

test('orders stand newest first, twenty a page; nobody else can see or cancel them', async ({
  page,
  db,
  allowConsole,
}) => {
  allowConsole(/404/);
  const account = await makeAccount(db, { balance: 1_000_000 });
  const { id: productId } = await ownProduct(db);
  const placed: number[] = [];
  for (let count = 0; count < 21; count++) {
    await fillCart(db, account.id, [{ productId, quantity: 1 }]);
    placed.push(succeeded(await press(db, account.id, { now: new Date() })).orderId);
  }
  await signIn(page, account);
  await page.goto('/orders');
  const rows = page.locator('main [data-order]');
  await expect(rows).toHaveCount(20);
  await expect(rows.first()).toHaveAttribute('data-order', `${placed.at(-1)}`);
  await page.getByRole('link', { name: '이전 주문 보기' }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toHaveAttribute('data-order', `${placed[0]}`);

  await page.context().clearCookies();
  await signIn(page, await makeAccount(db));
  await page.goto('/orders');
  await expect(page.getByText('아직 주문이 없어요')).toBeVisible();
  expect((await page.goto(`/orders/${placed[0]}`))?.status()).toBe(404);
});

test('a wide screen shows orders and wallet entries in columns', async ({ page, db }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const account = await makeAccount(db, { balance: 50_000 });
  const { id: productId } = await ownProduct(db);
  for (const quantity of [1, 3]) {
    await fillCart(db, account.id, [{ productId, quantity }]);
    succeeded(await press(db, account.id, { now: new Date() }));
  }
  await signIn(page, account);
  for (const { path, row, parts } of [
    { path: '/orders', row: '[data-order]', parts: ['time', '.money'] },
    { path: '/wallet', row: '[data-entry]', parts: ['time', '.money'] },
  ]) {
    await page.goto(path);
    const boxes = await page
      .locator(`main ${row}`)
      .evaluateAll(
        (rows, names) =>
          rows.map((line) =>
            names.map(
              (name) => line.querySelector(name)?.getBoundingClientRect().toJSON() as DOMRect,
            ),
          ),
        parts,
      );
    expect(boxes.length).toBeGreaterThan(1);
    for (const [time, money] of boxes) {
      // Beside one another, and each under the one above.
      expect(Math.abs((time?.top ?? 0) - (money?.top ?? 99))).toBeLessThan(10);
      expect(time?.left).toBe(boxes[0]?.[0]?.left);
      expect(money?.right).toBe(boxes[0]?.[1]?.right);
    }
  }
});
