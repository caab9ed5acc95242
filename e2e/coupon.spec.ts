/**
 * 유효하지 않은 쿠폰: each of the seven reasons has words of its own, at Apply for nothing and on the
 * receipt of the order that went on; and guessing codes is slowed down.
 */

import type { Database } from '@/db/client';
import { expect, signIn } from './fixtures';
import { createFormClient } from './support/form-client';
import { DELIVERY, fillCart, press, succeeded } from './support/sample';
import {
  enterWithCart,
  expectFigures,
  fillDelivery,
  makeAccount,
  ownCoupon,
  ownProduct,
  readBooks,
  test,
} from './support/shopping';

const LANGUAGES = [
  {
    at: '',
    apply: '적용',
    unusable: '이 쿠폰은 쓸 수 없어요.',
    noDiscount: '할인 없이 10,000원이에요.',
    toField: '쿠폰 코드로 가기',
    missed: '쓸 수 있었다면 1,000원 할인이었어요.',
    pay: '10,000원 결제하기',
    reasons: {
      NOT_FOUND: ['없는 코드예요. 코드를 다시 확인해 주세요.', '없는 코드였어요.'],
      DISABLED: ['지금은 쓸 수 없게 멈춘 쿠폰이에요.', '쓸 수 없게 멈춘 쿠폰이었어요.'],
      NOT_STARTED: ['2099년 1월 2일부터 쓸 수 있어요.', '아직 시작하지 않은 쿠폰이었어요.'],
      EXPIRED: ['2026년 1월 10일까지였어요.', '기간이 끝난 쿠폰이었어요.'],
      MIN_ORDER: [
        '15,000원부터 쓸 수 있어요. 5,000원 더 담으면 돼요.',
        '쓰려면 5,000원이 더 필요했어요.',
      ],
      TOTAL_LIMIT: ['준비한 수량이 모두 쓰였어요.', '준비한 수량이 모두 쓰인 쿠폰이었어요.'],
      PER_SHOPPER_LIMIT: ['이미 썼어요.', '이미 쓴 쿠폰이었어요.'],
    },
    wait: /없는 쿠폰 코드를 여러 번 넣어서 잠시 쉬고 있어요\. \d+초 뒤에 다시 확인해 드릴게요\./,
    payDiscounted: '9,000원 결제하기',
  },
  {
    at: '/en',
    apply: 'Apply',
    unusable: 'This coupon can’t be used.',
    noDiscount: 'No discount: the total is ₩10,000.',
    toField: 'Go to the coupon code',
    missed: 'It would have taken ₩1,000 off.',
    pay: 'Pay ₩10,000',
    reasons: {
      NOT_FOUND: ['There is no such code. Check the code.', 'There is no such code.'],
      DISABLED: ['It is switched off at the moment.', 'It was switched off.'],
      NOT_STARTED: ['It can be used from 2 Jan 2099.', 'It had not started yet.'],
      EXPIRED: ['It was valid until 10 Jan 2026.', 'It had expired.'],
      MIN_ORDER: ['It needs ₩15,000. Add ₩5,000 more to use it.', 'It needed ₩5,000 more.'],
      TOTAL_LIMIT: ['All of them have been used.', 'All of them had been used.'],
      PER_SHOPPER_LIMIT: ['You have already used it.', 'You had already used it.'],
    },
    wait: /Too many coupon codes that don’t exist\. We can check the next one in \d+ seconds?\./,
    payDiscounted: 'Pay ₩9,000',
  },
] as const;

type Reason = keyof (typeof LANGUAGES)[number]['reasons'];

/** A code for each reason, for a shopper whose cart holds one product of ₩10,000. */
async function codesOf(db: Database, userId: number): Promise<Record<Reason, string>> {
  const used = await ownCoupon(db, { perShopperLimit: 1, totalLimit: 5 });
  const usedUp = await ownCoupon(db, { totalLimit: 1 });
  for (const couponCode of [used.code, usedUp.code]) await buy(db, userId, couponCode);
  const [newYear, newYearAfter] = ['2026-01-01T00:00:00+09:00', '2026-01-11T00:00:00+09:00'];
  const later = { startsAt: new Date('2099-01-02T00:00:00+09:00'), endsAt: new Date('2100-01-01') };
  const over = { startsAt: new Date(newYear), endsAt: new Date(newYearAfter) };
  return {
    NOT_FOUND: 'NO-SUCH-CODE',
    DISABLED: (await ownCoupon(db, { enabled: false })).code,
    NOT_STARTED: (await ownCoupon(db, later)).code,
    EXPIRED: (await ownCoupon(db, over)).code,
    MIN_ORDER: (await ownCoupon(db, { minSubtotal: 15_000 })).code,
    TOTAL_LIMIT: usedUp.code,
    PER_SHOPPER_LIMIT: used.code,
  };
}

/** Orders one product of ₩10,000 beside the page, from an empty cart. */
async function buy(db: Database, userId: number, couponCode: string): Promise<number> {
  const { id: productId } = await ownProduct(db);
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const pressed = await press(db, userId, { couponCode, now: new Date() });
  return succeeded(pressed).orderId;
}

/** As a browser's full-width keyboard writes it, in small letters, with blanks around. */
const variantOf = (code: string) =>
  ` ${code.toLowerCase().replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))}　`;

for (const javaScriptEnabled of [true, false]) {
  for (const { at, reasons, ...texts } of LANGUAGES) {
    test.describe(`${at || '/'}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled });

      test('the code stays in its field, the total stays what it was, and the order goes on', async ({
        page,
        db,
      }) => {
        const account = await makeAccount(db, { balance: 100_000 });
        const codes = await codesOf(db, account.id);
        const { id: productId } = await ownProduct(db);
        await fillCart(db, account.id, [{ productId, quantity: 1 }]);
        await signIn(page, account);
        await page.goto(`${at}/checkout`);
        await fillDelivery(page);
        const apply = page.getByRole('button', { name: texts.apply, exact: true });
        for (const [reason, [words]] of Object.entries(reasons)) {
          const code = codes[reason as Reason];
          await page.fill('[name=couponCode]', code);
          await apply.click();
          const answer = page.locator(`main [data-coupon=${reason}]`);
          await expect(answer).toContainText(`${texts.unusable} ${words} ${texts.noDiscount}`);
          if (reason !== 'NOT_FOUND') await expect(answer).toContainText(texts.missed);
          if (!javaScriptEnabled) {
            // The page comes back at its top, the field is far below.
            const said = page.locator('main').getByText(`${texts.unusable} ${words}`).first();
            await expect(said).toBeInViewport();
          }
          await expect(page.locator('[name=couponCode]')).toHaveValue(code);
          await expectFigures(page, { total: 10_000 });
        }
        const variant = variantOf(codes.PER_SHOPPER_LIMIT);
        await page.fill('[name=couponCode]', variant);
        await apply.click();
        await expect(page.locator('main [data-coupon=PER_SHOPPER_LIMIT]')).toBeVisible();
        await expect(page.locator('[name=couponCode]')).toHaveValue(variant);
        const toField = page.getByRole('link', { name: texts.toField });
        await expect(toField).toBeVisible({ visible: !javaScriptEnabled });
        if (!javaScriptEnabled) {
          await toField.click();
          await expect(page.locator('[name=couponCode]')).toBeInViewport();
        }
        await page.getByRole('button', { name: texts.pay }).click();
        await expect(page).toHaveURL(/placed=1/);
        await expectFigures(page, { total: 10_000, balance: 100_000 - 2 * 9_000 - 10_000 });
        await expect(page.locator('main [data-coupon=PER_SHOPPER_LIMIT]')).toContainText(
          reasons.PER_SHOPPER_LIMIT[1],
        );
      });

      test('guessing codes waits, an existing one like any other; what is typed stays; paying goes on', async ({
        page,
        db,
      }) => {
        const { account } = await enterWithCart(page, db, { balance: 50_000 });
        const { code } = await ownCoupon(db);
        await page.goto(`${at}/checkout`);
        await fillDelivery(page);
        const apply = page.getByRole('button', { name: texts.apply, exact: true });
        await page.fill('[name=couponCode]', 'GUESS-1');
        await apply.click();
        await expect(page.locator('main [data-coupon=NOT_FOUND]')).toBeVisible();
        // As if four more had followed within the ten seconds, whatever the machine's speed.
        const counter = `coupon-apply:${account.id}`;
        const counted = await db.sql`
          update rate_limits set points = 5, expire = ${Date.now() + 60_000} where key = ${counter}`;
        expect(counted.count).toBe(1);

        for (const typed of ['GUESS-6', code]) {
          await page.fill('[name=couponCode]', typed);
          // The answer before says the same words.
          const answered = page.waitForResponse(
            (response) => response.request().method() === 'POST',
          );
          await apply.click();
          await answered;
          await expect(page.locator('main').getByRole('alert')).toContainText(texts.wait);
          await expect(page.locator('[name=couponCode]')).toHaveValue(typed);
          await expect(page.locator('[name=phone]')).toHaveValue('010-1234-5678');
          await expect(page.locator('main [data-coupon]')).toHaveCount(0);
          await expectFigures(page, { total: 10_000 });
        }
        // Drawing the page again is no way around.
        await page.reload();
        await expect(page.locator('[name=couponCode]')).toHaveValue(code);
        await expect(page.locator('main [data-coupon]')).toHaveCount(0);

        await page.getByRole('button', { name: texts.pay }).click();
        await expect(page).toHaveURL(/placed=1/);
        await expectFigures(page, { discount: 1_000, total: 9_000, balance: 41_000 });
      });
    });
  }
}

for (const { at, reasons, ...texts } of LANGUAGES) {
  test(`${at || '/'}: each receipt names its reason and the discount missed`, async ({
    page,
    db,
  }) => {
    const account = await makeAccount(db, { balance: 200_000 });
    const codes = await codesOf(db, account.id);
    await signIn(page, account);
    for (const [reason, [, words]] of Object.entries(reasons)) {
      const code = codes[reason as Reason];
      const orderId = await buy(db, account.id, code);
      await page.goto(`${at}/orders/${orderId}`);
      const why = page.locator(`main [data-coupon=${reason}]`);
      await expect(why).toContainText(words);
      await expect(why).toContainText(code);
      if (reason === 'NOT_FOUND') await expect(why).not.toContainText(texts.missed);
      else await expect(why).toContainText(texts.missed);
      await expectFigures(page, { total: 10_000 });
    }
  });
}

test('while tries cannot be counted no code is looked up at pay either; without one an order is paid', async ({
  shop,
  db,
}) => {
  const come = async () => {
    const account = await makeAccount(db, { balance: 50_000 });
    const { id: productId } = await ownProduct(db);
    await fillCart(db, account.id, [{ productId, quantity: 1 }]);
    const client = createFormClient(shop.url);
    await client.signIn(account);
    const form = (await client.open('/checkout')).form('confirmedTotal');
    const pay = async (couponCode: string) => {
      const fill = { ...DELIVERY, couponCode };
      const answer = await client.send(form.press({ fill, button: 'intent=pay' }), {
        follow: false,
      });
      if (answer.kind === 'unknown') throw answer.cause;
      return answer;
    };
    return { userId: account.id, pay };
  };
  const [guesser, other] = [await come(), await come()];
  const { code } = await ownCoupon(db);
  await db.sql.begin(async (tx) => {
    // As in a database that is kept busy: the count gives up, where an order would get through.
    await tx`lock table rate_limits in access exclusive mode`;
    const guesses = [code, 'NO-SUCH-CODE'].map((guess) => guesser.pay(guess));
    for (const { status, page } of await Promise.all(guesses)) {
      expect(status).toBe(503);
      expect(page.notices[0]?.text).toContain('아무것도 바뀌지 않았으니');
    }
    expect((await other.pay('')).location).toMatch(/placed=1$/);
  });
  expect(await readBooks(db, guesser.userId)).toMatchObject({ orders: 0, balance: 50_000 });
  expect((await guesser.pay(code)).location).toMatch(/placed=1$/);
  expect(await readBooks(db, guesser.userId)).toMatchObject({ orders: 1, balance: 41_000 });
});

test('an order without a code is never held up by guesses', async ({ page, db }) => {
  const { account } = await enterWithCart(page, db, { balance: 50_000 });
  await page.goto('/checkout');
  await fillDelivery(page);
  const wait = Date.now() + 60_000;
  const full = async (counter: string) =>
    db.sql`insert into rate_limits (key, points, expire) values (${counter}, 10, ${wait})`;
  await full(`coupon-apply:${account.id}`);
  await full(`coupon-pay:${account.id}`);
  await page.fill('[name=couponCode]', 'GUESS-11');
  await page.getByRole('button', { name: '10,000원 결제하기' }).click();
  const refused = page.locator('main').getByRole('alert');
  await expect(refused).toContainText('아직 결제하지 않았어요');
  await expect(refused).toContainText('코드를 지우면 지금 바로 주문할 수 있어요.');
  expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 50_000 });
  await page.fill('[name=couponCode]', '');
  await page.getByRole('button', { name: '10,000원 결제하기' }).click();
  await expect(page).toHaveURL(/placed=1/);
});
