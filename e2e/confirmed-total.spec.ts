/** Nobody pays more than the page showed: what changed is told from what to what, one button accepts. */

import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import type { Database } from '@/db/client';
import { products } from '@/db/schema';
import { expect, expectAccessible } from './fixtures';
import { correctStock, fillCart, press, succeeded } from './support/sample';
import {
  enterWithCart,
  expectFigures,
  expectNoSidewaysScroll,
  fillDelivery,
  makeAccount,
  ownCoupon,
  ownProduct,
  readBooks,
  switchOff,
  test,
} from './support/shopping';

const setPrice = (db: Database, productId: number, price: number) =>
  db.orm.update(products).set({ price }).where(eq(products.id, productId));

/** What happens to a coupon between the page and the press, and the words for it. */
const WAYS_TO_DIE: [string, string, (db: Database, couponId: number) => Promise<unknown>][] = [
  ['DISABLED', '지금은 쓸 수 없게 멈춘 쿠폰이에요.', switchOff],
  [
    'EXPIRED',
    '2026년 1월 10일까지였어요.',
    ({ sql }, id) => sql`
      update coupons set starts_at = '2026-01-01', ends_at = '2026-01-11 00:00+09' where id = ${id}`,
  ],
  [
    'MIN_ORDER',
    '12,000원부터 쓸 수 있어요. 2,000원 더 담으면 돼요.',
    ({ sql }, id) => sql`update coupons set min_subtotal = 12000 where id = ${id}`,
  ],
  [
    'TOTAL_LIMIT',
    '준비한 수량이 모두 쓰였어요.',
    async (db, id) => {
      await db.sql`update coupon_usage set total_limit = 1 where coupon_id = ${id}`;
      const [coupon] = await db.sql<{ code: string }[]>`select code from coupons where id = ${id}`;
      const { id: productId } = await ownProduct(db);
      const other = await makeAccount(db, { balance: 10_000 });
      await fillCart(db, other.id, [{ productId, quantity: 1 }]);
      const couponCode = coupon?.code ?? null;
      succeeded(await press(db, other.id, { couponCode, now: new Date() }));
    },
  ],
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('one of two prices rises: the line, its old and its new price; the button pays the new total', async ({
      page,
      db,
    }) => {
      const { account, product } = await enterWithCart(page, db, { balance: 50_000 });
      const other = await ownProduct(db, { price: 5_000 });
      await fillCart(db, account.id, [{ productId: other.id, quantity: 2 }]);
      await page.goto('/checkout');
      await fillDelivery(page);
      await setPrice(db, other.id, 5_500);
      await page.getByRole('button', { name: '20,000원 결제하기' }).click();

      const refused = page.locator('main').getByRole('alert').first();
      await expect(refused).toContainText(
        '합계가 20,000원에서 21,000원으로 바뀌었어요. 아직 결제하지 않았어요.',
      );
      await expect(refused.locator('[data-changes] li')).toHaveText([
        `시험 ${other.mark}: 한 개 값이 5,000원에서 5,500원으로 바뀌었어요.`,
      ]);
      await expect(refused).not.toContainText(product.mark);
      if (javaScriptEnabled) {
        await page.setViewportSize({ width: 320, height: 640 });
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
      }
      expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 50_000 });

      await refused.getByRole('button', { name: '21,000원 결제하기' }).click();
      await expect(page).toHaveURL(/placed=1/);
      await expectFigures(page, { total: 21_000, balance: 29_000 });
      await expect(page.locator('main [data-spared]')).toHaveCount(0);
    });

    test('a price that changes once more while the answer is drawn: words and button name one total', async ({
      page,
      db,
      shop,
    }) => {
      const { product } = await enterWithCart(page, db, { balance: 50_000 });
      await page.goto('/checkout');
      await fillDelivery(page);
      await setPrice(db, product.id, 11_000);
      // The refused try is recorded after the refusal and before the page is drawn anew.
      const owner = postgres(shop.ownerUrl, { max: 1, onnotice: () => undefined });
      const name = `price_${product.id}`;
      await owner.unsafe(`
        create function ${name}() returns trigger language plpgsql security definer as $$ begin
          update products set price = 12000 where id = ${product.id}; return null;
        end $$;
        create trigger ${name} after insert on checkout_attempts execute function ${name}()`);
      await page.getByRole('button', { name: '10,000원 결제하기' }).click();
      const refused = page.locator('main').getByRole('alert').first();
      await expect(refused).toContainText(
        '합계가 10,000원에서 12,000원으로 바뀌었어요. 아직 결제하지 않았어요.',
      );
      await owner.unsafe(`drop function ${name} cascade`);
      await owner.end();
      await expect(refused).not.toContainText('11,000');
      await refused.getByRole('button', { name: '12,000원 결제하기' }).click();
      await expect(page).toHaveURL(/placed=1/);
      await expectFigures(page, { total: 12_000 });
    });

    test('what the page did not show is not bought unasked, though it costs less', async ({
      page,
      db,
    }) => {
      const { account, product } = await enterWithCart(page, db, { balance: 100_000 });
      await page.goto('/checkout');
      await fillDelivery(page);
      // As after an order in another tab: the cart was emptied, and holds something else.
      await db.sql`delete from cart_lines where product_id = ${product.id}`;
      const other = await ownProduct(db, { price: 3_000 });
      await fillCart(db, account.id, [{ productId: other.id, quantity: 1 }]);
      await page.getByRole('button', { name: '10,000원 결제하기' }).click();
      const refused = page.locator('main').getByRole('alert').first();
      await expect(refused).toContainText(
        '합계가 10,000원에서 3,000원으로 바뀌었어요. 아직 결제하지 않았어요.',
      );
      await expect(refused.locator('[data-changes] li')).toHaveCount(2);
      expect(await readBooks(db, account.id)).toMatchObject({ orders: 0, balance: 100_000 });
      await refused.getByRole('button', { name: '3,000원 결제하기' }).click();
      await expect(page).toHaveURL(/placed=1/);
      await expectFigures(page, { total: 3_000 });
    });

    test('the cart changes in another tab: quantities, what came in and what went', async ({
      page,
      context,
      db,
    }) => {
      const { account, product } = await enterWithCart(page, db, { balance: 100_000 });
      const [gone, added] = [
        await ownProduct(db, { price: 1_000 }),
        await ownProduct(db, { price: 3_000 }),
      ];
      await fillCart(db, account.id, [{ productId: gone.id, quantity: 2 }]);
      await page.goto('/en/checkout');
      await fillDelivery(page);

      const otherTab = await context.newPage();
      await otherTab.goto('/cart');
      const lineOf = (slug: string) => otherTab.locator(`[data-product="${slug}"]`);
      await lineOf(gone.slug)
        .getByRole('button', { name: `시험 ${gone.mark} 빼기` })
        .click();
      // The line goes at once; that the shop took it out is known a little later.
      await expect
        .poll(() => db.sql`select from cart_lines where product_id = ${gone.id}`)
        .toHaveLength(0);
      await fillCart(db, account.id, [
        { productId: product.id, quantity: 2 },
        { productId: added.id, quantity: 1 },
      ]);
      await page.getByRole('button', { name: 'Pay ₩12,000' }).click();

      const refused = page.locator('main').getByRole('alert').first();
      await expect(refused).toContainText(
        'The total changed from ₩12,000 to ₩33,000. You have not been charged.',
      );
      await expect(refused.locator('[data-changes] li')).toHaveText([
        `Own ${product.mark}: the quantity went from 1 to 3.`,
        `Own ${added.mark}: 1 added to your cart.`,
        `Own ${gone.mark}: no longer in your cart; the page showed 2.`,
      ]);
      await refused.getByRole('button', { name: 'Pay ₩33,000' }).click();
      await expect(page).toHaveURL(/placed=1/);
      await expectFigures(page, { total: 33_000, balance: 67_000 });
    });

    test('what was sold out is there again: the line is named, and counted only when accepted', async ({
      page,
      db,
    }) => {
      const { account } = await enterWithCart(page, db, { balance: 50_000 });
      const other = await ownProduct(db, { price: 5_000, quantity: 2 });
      await fillCart(db, account.id, [{ productId: other.id, quantity: 2 }]);
      await correctStock(db, other.id, 0);
      await page.goto('/checkout');
      await expectFigures(page, { total: 10_000 });
      await fillDelivery(page);
      await correctStock(db, other.id, 2);
      await page.getByRole('button', { name: '10,000원 결제하기' }).click();
      const refused = page.locator('main').getByRole('alert').first();
      await expect(refused).toContainText('합계가 10,000원에서 20,000원으로 바뀌었어요.');
      await expect(refused.locator('[data-changes] li')).toHaveText([
        `시험 ${other.mark}: 다시 살 수 있어서 합계에 넣었어요.`,
      ]);
      expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 50_000 });
      await refused.getByRole('button', { name: '20,000원 결제하기' }).click();
      await expect(page).toHaveURL(/placed=1/);
      await expectFigures(page, { total: 20_000, balance: 30_000 });
    });

    for (const [reason, why, die] of WAYS_TO_DIE) {
      test(`a coupon that died asks again and names the discount gone and why: ${reason}`, async ({
        page,
        db,
      }) => {
        const { account } = await enterWithCart(page, db, { balance: 50_000 });
        const coupon = await ownCoupon(db);
        await page.goto('/checkout');
        await fillDelivery(page);
        await page.fill('[name=couponCode]', coupon.code);
        await expect(page.locator('[name=confirmedSubtotal]')).not.toBeChecked();
        await page.getByRole('button', { name: '적용', exact: true }).click();
        await expectFigures(page, { discount: 1_000, total: 9_000 });
        await die(db, coupon.couponId);
        await page.getByRole('button', { name: '9,000원 결제하기' }).click();

        const refused = page.locator('main').getByRole('alert').first();
        await expect(refused.locator('[data-changes] li')).toHaveText([
          '보여드린 쿠폰 할인 1,000원을 더는 받을 수 없어요.',
        ]);
        await expect(refused.locator(`[data-coupon=${reason}]`)).toHaveText(
          `이 쿠폰은 쓸 수 없어요. ${why} 할인 없이 10,000원이에요. 쓸 수 있었다면 1,000원 할인이었어요.`,
        );
        expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 50_000 });
        await refused.getByRole('button', { name: '10,000원 결제하기' }).click();
        await expect(page).toHaveURL(/placed=1/);
        await expectFigures(page, { total: 10_000, balance: 40_000 });
        await expect(page.locator(`main [data-coupon=${reason}]`)).toContainText(coupon.code);
      });
    }

    test('with the tick a dead coupon lets the order go on; a risen price still asks', async ({
      page,
      db,
    }) => {
      const { account, product } = await enterWithCart(page, db, { balance: 50_000 });
      const { couponId, code } = await ownCoupon(db);
      await page.goto('/en/checkout');
      await fillDelivery(page);
      await page.fill('[name=couponCode]', code);
      const tick = page.getByRole('checkbox', {
        name: 'If the coupon can’t be used, order without the discount for ₩10,000',
      });
      await tick.check();
      await page.getByRole('button', { name: 'Apply', exact: true }).click();
      await expectFigures(page, { discount: 1_000, total: 9_000 });
      await expect(tick).toBeChecked();
      await switchOff(db, couponId);
      await setPrice(db, product.id, 10_500);
      await page.getByRole('button', { name: 'Pay ₩9,000' }).click();

      const refused = page.locator('main').getByRole('alert').first();
      await expect(refused.locator('[data-changes] li')).toHaveText([
        `Own ${product.mark}: the price went from ₩10,000 to ₩10,500 each.`,
        'The coupon discount of ₩1,000 that was shown no longer applies.',
      ]);
      await expect(page.locator('[name=confirmedSubtotal]')).toBeChecked();
      await expect(page.locator('[name=confirmedSubtotal]')).toHaveValue('10500');

      await setPrice(db, product.id, 10_000);
      await db.sql`update coupons set enabled = true where id = ${couponId}`;
      await page.getByRole('button', { name: 'Apply', exact: true }).click();
      await expectFigures(page, { discount: 1_000, total: 9_000 });
      await switchOff(db, couponId);
      await page.getByRole('button', { name: 'Pay ₩9,000' }).click();
      await expect(page).toHaveURL(/placed=1/);
      await expectFigures(page, { total: 10_000, balance: 40_000 });
      const why = page.locator('main [data-coupon=DISABLED]');
      await expect(why).toContainText(code);
      await expect(why).toContainText('It would have taken ₩1,000 off.');
      expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
    });

    test('a price drop is passed on, and the receipt says what was spared', async ({
      page,
      db,
    }) => {
      const { product } = await enterWithCart(page, db, { balance: 50_000, quantity: 2 });
      await page.goto('/checkout');
      await fillDelivery(page);
      await setPrice(db, product.id, 9_500);
      await page.getByRole('button', { name: '20,000원 결제하기' }).click();
      await expect(page).toHaveURL(/placed=1/);
      await expectFigures(page, { total: 19_000, balance: 31_000, spared: 1_000 });
      await expect(page.locator('main [data-spared]')).toHaveText(
        '화면에서 본 금액은 20,000원이었고, 그보다 1,000원 적게 결제했어요.',
      );
    });

    test('a press that only prices the cart again tells what changed too', async ({ page, db }) => {
      const { product } = await enterWithCart(page, db, { balance: 50_000 });
      await page.goto('/checkout');
      await setPrice(db, product.id, 11_000);
      await page.getByRole('button', { name: '적용', exact: true }).click();
      await expectFigures(page, { total: 11_000 });
      await expect(page.locator('main [data-changes] li')).toHaveText([
        `시험 ${product.mark}: 한 개 값이 10,000원에서 11,000원으로 바뀌었어요.`,
      ]);
    });
  });
}
