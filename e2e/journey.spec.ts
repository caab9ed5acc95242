/** The five scenarios as one person lives them, and an operator after her (issue 2). */

import { randomUUID } from 'node:crypto';
import { expect } from './fixtures';
import { DELIVERY } from './support/sample';
import {
  expectFigures,
  fillDelivery,
  makeAccount,
  ownCoupon,
  ownProduct,
  test,
} from './support/shopping';

const PRICE = 3_000;
const UNITS = 99;
const STOCK = 120;
const TOP_UP = 300_000;
const SUBTOTAL = PRICE * UNITS;
const DISCOUNT = SUBTOTAL / 10;
const TOTAL = SUBTOTAL - DISCOUNT;

const LANGUAGES = [
  {
    lang: 'ko',
    at: '',
    name: (mark: string) => `시험 ${mark}`,
    topUp: '충전하기',
    charged: '300,000원을 충전했어요. 잔액 300,000원.',
    quantity: '수량',
    add: '장바구니에 담기',
    toCart: '장바구니 보기',
    apply: '적용',
    applied: (code: string) => `${code} 쿠폰으로 29,700원 할인받아요.`,
    pay: '267,300원 결제하기',
    done: '267,300원을 결제했고 잔액은 32,700원이에요.',
    each: '3,000원 × 99개',
  },
  {
    lang: 'en',
    at: '/en',
    name: (mark: string) => `Own ${mark}`,
    topUp: 'Top up',
    charged: 'Added ₩300,000. Balance ₩300,000.',
    quantity: 'Quantity',
    add: 'Add to cart',
    toCart: 'View cart',
    apply: 'Apply',
    applied: (code: string) => `${code} takes ₩29,700 off.`,
    pay: 'Pay ₩267,300',
    done: 'You paid ₩267,300; balance ₩32,700.',
    each: '₩3,000 × 99',
  },
];

for (const javaScriptEnabled of [true, false]) {
  for (const language of LANGUAGES) {
    const { lang, at } = language;
    test.describe(`${lang}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled });

      test('잔액 조회, 잔액 충전, 상품 조회, 주문 및 결제, 인기 상품 조회: from signing up to the sale in the back office', async ({
        page,
        context,
        db,
      }) => {
        // Some twenty pages one after the other.
        test.slow();
        const product = await ownProduct(db, { price: PRICE, quantity: STOCK });
        const { code } = await ownCoupon(db);
        const admin = await makeAccount(db, { role: 'admin' });
        const main = page.locator('main');
        const press = (name: string) => main.getByRole('button', { name, exact: true }).click();

        await page.goto(`${at}/sign-up?next=/wallet`);
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        await page.fill('[name=name]', '홍길동');
        await page.fill('[name=email]', `${randomUUID()}@example.com`);
        await page.fill('[name=password]', 'pale green celadon');
        await page.locator('form:has([name=password]) [type=submit]').click();

        await expect(page).toHaveURL(`${at}/wallet`);
        await expectFigures(page, { balance: 0 });
        await page.fill('[name=amount]', String(TOP_UP));
        await press(language.topUp);
        await expect(main.getByRole('status')).toContainText(language.charged);
        await expectFigures(page, { balance: TOP_UP });
        await expect(main.locator('[data-entry]')).toHaveCount(1);
        await expect(main.locator('[data-amount]')).toHaveAttribute('data-amount', `${TOP_UP}`);

        await page.goto(`${at}/products?q=${product.mark}`);
        const card = main.locator(`[data-product="${product.slug}"]`);
        await expect(card.locator('[data-stock]')).toHaveAttribute('data-stock', `${STOCK}`);
        await card.getByRole('link').click();
        await main.getByRole('spinbutton', { name: language.quantity }).fill(`${UNITS}`);
        await press(language.add);
        await main.getByRole('link', { name: language.toCart }).click();
        await expectFigures(page, { total: SUBTOTAL });
        await main.locator(`a[href="${at}/checkout"]`).click();

        await expect(page).toHaveURL(`${at}/checkout`);
        await fillDelivery(page);
        // Codes are typed as people type them (spec.md: Coupon).
        await page.fill('[name=couponCode]', ` ${code.toLowerCase()} `);
        await press(language.apply);
        await expect(main).toContainText(language.applied(code));
        await expectFigures(page, { discount: DISCOUNT, total: TOTAL, balance: TOP_UP });
        await expect(page.locator('[name=address]')).toHaveValue(DELIVERY.address);
        await press(language.pay);

        await expect(page).toHaveURL(new RegExp(`${at}/orders/\\d+\\?placed=1$`));
        const orderId = /orders\/(\d+)/.exec(page.url())?.[1];
        await expect(main.getByRole('status')).toContainText(language.done);
        const receipt = main.getByRole('article');
        await expect(receipt).toContainText(language.name(product.mark));
        await expect(receipt).toContainText(language.each);
        await expect(receipt).toContainText(code);
        await expect(receipt).toContainText(DELIVERY.recipient);
        const after = TOP_UP - TOTAL;
        await expectFigures(page, { discount: DISCOUNT, total: TOTAL, balance: after });

        await page.goto(`${at}/wallet`);
        await expectFigures(page, { balance: after, amount: -TOTAL });
        await expect(main.locator(`[data-entry] a[href="${at}/orders/${orderId}"]`)).toBeVisible();

        // Public pages are at most 3 s old (architecture.md): each look is a fresh one.
        await expect(async () => {
          await page.goto(`${at}/popular`);
          const ranked = main.locator(`[data-product="${product.slug}"]`);
          await expect(ranked).toHaveAttribute('data-units', `${UNITS}`, { timeout: 500 });
        }).toPass();
        await page.goto(`${at}/products?q=${product.mark}`);
        const left = String(STOCK - UNITS);
        await expect(card.locator('[data-stock]')).toHaveAttribute('data-stock', left);

        // The operator sits at a browser of her own.
        await context.clearCookies();
        await page.goto(`${at}/sign-in?next=/admin`);
        await page.fill('[name=email]', admin.email);
        await page.fill('[name=password]', admin.password);
        await page.locator('form:has([name=password]) [type=submit]').click();
        const sale = main.locator(`[data-order="${orderId}"]`);
        await expect(sale).toContainText(lang === 'ko' ? '267,300원' : '₩267,300');
        await sale.getByRole('link').first().click();
        await expect(main.getByRole('heading', { level: 1 })).toContainText(`${orderId}`);
        await expectFigures(page, { total: TOTAL });
        await expect(main).toContainText(code);
      });
    });
  }
}
