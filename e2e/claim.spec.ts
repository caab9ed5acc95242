/** First-come coupons: seen by everybody, claimed by one press, picked at the checkout. */

import type { Page } from '@playwright/test';
import { expect, signIn } from './fixtures';
import { makeShopper, takeCoupon } from './support/sample';
import {
  enterWithCart,
  expectFigures,
  fillDelivery,
  makeAccount,
  ownCoupon,
  test,
} from './support/shopping';

const LANGUAGES = [
  {
    at: '',
    signIn: '로그인하고 받기',
    claim: '쿠폰 받기',
    left: '2장 남았어요',
    claimed: '쿠폰을 받았어요',
    gone: '모두 나눠 드렸어요',
    refused: '준비한 쿠폰을 모두 나눠 드렸어요.',
    use: '쓰기',
    leave: '쓰지 않기',
    apply: '적용',
    minimum: '30,000원부터 쓸 수 있어요. 20,000원 더 담으면 돼요.',
    claimFirst: '선착순 쿠폰은 먼저 받아야 쓸 수 있어요.',
    pay: '7,000원 결제하기',
  },
  {
    at: '/en',
    signIn: 'Sign in to claim',
    claim: 'Claim',
    left: '2 left',
    claimed: 'It’s yours',
    gone: 'All gone',
    refused: 'All of these coupons are gone.',
    use: 'Use',
    leave: 'Don’t use',
    apply: 'Apply',
    minimum: 'It needs ₩30,000. Add ₩20,000 more to use it.',
    claimFirst: 'First-come coupons have to be claimed first.',
    pay: 'Pay ₩7,000',
  },
];

const fixed = (amount: number) => ({ kind: 'fixed', amount }) as const;

const offer = (page: Page, couponId: number) => page.locator(`[data-offer="${couponId}"]`);

for (const javaScriptEnabled of [true, false]) {
  for (const { at, ...texts } of LANGUAGES) {
    test.describe(`${at || '/'}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled });

      test('a visitor sees it, signs in, claims it by one press and pays with it', async ({
        page,
        db,
      }) => {
        const { couponId, code } = await ownCoupon(db, { ...fixed(3_000), claimLimit: 2 });
        const { account } = await enterWithCart(page, db, { balance: 50_000 });
        await page.context().clearCookies();
        const seen = await page.goto(`${at}/coupons`);
        await expect(offer(page, couponId)).toContainText(texts.left);
        // Nobody is told the code before it is theirs, search engines neither, not even between lines.
        expect(await seen?.text()).not.toContain(code);
        expect(await seen?.headerValue('set-cookie')).toBeNull();
        await offer(page, couponId).getByRole('link', { name: texts.signIn }).click();
        await page.locator('[name=email]').fill(account.email);
        await page.locator('[name=password]').fill(account.password);
        await page.locator('form:has([name=password]) [type=submit]').click();
        await expect(page).toHaveURL(`${at}/coupons`);

        await offer(page, couponId).getByRole('button', { name: texts.claim }).click();
        await expect(offer(page, couponId)).toHaveAttribute('data-state', 'claimed');
        await expect(offer(page, couponId)).toContainText(texts.claimed);
        await expect(offer(page, couponId)).toContainText(code);
        const claims = db.sql`select user_id from coupon_claims where coupon_id = ${couponId}`;
        expect(await claims).toEqual([{ user_id: account.id }]);

        await page.goto(`${at}/checkout`);
        await fillDelivery(page);
        const own = page.locator(`[data-own-coupon="${code}"]`);
        await own.getByRole('button', { name: texts.use }).click();
        await expectFigures(page, { discount: 3_000, total: 7_000 });
        await expect(page.locator('[name=couponCode]')).toHaveValue(code);
        await own.getByRole('button', { name: texts.leave }).click();
        await expectFigures(page, { total: 10_000 });
        await expect(page.locator('[name=couponCode]')).toHaveValue('');
        await own.getByRole('button', { name: texts.use }).click();
        await expect(page.locator('[name=recipient]')).not.toHaveValue('');
        await page.getByRole('button', { name: texts.pay }).first().click();
        await expect(page).toHaveURL(/\/orders\/\d+\?placed=1/);
        await expectFigures(page, { discount: 3_000, total: 7_000, balance: 43_000 });
      });

      test('whoever comes too late is told, and its code is worth nothing to them', async ({
        page,
        db,
      }) => {
        const { couponId, code } = await ownCoupon(db, { ...fixed(3_000), claimLimit: 1 });
        await enterWithCart(page, db, { balance: 50_000 });
        await page.goto(`${at}/coupons`);
        const button = offer(page, couponId).getByRole('button', { name: texts.claim });
        await expect(button).toBeVisible();
        await takeCoupon(db, couponId, await makeShopper(db));
        await button.click();
        await expect(offer(page, couponId)).toContainText(texts.refused);
        await expect(offer(page, couponId)).toHaveAttribute('data-state', 'gone');
        await expect(offer(page, couponId)).toContainText(texts.gone);
        if (javaScriptEnabled) {
          // The button has gone with it.
          await expect(offer(page, couponId).locator(':focus')).toContainText(texts.refused);
        }

        await page.goto(`${at}/checkout`);
        await page.fill('[name=couponCode]', code);
        await page.getByRole('button', { name: texts.apply, exact: true }).click();
        await expect(page.locator('[data-coupon=NOT_FOUND]')).toContainText(texts.claimFirst);
        await expectFigures(page, { total: 10_000 });
      });

      test('claimed coupons stand at the checkout, the best first, each with why it cannot be used', async ({
        page,
        db,
      }) => {
        const { account } = await enterWithCart(page, db, { balance: 50_000 });
        const claimed = async (terms: Parameters<typeof ownCoupon>[1]) => {
          const { couponId, code } = await ownCoupon(db, { ...terms, claimLimit: 9 });
          await takeCoupon(db, couponId, account.id);
          return code;
        };
        const large = await claimed({ ...fixed(9_000), minSubtotal: 30_000 });
        const small = await claimed(fixed(1_000));
        const best = await claimed(fixed(4_000));
        await page.goto(`${at}/checkout`);
        const rows = page.locator('[data-own-coupon]');
        const codes = await rows.evaluateAll((all) =>
          all.map((row) => row.getAttribute('data-own-coupon')),
        );
        expect(codes).toEqual([best, small, large]);
        await expect(rows.nth(0).locator('[data-takes-off="4000"]')).toBeVisible();
        await expect(rows.nth(2)).toContainText(texts.minimum);
        await expect(rows.nth(2).getByRole('button')).toHaveCount(0);
      });
    });
  }
}

test('a press that is sent again shows what one has, and claims nothing twice', async ({
  page,
  db,
}) => {
  const { couponId } = await ownCoupon(db, { claimLimit: 5 });
  const account = await makeAccount(db);
  await signIn(page, account);
  await page.goto('/coupons');
  const second = await page.context().newPage();
  await second.goto('/coupons');
  for (const tab of [page, second]) {
    await offer(tab, couponId).getByRole('button', { name: '쿠폰 받기' }).click();
    await expect(offer(tab, couponId)).toContainText('쿠폰을 받았어요');
    // The answer has taken focus with the button gone.
    await expect(offer(tab, couponId).locator(':focus')).toContainText('쿠폰을 받았어요');
  }
  expect(await db.sql`select claimed from coupon_usage where coupon_id = ${couponId}`).toEqual([
    { claimed: 1 },
  ]);
});
