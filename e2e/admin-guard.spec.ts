/** Nobody but an admin gets anything from the back office, and everybody can read it who may. */

import { createDatabase } from '@/db/client';
import { ACCOUNTS, expect, signIn, test } from './fixtures';
import { makeProduct } from './support/sample';

const PAGES = [
  '/admin',
  '/admin?range=today',
  '/admin?range=30d',
  '/admin?product=1&asOf=2026-11-20T09:00',
  '/admin/lost-demand',
  '/admin/wallet-entries?kind=top_up',
  '/admin/orders',
  '/admin/orders?q=a&from=2026-01-01&dated=cancelled',
  '/admin/orders/1',
  '/admin/products',
  '/admin/products?q=a&state=hidden',
  '/admin/products/1',
  '/admin/products/new',
  '/admin/stock',
  '/admin/stock?q=a&level=low',
  '/admin/stock/1',
  '/admin/stock/imports',
  '/admin/coupons',
  '/admin/coupons?q=w&state=live',
  '/admin/coupons/1',
  '/admin/coupons/new',
  '/admin/customers',
  '/admin/customers?q=a',
  '/admin/customers/1',
  '/admin/audit',
  '/admin/audit?entity=order&action=order.cancel',
  '/admin/integrity',
];
/** What the dashboard asks for by itself. */
const FIGURES = '/api/admin/sales?range=30d';
const SECRETS =
  /data-figure|data-lost|data-entries|data-chart|data-order|data-step|data-sum|data-entry|data-stock|data-coupon|data-customer|data-audit|data-preview|data-example|data-redemption|data-invariant/;

test('a guest is sent to sign in with the way back, over raw HTTP too', async ({ request }) => {
  for (const path of PAGES) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(307);
    const next = new URL(response.headers().location ?? '', 'http://shop').searchParams.get('next');
    expect(next, path).toMatch(new RegExp(`^${path.split('?')[0]}`));
    expect(await response.text()).not.toMatch(SECRETS);
  }
  expect((await request.get(FIGURES)).status()).toBe(401);
});

test('a shopper gets 403 and no row of it, as a page and as data', async ({ page }) => {
  await signIn(page, ACCOUNTS.shopper);
  for (const path of PAGES) {
    const tricks: Record<string, string>[] = [
      {},
      { RSC: '1' },
      { 'x-middleware-subrequest': 'proxy' },
    ];
    for (const headers of tricks) {
      const response = await page.request.get(path, { headers });
      expect(await response.text(), path).not.toMatch(SECRETS);
      if (!('RSC' in headers)) expect(response.status(), path).toBe(403);
    }
  }
  expect((await page.request.get(FIGURES)).status()).toBe(403);
});

test('an admin who is demoted has no power from the next request on', async ({ page, shop }) => {
  const owner = createDatabase({ url: shop.ownerUrl, max: 1 });
  const setRole = (role: 'admin' | 'shopper') =>
    owner.sql`update users set role = ${role} where email = ${ACCOUNTS.admin.email}`;
  await signIn(page, ACCOUNTS.admin);
  expect((await page.request.get('/admin')).status()).toBe(200);
  try {
    await setRole('shopper');
    for (const path of PAGES) {
      const response = await page.request.get(path);
      expect(response.status(), path).toBe(403);
      expect(await response.text(), path).not.toMatch(SECRETS);
    }
    expect((await page.request.get(FIGURES)).status()).toBe(403);
  } finally {
    await setRole('admin');
    await owner.close();
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test("an admin's form sent by a shopper changes nothing and is logged", async ({
    page,
    browser,
    shop,
  }) => {
    const db = createDatabase({ url: shop.databaseUrl, max: 1 });
    const productId = await makeProduct(db, { quantity: 3 });
    await signIn(page, ACCOUNTS.admin);
    await page.goto(`/admin/stock/${productId}`);
    const fields = await page
      .locator('form:has([name=delta]) [name]')
      .evaluateAll((inputs) =>
        inputs.map((input) => [
          input.getAttribute('name') ?? '',
          (input as HTMLInputElement).value,
        ]),
      );
    const form = { ...Object.fromEntries(fields), delta: '20', reason: '몰래' };

    const shopper = await browser.newContext({ baseURL: shop.url });
    const page2 = await shopper.newPage();
    await signIn(page2, ACCOUNTS.shopper);
    const sent = await shopper.request.post(`/admin/stock/${productId}`, {
      multipart: form,
      headers: { Origin: shop.url },
    });
    expect(sent.status()).toBe(403);
    const guest = await browser.newContext({ baseURL: shop.url });
    await guest.request.post(`/admin/stock/${productId}`, {
      multipart: form,
      headers: { Origin: shop.url },
    });
    const [row] = await db.sql<{ quantity: number }[]>`
      select quantity from stock where product_id = ${productId}`;
    expect(row?.quantity).toBe(3);
    expect(shop.log()).toContain('ADMIN_REQUIRED');
    expect(shop.log()).toContain('page.refused');
    await db.close();
    await shopper.close();
    await guest.close();
  });
});
