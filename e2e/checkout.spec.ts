import { createDatabase } from '@/db/client';
import { expect, signIn, test } from './fixtures';
import { openAccountFor } from './support/accounts';
import { DELIVERY, fillCart, makeProduct } from './support/sample';

const PASSWORD = 'a-long-enough-word';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('주문 및 결제: too little balance leads to the top-up and back, an unusable coupon lets the order go on', async ({
      page,
      shop,
    }) => {
      const db = createDatabase({ url: shop.databaseUrl, max: 1 });
      const { id: userId, email } = await openAccountFor(db, { password: PASSWORD });
      const productId = await makeProduct(db, { price: 12_900 });
      await fillCart(db, userId, [{ productId, quantity: 1 }]);
      await db.close();
      await signIn(page, { email, password: PASSWORD });

      await page.goto('/checkout');
      await expect(page.locator('main [data-total]')).toHaveAttribute('data-total', '12900');
      await page.fill('[name=recipient]', DELIVERY.recipient);
      await page.fill('[name=phone]', DELIVERY.phone);
      await page.fill('[name=address]', DELIVERY.address);
      await page.fill('[name=couponCode]', 'EXPIRED');
      await page.getByRole('button', { name: '12,900원 결제하기' }).click();
      await page.getByRole('link', { name: '12,900원 충전하고 돌아오기' }).click();

      await expect(page.locator('[name=amount]')).toHaveValue('12900');
      await page.getByRole('button', { name: '충전하기', exact: true }).click();
      await page.getByRole('link', { name: '결제 계속하기' }).click();

      await expect(page.locator('[name=address]')).toHaveValue(DELIVERY.address);
      await expect(page.locator('[name=couponCode]')).toHaveValue('EXPIRED');
      await page.getByRole('button', { name: '12,900원 결제하기' }).click();

      await expect(page.getByText('주문을 마쳤어요.')).toBeVisible();
      await expect(page.locator('main [data-total]')).toHaveAttribute('data-total', '12900');
      await expect(page.locator('main [data-coupon]')).toHaveAttribute('data-coupon', 'EXPIRED');
      await expect(page.locator('main [data-balance]')).toHaveAttribute('data-balance', '0');
    });
  });
}
