/** The public pages as a shopper uses them: what was looked at before, how ranks moved, motion. */

import { ACCOUNTS, expect, signIn } from './fixtures';
import { correctStock, fillCart, makeShopper, press, succeeded } from './support/sample';
import { formFields, makeAccount, ownProduct, readBooks, test } from './support/shopping';

test('what this browser looked at before comes back with its present price and stock, until it is forgotten', async ({
  page,
  db,
}) => {
  const [apple, pear] = [
    await ownProduct(db, { quantity: 9 }),
    await ownProduct(db, { quantity: 9 }),
  ];
  await page.goto(`/products/${apple.slug}`);
  await expect(page.getByRole('heading', { name: '최근 본 상품' })).toHaveCount(0);
  // Remembered once scripts run.
  await page.waitForFunction(
    (id) => localStorage.getItem('recent-products')?.includes(String(id)),
    apple.id,
  );
  await page.goto(`/products/${pear.slug}`);
  const recent = page.getByRole('region', { name: '최근 본 상품' });
  await expect(recent.locator('[data-product]')).toHaveCount(1);
  await correctStock(db, apple.id, 2);
  await page.goto('/en');
  const seen = page.getByRole('region', { name: 'Recently viewed' }).locator('[data-product]');
  await expect(seen).toHaveCount(2);
  await expect(seen.first()).toHaveAttribute('data-product', pear.slug);
  await expect(seen.last().locator('[data-stock]')).toHaveText('2 left');
  // Asked without cookies: which products are of interest is nobody's.
  const asked = page.waitForRequest(/api\/products\?/);
  await page.reload();
  expect(await (await asked).headerValue('cookie')).toBeNull();
  await page.getByRole('button', { name: 'Forget' }).click();
  await expect(page.locator('main :focus')).toHaveText('Your recently viewed items are gone.');
  await expect(seen).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'New in' })).toBeVisible();
  await expect(seen).toHaveCount(0);
});

test('what sells best stands on the home page once, above what is new', async ({ page, db }) => {
  const { id, slug } = await ownProduct(db, { price: 100, quantity: 99 });
  const userId = await makeShopper(db, { balance: 9_900 });
  await fillCart(db, userId, [{ productId: id, quantity: 99 }]);
  succeeded(await press(db, userId, { now: new Date() }));
  const slugs = (region: string) =>
    page
      .getByRole('region', { name: region })
      .locator('[data-product]')
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-product')));
  // The page is some seconds old.
  await expect(async () => {
    await page.goto('/');
    expect(await slugs('최근 3일 인기 상품')).toContain(slug);
  }).toPass();
  const [best, newest] = [await slugs('최근 3일 인기 상품'), await slugs('새로 들어온 상품')];
  expect(newest).toHaveLength(8);
  expect(newest.filter((card) => best.includes(card))).toEqual([]);
});

test('a product page says what can be bought, what it comes to, and what the wallet holds', async ({
  page,
  db,
}) => {
  const { slug } = await ownProduct(db, { price: 12_900, quantity: 4 });
  await page.goto(`/products/${slug}`);
  const main = page.getByRole('main');
  await expect(main.getByText('지금 4개까지 살 수 있어요')).toBeVisible();
  await expect(main.getByText('합계 12,900원')).toBeVisible();
  await expect(main.getByText(/^지갑 잔액/)).toHaveCount(0);
  await signIn(page, await makeAccount(db, { balance: 30_000 }));
  await page.goto(`/products/${slug}`);
  await expect(main.getByText('지갑 잔액 30,000원')).toBeVisible();
  await main.getByRole('spinbutton', { name: '수량' }).fill('3');
  await expect(main.getByText('합계 38,700원')).toBeVisible();
  await expect(main.getByText('지갑 잔액 30,000원 · 8,700원 부족해요')).toBeVisible();
});

for (const [prefix, lang, money] of [
  ['', 'ko', '12,900원'],
  ['/en', 'en', '₩12,900'],
] as const) {
  test(`money is written as the page's language writes it, from the list to the receipt and beside every file (${lang})`, async ({
    page,
    db,
  }) => {
    const { id, slug, mark } = await ownProduct(db, { price: 12_900, quantity: 9 });
    const account = await makeAccount(db, { balance: 50_000 });
    await signIn(page, account);
    await fillCart(db, account.id, [{ productId: id, quantity: 1 }]);
    /** @param file an address that a link of the page fetches a file from */
    const shows = async (path: string, file?: string) => {
      await page.goto(`${prefix}${path}`);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      const amounts = page.getByRole('main').getByText(money);
      await expect(amounts.filter({ visible: true }).first()).toBeVisible();
      if (file) await expect(page.locator(`main a[href^="${prefix}${file}"]`)).toBeVisible();
    };
    for (const path of [`/products?q=${mark}`, `/products/${slug}`, '/cart', '/checkout']) {
      await shows(path);
    }
    const { orderId } = succeeded(await press(db, account.id, { now: new Date() }));
    await shows(`/orders/${orderId}`);
    await shows('/wallet', '/wallet/export');
    await page.context().clearCookies();
    await signIn(page, ACCOUNTS.admin);
    await shows(`/admin/orders?product=${id}`, '/admin/export/orders');
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('what sold out after the page was opened is not put into the cart, however the form is sent', async ({
    page,
    shop,
    db,
  }) => {
    const { id, slug } = await ownProduct(db, { quantity: 1 });
    const account = await makeAccount(db, { balance: 50_000 });
    await signIn(page, account);
    await page.goto(`/products/${slug}`);
    const fields = await formFields(page.locator('form:has([name=productId])'));
    await correctStock(db, id, 0);
    await page.getByRole('button', { name: '장바구니에 담기' }).click();
    await expect(page.getByRole('alert')).toContainText(/품절|남/);
    // Posted without its page, to put one into the cart and to buy one at once.
    const buttons: Record<string, string>[] = [{}, { next: 'checkout' }];
    for (const button of buttons) {
      const answer = await page.request.post(`/products/${slug}`, {
        multipart: { ...fields, ...button },
        headers: { origin: shop.url },
      });
      expect(new URL(answer.url()).pathname).toBe(`/products/${slug}`);
      expect(await answer.text()).toMatch(/role="alert".*?품절/s);
    }
    const left = await db.sql`select quantity from stock where product_id = ${id}`;
    expect(left).toEqual([{ quantity: 0 }]);
    expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 50_000 });
    await page.goto('/cart');
    await expect(page.locator('main [data-product]')).toHaveCount(0);
    // A public page is a few seconds old at most.
    await expect(async () => {
      await page.goto(`/products/${slug}`);
      const soldOut = page.getByRole('main').locator('[data-stock="0"]').first();
      await expect(soldOut).toHaveText('품절', { timeout: 1_000 });
    }).toPass();
  });

  test('what moved against the window before is said in words', async ({ page, db }) => {
    // More than anything of the sample shop sells.
    const { id, slug } = await ownProduct(db, { price: 10, quantity: 20_000 });
    const userId = await makeShopper(db, { balance: 1_000_000 });
    for (let i = 0; i < 8; i++) {
      await fillCart(db, userId, [{ productId: id, quantity: 99 }]);
      succeeded(await press(db, userId, { now: new Date() }));
    }
    for (const [path, words, against] of [
      ['/popular', '새로 올라왔어요', /순위 변화는 .+~.+와 비교했어요/],
      ['/en/popular/30', 'New', /Moves compare with .+ to .+/],
    ] as const) {
      await expect(async () => {
        await page.goto(path);
        await expect(page.locator(`[data-product="${slug}"] [data-move="new"]`)).toHaveText(words, {
          timeout: 1_000,
        });
      }).toPass();
      await expect(page.locator('[data-move]')).toHaveCount(5);
      await expect(page.getByRole('main')).toContainText(against);
    }
  });
});

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  test(`a picture moves to its product's page only where motion is welcome (${reducedMotion})`, async ({
    page,
    db,
  }) => {
    const { slug, mark } = await ownProduct(db);
    await page.emulateMedia({ reducedMotion });
    await page.goto(`/products?q=${mark}`);
    await page.evaluate(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      const look = () => {
        for (const animation of document.getAnimations()) {
          const { effect } = animation;
          const lasts = Number(effect?.getComputedTiming().duration) > 0;
          if (lasts && effect instanceof KeyframeEffect) moved.push(String(effect.pseudoElement));
        }
        requestAnimationFrame(look);
      };
      look();
    });
    await page.getByRole('link', { name: mark }).click();
    await expect(page).toHaveURL(`/products/${slug}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(mark);
    const moved = () =>
      page.evaluate(() => [...new Set((window as unknown as { moved: string[] }).moved)]);
    if (reducedMotion === 'reduce') expect(await moved()).toEqual([]);
    else await expect.poll(moved).toContain(`::view-transition-group(art-${slug})`);
  });
}
