/** Issue 4, point 9: very long names, other scripts, 1,000 units in a cart, huge numbers. */

import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn } from './fixtures';
import { openAccountFor } from './support/accounts';
import { fillCart, makeProduct, press, succeeded } from './support/sample';
import { addMoney, expectNoSidewaysScroll, makeAccount, test } from './support/shopping';

const MOST_PRICE = 100_000_000;
const PASSWORD = 'pale green celadon';
const NAMES = {
  'one word without an end': '가'.repeat(100),
  'right to left': 'مرحبا بالعالم ١٢٣ (أفضل)',
  'emoji that join': '👩‍👩‍👧‍👦🏳️‍🌈👍🏽'.repeat(6),
};
const WIDTHS = [320, 1280];

async function expectFits(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
    }
  }
}

// A dozen pages a test, in two widths.
test.describe.configure({ timeout: 180_000 });

for (const [what, name] of Object.entries(NAMES)) {
  test(`${what}, as a person's and a product's name`, async ({ page, browser, db, shop }) => {
    const person = await openAccountFor(db, { password: PASSWORD, name });
    await addMoney(db, person.id, 1_000_000);
    const slug = `extreme-${crypto.randomUUID().slice(0, 8)}`;
    const productId = await makeProduct(db, { slug, nameKo: name, nameEn: name });
    await fillCart(db, person.id, [{ productId, quantity: 2 }]);
    const delivery = { recipient: name.slice(0, 50), phone: '010-1234-5678', address: name };
    const { orderId } = succeeded(await press(db, person.id, { now: new Date(), delivery }));
    await fillCart(db, person.id, [{ productId, quantity: 1 }]);

    await signIn(page, { email: person.email, password: PASSWORD });
    const own = ['/account', '/cart', '/checkout', '/orders', `/orders/${orderId}`, '/wallet'];
    await expectFits(page, [...own, `/products/${slug}`, '/products?sort=newest']);
    await page.goto(`/orders/${orderId}`);
    await expect(page.locator('main')).toContainText(name.slice(0, 20));
    await expectAccessible(page);

    const office = await browser.newContext({ baseURL: shop.url });
    const officePage = await office.newPage();
    await signIn(officePage, await makeAccount(db, { role: 'admin' }));
    const seen = ['orders', 'customers', 'stock', 'products', `orders/${orderId}`];
    await expectFits(
      officePage,
      seen.map((place) => `/en/admin/${place}`),
    );
    await office.close();
  });
}

test('a name written from right to left turns no number beside it around', async ({ page, db }) => {
  const name = NAMES['right to left'];
  const person = await openAccountFor(db, { password: PASSWORD, name });
  await addMoney(db, person.id, 1_000_000);
  const productId = await makeProduct(db, { nameKo: name, nameEn: name, quantity: 5 });
  await fillCart(db, person.id, [{ productId, quantity: 5 }]);
  await signIn(page, { email: person.email, password: PASSWORD });
  // Three of the five are sold meanwhile: the sentence names what was wanted and what is left.
  await db.sql`update stock set quantity = 2 where product_id = ${productId}`;
  await page.goto('/checkout');
  const sentence = page.locator('main li', { hasText: name }).filter({ hasText: '2' }).first();
  await expect(sentence).toContainText(`\u2068${name}\u2069`);
  await db.sql`update stock set quantity = 5 where product_id = ${productId}`;

  const { orderId } = succeeded(
    await press(db, person.id, { now: new Date(), couponCode: 'שלום 5' }),
  );
  await page.goto('/orders');
  await expect(page.locator('main li', { hasText: name })).toContainText(`\u2068${name}\u2069`);
  await page.goto(`/orders/${orderId}`);
  await expect(page.locator('main [data-coupon]')).toContainText('\u2068שלום 5\u2069 쿠폰은');
  await page.goto('/products?q=שלום 5');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '‘\u2068שלום 5\u2069’ 검색 결과',
  );

  await page.goto('/account');
  const isolated = await page
    .locator('main bdi', { hasText: name })
    .evaluate((element) => getComputedStyle(element).unicodeBidi);
  expect(isolated).toBe('isolate');
});

test('a thousand units of the dearest products: every figure is whole, and nothing breaks', async ({
  page,
  db,
}) => {
  const account = await makeAccount(db, { balance: 200_000_000_000 });
  const lines = [];
  for (let n = 0; n < 11; n++) {
    const product = { price: MOST_PRICE, quantity: 999_999_999, nameKo: `비싼 것 ${n}` };
    // As many as a line may hold would push other tests' products from the popular page.
    lines.push({ productId: await makeProduct(db, product), quantity: 98 });
  }
  await fillCart(db, account.id, lines);
  await signIn(page, account);
  const total = 11 * 98 * MOST_PRICE;
  await page.goto('/cart');
  await expect(page.locator('main [data-total]').first()).toHaveAttribute('data-total', `${total}`);
  await expect(page.locator('header .count-badge').first()).toHaveText('99+');
  await expectFits(page, ['/cart', '/en/cart', '/checkout', '/wallet', '/en/wallet']);
  await page.goto('/en/checkout');
  await expect(page.locator('main')).toContainText('₩107,800,000,000');
  await expectAccessible(page);
  await page.fill('[name=recipient]', '김장터');
  await page.fill('[name=phone]', '010-1234-5678');
  await page.fill('[name=address]', '서울특별시 종로구 세종대로 1');
  await page.locator('main button[value=pay]:visible').first().click();
  await expect(page).toHaveURL(/\/orders\/\d+\?placed=1$/);
  await expect(page.locator('main')).toContainText('₩107,800,000,000');
  await expectFits(page, [new URL(page.url()).pathname]);
});
