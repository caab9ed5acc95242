/** 유효하지 않은 쿠폰: each of the seven reasons has words of its own, before paying and for nothing. */

import { expect } from './fixtures';
import { fillCart, press, succeeded } from './support/sample';
import {
  enterWithCart,
  expectFigures,
  fillDelivery,
  ownCoupon,
  ownProduct,
  test,
} from './support/shopping';

const DAY_MS = 86_400_000;
const days = (count: number) => new Date(Date.now() + count * DAY_MS);

const LANGUAGES = [
  {
    at: '',
    apply: '적용',
    unusable: '이 쿠폰은 쓸 수 없어요.',
    noDiscount: '할인 없이 10,000원이에요.',
    pay: '10,000원 결제하기',
    reasons: {
      NOT_FOUND: '코드를 다시 확인해 주세요.',
      DISABLED: '지금은 쉬고 있는 쿠폰이에요.',
      NOT_STARTED: '아직 시작하지 않았어요.',
      EXPIRED: '기간이 끝났어요.',
      MIN_ORDER: '5,000원 더 담으면 쓸 수 있어요.',
      TOTAL_LIMIT: '준비한 수량이 모두 쓰였어요.',
      PER_SHOPPER_LIMIT: '이미 썼어요.',
    },
    onReceipt: '이미 쓴 쿠폰이었어요.',
  },
  {
    at: '/en',
    apply: 'Apply',
    unusable: 'This coupon can’t be used.',
    noDiscount: 'No discount: the total is ₩10,000.',
    pay: 'Pay ₩10,000',
    reasons: {
      NOT_FOUND: 'Check the code.',
      DISABLED: 'It is switched off at the moment.',
      NOT_STARTED: 'It has not started yet.',
      EXPIRED: 'It has expired.',
      MIN_ORDER: 'Add ₩5,000 more to use it.',
      TOTAL_LIMIT: 'All of them have been used.',
      PER_SHOPPER_LIMIT: 'You have already used it.',
    },
    onReceipt: 'You had already used it.',
  },
];

for (const javaScriptEnabled of [true, false]) {
  for (const { at, reasons, ...texts } of LANGUAGES) {
    test.describe(`${at || '/'}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled });

      test('the code stays in its field, the total stays what it was, and the order goes on', async ({
        page,
        db,
      }) => {
        const { account } = await enterWithCart(page, db, { balance: 100_000 });
        const used = await ownCoupon(db, { perShopperLimit: 1, totalLimit: 5 });
        const usedUp = await ownCoupon(db, { totalLimit: 1 });
        for (const couponCode of [used.code, usedUp.code]) {
          succeeded(await press(db, account.id, { couponCode, now: new Date() }));
          const { id: productId } = await ownProduct(db);
          await fillCart(db, account.id, [{ productId, quantity: 1 }]);
        }
        const codes: Record<keyof typeof reasons, string> = {
          NOT_FOUND: 'NO-SUCH-CODE',
          DISABLED: (await ownCoupon(db, { enabled: false })).code,
          NOT_STARTED: (await ownCoupon(db, { startsAt: days(1), endsAt: days(2) })).code,
          EXPIRED: (await ownCoupon(db, { startsAt: days(-2), endsAt: days(-1) })).code,
          MIN_ORDER: (await ownCoupon(db, { minSubtotal: 15_000 })).code,
          TOTAL_LIMIT: usedUp.code,
          PER_SHOPPER_LIMIT: used.code,
        };

        await page.goto(`${at}/checkout`);
        await fillDelivery(page);
        for (const [reason, words] of Object.entries(reasons)) {
          const code = codes[reason as keyof typeof reasons];
          await page.fill('[name=couponCode]', code);
          await page.getByRole('button', { name: texts.apply, exact: true }).click();
          const answer = page.locator(`main [data-coupon=${reason}]`);
          await expect(answer).toContainText(`${texts.unusable} ${words} ${texts.noDiscount}`);
          await expect(page.locator('[name=couponCode]')).toHaveValue(code);
          await expectFigures(page, { total: 10_000 });
        }
        await page.getByRole('button', { name: texts.pay }).click();
        await expect(page).toHaveURL(/placed=1/);
        await expectFigures(page, { total: 10_000, balance: 100_000 - 2 * 9_000 - 10_000 });
        await expect(page.locator('main [data-coupon=PER_SHOPPER_LIMIT]')).toContainText(
          texts.onReceipt,
        );
      });
    });
  }
}
