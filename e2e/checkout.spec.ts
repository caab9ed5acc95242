/** The branches of 주문 및 결제 that go wrong, as a shopper meets them, with and without JavaScript. */

import { eq } from 'drizzle-orm';
import { products } from '@/db/schema';
import { expect, signIn } from './fixtures';
import { correctStock, DELIVERY, fillCart } from './support/sample';
import {
  enterWithCart,
  expectFigures,
  fillDelivery,
  formFields,
  makeAccount,
  ownCoupon,
  ownProduct,
  readBooks,
  switchOff,
  test,
} from './support/shopping';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('잔액 없음: the exact gap leads to the top-up and back; 사용 불가한 쿠폰: the order goes on and the receipt says why', async ({
      page,
      db,
    }) => {
      const { account } = await enterWithCart(page, db, { balance: 2_900 });
      await page.goto('/checkout');
      await expectFigures(page, { total: 10_000, gap: 7_100 });
      await fillDelivery(page);
      await page.fill('[name=couponCode]', 'EXPIRED');
      await page.getByRole('button', { name: '10,000원 결제하기' }).click();
      const refused = page.locator('main').getByRole('alert');
      await expect(refused).toContainText('7,100원 더 있으면 결제할 수 있어요.');
      expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 2_900 });
      await refused.getByRole('link', { name: '7,100원 충전하고 돌아오기' }).click();

      await expect(page.locator('[name=amount]')).toHaveValue('7100');
      await page.getByRole('button', { name: '충전하기', exact: true }).click();
      await page.getByRole('link', { name: '결제 계속하기' }).click();

      for (const [name, value] of Object.entries({ ...DELIVERY, couponCode: 'EXPIRED' })) {
        await expect(page.locator(`[name=${name}]`)).toHaveValue(value);
      }
      await page.getByRole('button', { name: '10,000원 결제하기' }).click();

      await expect(page.getByText('주문을 마쳤어요.')).toBeVisible();
      await expectFigures(page, { total: 10_000, balance: 0 });
      await expect(page.locator('main [data-coupon=EXPIRED]')).toContainText('기간이 끝난 쿠폰');
    });

    test('재고 없음: every short product is named with what is left, and one button mends it', async ({
      page,
      db,
    }) => {
      const { account, product: short } = await enterWithCart(page, db, {
        balance: 100_000,
        quantity: 5,
        stock: 5,
      });
      const gone = await ownProduct(db, { quantity: 1 });
      await fillCart(db, account.id, [{ productId: gone.id, quantity: 1 }]);
      await page.goto('/checkout');
      await fillDelivery(page);
      // Others buy while the page stands open: 2 and 0 are left.
      await correctStock(db, short.id, 2);
      await correctStock(db, gone.id, 0);
      await page.getByRole('button', { name: '60,000원 결제하기' }).click();
      const refused = page.locator('main').getByRole('alert').first();
      await expect(refused).toContainText('아직 결제하지 않았어요');
      // Said once, where it can be mended.
      await expect(refused.locator('[data-short]')).toHaveText([
        /2개까지 살 수 있어요\. 지금 5개를 담았어요\./,
        /지금은 품절이라 합계에 넣지 않았어요\./,
      ]);
      await expect(page.locator('[data-short]')).toHaveCount(2);
      await expect(page.locator('main').getByText(gone.mark)).toHaveCount(1);
      if (javaScriptEnabled) await expect(page.locator(':focus')).toContainText('주문할 수 없는');
      expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 100_000 });

      const line = (id: number) => page.locator(`[data-short="${id}"]`);
      await expect(line(short.id)).toContainText('2개까지 살 수 있어요. 지금 5개를 담았어요.');
      await line(gone.id).getByRole('button', { name: '빼기' }).click();
      await expect(line(gone.id)).toHaveCount(0);
      await line(short.id).getByRole('button', { name: '수량을 2개로 바꾸기' }).click();
      await expectFigures(page, { total: 20_000 });
      await expect(page.locator('[name=address]')).toHaveValue(DELIVERY.address);
      await page.getByRole('button', { name: '20,000원 결제하기' }).click();
      await expect(page.getByText('주문을 마쳤어요.')).toBeVisible();
      await expectFigures(page, { total: 20_000, balance: 80_000 });
    });

    test('nothing above the shown total is ever charged: a coupon that dies and a price that rises ask again', async ({
      page,
      db,
    }) => {
      const { account, product } = await enterWithCart(page, db, { balance: 50_000 });
      const { couponId, code } = await ownCoupon(db);
      await page.goto('/checkout');
      await fillDelivery(page);
      await page.fill('[name=couponCode]', code);
      await page.getByRole('button', { name: '적용', exact: true }).click();
      await expectFigures(page, { discount: 1_000, total: 9_000 });

      await switchOff(db, couponId);
      await page.getByRole('button', { name: '9,000원 결제하기' }).click();
      const refused = page.locator('main').getByRole('alert').first();
      await expect(refused).toContainText(
        '합계가 9,000원에서 10,000원으로 바뀌었어요. 아직 결제하지 않았어요.',
      );
      await expect(page.locator('[name=couponCode]')).toHaveValue(code);

      await db.orm.update(products).set({ price: 12_000 }).where(eq(products.id, product.id));
      await refused.getByRole('button', { name: '10,000원 결제하기' }).click();
      await expect(refused).toContainText(
        '합계가 10,000원에서 12,000원으로 바뀌었어요. 아직 결제하지 않았어요.',
      );
      expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 50_000 });

      await refused.getByRole('button', { name: '12,000원 결제하기' }).click();
      await expect(page.getByText('주문을 마쳤어요.')).toBeVisible();
      await expectFigures(page, { total: 12_000, balance: 38_000 });
      await expect(page.locator('main [data-coupon=DISABLED]')).toContainText(code);
    });

    test('what is missing is said at its field, and everything typed stays', async ({
      page,
      db,
    }) => {
      const { account } = await enterWithCart(page, db, { balance: 50_000 });
      await page.goto('/en/checkout');
      await page.fill('[name=phone]', 'call me');
      await page.fill('[name=couponCode]', 'WELCOME10');
      await page.evaluate(() => document.body.setAttribute('data-same-document', ''));
      await page.getByRole('button', { name: 'Pay ₩10,000' }).click();

      const summary = page.locator('[data-error-summary]');
      await expect(summary).toContainText('You have not been charged.');
      await expect(summary.getByRole('link')).toHaveText([
        'Enter the recipient’s name',
        'Enter a phone number of 8 to 15 digits. Example: 010-1234-5678',
        'Enter the delivery address',
      ]);
      await expect(page.locator('[name=phone]')).toHaveValue('call me');
      await expect(page.locator('[name=couponCode]')).toHaveValue('WELCOME10');
      if (javaScriptEnabled) {
        await expect(page.locator('body')).toHaveAttribute('data-same-document', '');
        await expect(summary).toBeFocused();
      }
      for (const [index, name] of ['recipient', 'phone', 'address'].entries()) {
        const wrong = page.locator(`[name=${name}]`);
        await expect(wrong).toHaveAttribute('aria-invalid', 'true');
        const link = summary.getByRole('link').nth(index);
        await expect(link).toHaveAttribute('href', `#${await wrong.getAttribute('id')}`);
        if (!javaScriptEnabled) continue;
        await link.click();
        await expect(wrong).toBeFocused();
      }

      // One thing is wrong still: what is right stays, the tick too.
      const typed = { ...DELIVERY, phone: 'call me' };
      await fillDelivery(page, typed);
      const tick = page.getByRole('checkbox');
      await tick.check();
      await page.getByRole('button', { name: 'Pay ₩9,000' }).click();
      await expect(summary.getByRole('link')).toHaveCount(1);
      for (const [name, value] of Object.entries({ ...typed, couponCode: 'WELCOME10' })) {
        await expect(page.locator(`[name=${name}]`)).toHaveValue(value);
      }
      await expect(tick).toBeChecked();
      expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 50_000 });
    });

    test('a double click buys once; a second tab and the same form again are shown that order', async ({
      page,
      context,
      shop,
      db,
    }) => {
      const { account } = await enterWithCart(page, db, { balance: 50_000 });
      const pay = { name: '10,000원 결제하기' };
      const secondTab = await context.newPage();
      await secondTab.goto('/checkout');
      await page.goto('/checkout');
      await fillDelivery(page);
      await fillDelivery(secondTab);
      const sent = await formFields(page.locator('form:has([name=confirmedTotal])'));

      await page.getByRole('button', pay).dblclick();
      await expect(page).toHaveURL(/\/orders\/\d+\?placed=/);
      const receipt = new URL(page.url()).pathname;
      await secondTab.getByRole('button', pay).click();
      await expect(secondTab).toHaveURL(`${receipt}?placed=again`);
      await expect(secondTab.locator('main')).toContainText('이미 마친 주문이에요.');
      await secondTab.goto('/checkout');
      await expect(secondTab.locator(`main a[href="${receipt}"]`)).toHaveText('주문 보기');

      await page.goBack();
      await expect(page.locator('main')).toContainText('이 장바구니는 이미 주문했어요');
      await expect(page.locator(`main a[href="${receipt}"]`)).toHaveText('주문 보기');

      // A browser that sends the very same form once more.
      if (!javaScriptEnabled) {
        const resent = await page.request.post('/checkout', {
          multipart: { ...sent, intent: 'pay' },
          headers: { origin: shop.url },
        });
        expect(new URL(resent.url()).pathname).toBe(receipt);
        expect(await resent.text()).toContain('10,000원을 한 번만 결제했고');
      }
      expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
    });

    test('the ways out of the page keep what is typed; Enter takes none of them', async ({
      page,
      db,
    }) => {
      const { account } = await enterWithCart(page, db, { balance: 50_000 });
      await page.goto('/checkout');
      await fillDelivery(page);
      const expectTyped = async (couponCode: string) => {
        for (const [name, value] of Object.entries({ ...DELIVERY, couponCode })) {
          await expect(page.locator(`[name=${name}]`)).toHaveValue(value);
        }
      };
      await page.getByRole('button', { name: '장바구니 고치기' }).click();
      await expect(page).toHaveURL('/cart');
      await page.locator('main a[href="/checkout"]:visible').first().click();
      await expect(page).toHaveURL('/checkout');
      await expectTyped('');

      await page.fill('[name=couponCode]', 'NO-SUCH-CODE');
      await page.locator('[name=recipient]').press('Enter');
      await expect(page.locator('main [data-coupon=NOT_FOUND]')).toBeVisible();
      await expect(page).toHaveURL('/checkout');
      await page.fill('[name=address]', '부산광역시 중구 1');
      await page.getByRole('button', { name: /먼저 받아야/ }).click();
      await expect(page).toHaveURL('/coupons');
      await page.goto('/checkout');
      await expect(page.locator('[name=address]')).toHaveValue('부산광역시 중구 1');

      await page.fill('[name=address]', '대구광역시 중구 2');
      await page.getByRole('banner').getByRole('button', { name: '장터' }).click();
      await expect(page).toHaveURL('/');
      await page.goto('/checkout');
      await expect(page.locator('[name=address]')).toHaveValue('대구광역시 중구 2');

      await fillDelivery(page);
      await page.fill('[name=couponCode]', 'WELCOME10');
      await page.locator('header').getByText('English').filter({ visible: true }).click();
      await expect(page).toHaveURL('/en/checkout');
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await expect(page.getByRole('button', { name: 'Pay ₩9,000' }).first()).toBeVisible();
      await expectTyped('WELCOME10');
      await page.goto('/');
      await expect(page).toHaveURL('/en');
      await page.goto('/en/checkout');
      await page.locator('header').getByText('한국어').filter({ visible: true }).click();
      await expect(page).toHaveURL('/checkout');
      await expectTyped('WELCOME10');
      expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 50_000 });
    });

    test('a session that ends in the middle costs nothing that was typed', async ({ page, db }) => {
      const { account } = await enterWithCart(page, db, { balance: 50_000 });
      await page.goto('/checkout');
      await fillDelivery(page);
      await page.fill('[name=couponCode]', 'WELCOME10');
      await db.sql`delete from sessions where user_id = ${account.id}`;
      await page.getByRole('button', { name: '10,000원 결제하기' }).click();

      await expect(page).toHaveURL('/sign-in?next=%2Fcheckout');
      await page.fill('[name=email]', account.email);
      await page.fill('[name=password]', account.password);
      await page.locator('form:has([name=password]) [type=submit]').click();
      await expect(page).toHaveURL('/checkout');
      for (const [name, value] of Object.entries({ ...DELIVERY, couponCode: 'WELCOME10' })) {
        await expect(page.locator(`[name=${name}]`)).toHaveValue(value);
      }
      await expectFigures(page, { discount: 1_000, total: 9_000 });
      await page.getByRole('button', { name: '9,000원 결제하기' }).click();
      await expect(page.getByText('주문을 마쳤어요.')).toBeVisible();
    });
  });
}

test('a line that is taken out or mended leaves focus at what came of it, the last one too', async ({
  page,
  db,
}) => {
  const { account, product: last } = await enterWithCart(page, db, { quantity: 5, stock: 5 });
  const gone = await ownProduct(db, { quantity: 1 });
  await fillCart(db, account.id, [{ productId: gone.id, quantity: 1 }]);
  await correctStock(db, gone.id, 0);
  await correctStock(db, last.id, 2);
  await page.goto('/checkout');
  const focused = page.locator('main :focus');
  const button = (id: number) => page.locator(`[data-short="${id}"]`).getByRole('button');
  await button(gone.id).press('Enter');
  await expect(focused).toHaveText('장바구니에서 뺐어요.');
  await expect(focused.getByRole('status')).toBeVisible();
  // The next stop is what is left to mend.
  await page.keyboard.press('Tab');
  await expect(button(last.id)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(focused).toHaveText('수량을 바꿨어요.');
  await expect(page.locator('[data-short]')).toHaveCount(0);

  await correctStock(db, last.id, 0);
  await page.goto('/en/checkout');
  await button(last.id).press('Enter');
  await expect(focused).toContainText('Your cart is empty');
  await expect(page.getByRole('banner').locator('.count-badge')).toHaveCount(0);
});

test('two shoppers want the last unit: one receipt, one word on what is left', async ({
  page,
  browser,
  shop,
  db,
}) => {
  const first = await enterWithCart(page, db, { balance: 10_000, stock: 1 });
  const other = await makeAccount(db, { balance: 10_000 });
  await fillCart(db, other.id, [{ productId: first.product.id, quantity: 1 }]);
  const elsewhere = await browser.newContext({ baseURL: shop.url });
  const otherPage = await elsewhere.newPage();
  await signIn(otherPage, other);
  for (const tab of [page, otherPage]) {
    await tab.goto('/checkout');
    await fillDelivery(tab);
  }
  const pay = { name: '10,000원 결제하기' };
  await Promise.all([page, otherPage].map((tab) => tab.getByRole('button', pay).click()));
  const outcomes = await Promise.all(
    [page, otherPage].map(async (tab) => {
      const bought = tab.getByText('주문을 마쳤어요.');
      const refused = tab.getByText(/품절이라/);
      await expect(bought.or(refused).first()).toBeVisible();
      return bought.isVisible();
    }),
  );
  expect(outcomes.filter((bought) => bought)).toHaveLength(1);
  const [row] = await db.sql<{ quantity: number }[]>`
    select quantity from stock where product_id = ${first.product.id}`;
  expect(row?.quantity).toBe(0);
  await elsewhere.close();
});

test('what was typed in a session that ended is shown to nobody else who signs in there', async ({
  page,
  db,
}) => {
  const { account } = await enterWithCart(page, db);
  const other = await makeAccount(db);
  const product = await ownProduct(db);
  await fillCart(db, other.id, [{ productId: product.id, quantity: 1 }]);
  const enter = async ({ email, password }: { email: string; password: string }) => {
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', password);
    await page.locator('form:has([name=password]) [type=submit]').click();
    await expect(page).toHaveURL('/checkout');
  };
  await page.goto('/checkout');
  await fillDelivery(page);
  await db.sql`delete from sessions where user_id = ${account.id}`;
  await page.getByRole('button', { name: '적용' }).click();
  await expect(page).toHaveURL('/sign-in?next=%2Fcheckout');
  await enter(other);
  for (const name of Object.keys(DELIVERY)) {
    await expect(page.locator(`[name=${name}]`)).toHaveValue('');
  }
  await db.sql`delete from sessions where user_id = ${other.id}`;
  await page.goto('/checkout');
  await enter(account);
  await expect(page.locator('[name=address]')).toHaveValue(DELIVERY.address);
});

test('while a press is on its way, the pressed button alone says so', async ({ page, db }) => {
  await enterWithCart(page, db, { balance: 50_000 });
  await page.goto('/checkout');
  await page.fill('[name=couponCode]', 'NO-SUCH-CODE');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/checkout', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.fallback();
  });
  await page.getByRole('button', { name: '적용' }).click();
  await expect(page.getByRole('button', { name: '확인 중…' })).toBeVisible();
  await expect(page.getByRole('button', { name: '10,000원 결제하기' })).toBeVisible();
  release();
  await expect(page.getByRole('button', { name: '적용' })).toBeVisible();
});
