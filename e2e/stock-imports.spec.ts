/** Restocking many products by a table: looked at first, applied once, closed to everybody else. */

import { createDatabase } from '@/db/client';
import { ACCOUNTS, expect, signIn } from './fixtures';
import { test, VISITS } from './support/operator';
import { makeProduct } from './support/sample';

const UPLOAD = '/api/admin/stock-imports';
const file = (text: string) => ({
  name: 'stock.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const fields = (text: string) => ({
  uploadKey: crypto.randomUUID(),
  reason: '입고',
  file: file(text),
});

for (const { name, prefix, javaScriptEnabled } of VISITS) {
  test.describe(name, () => {
    test.use({ javaScriptEnabled });

    test('a table is looked at line by line, mended, and applied once', async ({ page, db }) => {
      const apple = await makeProduct(db, { quantity: 5 });
      const pear = await makeProduct(db, { quantity: 2 });
      const stockOf = async (productId: number) => {
        const [row] = await db.sql<{ quantity: number }[]>`
          select quantity from stock where product_id = ${productId}`;
        return row?.quantity;
      };
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin/stock`);
      await page.getByRole('link', { name: /일괄 입고|Bulk restock/ }).click();
      const send = page.getByRole('button', { name: /미리 보기|Show what/ });
      await send.click();
      await expect(page.getByRole('main').getByRole('alert')).toContainText(
        /고르거나|Choose a file/,
      );

      await page
        .locator('[name=pasted]')
        .fill(`${apple}\t20\n${pear}\t-3\nno-such\t1\n${apple}\t1`);
      await page.locator('[name=reason]').fill('11월 입고');
      await send.click();
      await page.waitForURL(/imports\/\d+$/);
      await expect(page.locator('[data-problems="3"]')).toBeVisible();
      for (const [line, effect] of [
        [1, 'change'],
        [2, 'BELOW_ZERO'],
        [3, 'UNKNOWN_PRODUCT'],
        [4, 'DUPLICATE'],
      ]) {
        await expect(page.locator(`[data-line="${line}"]`)).toHaveAttribute(
          'data-effect',
          String(effect),
        );
      }
      await expect(page.getByRole('button', { name: /재고 바꾸기|Change the stock/ })).toHaveCount(
        0,
      );

      await page.goto(`${prefix}/admin/stock/imports`);
      await page
        .locator('[name=file]')
        .setInputFiles(file(`상품번호,변화,사유\n${apple},20,설 준비\n${pear},-2,\n`));
      await page.locator('[name=reason]').fill('깨짐');
      await send.click();
      await page.waitForURL(/imports\/\d+$/);
      expect([await stockOf(apple), await stockOf(pear)]).toEqual([5, 2]);
      await page.getByRole('button', { name: /재고 바꾸기|Change the stock/ }).click();
      await expect(page.getByRole('status')).toContainText(/바꿨어요|was changed/);
      expect([await stockOf(apple), await stockOf(pear)]).toEqual([25, 0]);
      await page.reload();
      await expect(page.getByRole('button', { name: /재고 바꾸기|Change the stock/ })).toHaveCount(
        0,
      );
      await page.goto(`${prefix}/admin/stock/${pear}`);
      await expect(page.locator('[data-movement="-2"]')).toContainText('깨짐');
      await page.goto(`${prefix}/admin/audit?entity=product&id=${pear}`);
      const change = page.locator('[data-audit="stock.correction"]');
      await expect(change).toContainText(/입고 표|uploaded table/);
      await change.getByRole('link').last().click();
      await page.waitForURL(/imports\/\d+$/);
      await expect(page.locator('[data-line="3"]')).toContainText('깨짐');
    });
  });
}

test('the template holds every product and comes back as it is', async ({ page, db, shop }) => {
  const productId = await makeProduct(db, { quantity: 3, nameEn: '=cmd()' });
  await signIn(page, ACCOUNTS.admin);
  const response = await page.request.get('/en/admin/stock/imports/template');
  expect(response.headers()['content-type']).toContain('text/csv');
  const text = await response.text();
  expect(text.startsWith('\uFEFFproduct,name,stock,change,reason\r\n')).toBe(true);
  expect(text).toContain(`\r\n${productId},'=cmd(),3,,\r\n`);
  const filled = text.replace(`${productId},'=cmd(),3,,`, `${productId},'=cmd(),3,4,delivery`);
  const sent = await page.request.post(`${UPLOAD}?locale=en`, {
    multipart: fields(filled),
    headers: { Origin: shop.url },
  });
  expect(sent.url()).toMatch(/\/en\/admin\/stock\/imports\/\d+$/);
  const answer = await sent.text();
  expect(answer).toContain('data-changes="1"');
  expect(answer).toContain('(4 in, 0 out)');
});

test('nobody but an admin uploads anything, from nowhere but the shop, over raw HTTP', async ({
  page,
  browser,
  shop,
  db,
}) => {
  const productId = await makeProduct(db);
  const body = () => fields(`${productId},5,x`);
  const count = async () => (await db.sql`select from stock_imports`).length;
  const before = await count();
  const Origin = shop.url;
  const post = (request: typeof page.request, headers: Record<string, string>) =>
    request.post(UPLOAD, { multipart: body(), headers, maxRedirects: 0 });

  const guest = await browser.newContext({ baseURL: shop.url });
  const sent = await post(guest.request, { Origin });
  expect(sent.status()).toBe(303);
  expect(sent.headers().location).toContain('/sign-in?next=');
  expect((await guest.request.get('/admin/stock/imports/template')).status()).toBe(403);

  const shopper = await browser.newContext({ baseURL: shop.url });
  await signIn(await shopper.newPage(), ACCOUNTS.shopper);
  expect((await post(shopper.request, { Origin })).status()).toBe(403);
  expect((await shopper.request.get('/admin/stock/imports/template')).status()).toBe(403);

  await signIn(page, ACCOUNTS.admin);
  const strangers: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    {},
  ];
  for (const headers of strangers) {
    expect((await post(page.request, headers)).status()).toBe(403);
  }
  const owner = createDatabase({ url: shop.ownerUrl, max: 1 });
  const setRole = (role: 'admin' | 'shopper') =>
    owner.sql`update users set role = ${role} where email = ${ACCOUNTS.admin.email}`;
  try {
    await setRole('shopper');
    expect((await post(page.request, { Origin })).status()).toBe(403);
    expect((await page.request.get('/admin/stock/imports/template')).status()).toBe(403);
  } finally {
    await setRole('admin');
    await owner.close();
  }
  expect(await count()).toBe(before);
  expect((await post(page.request, { Origin })).status()).toBe(303);
  expect(await count()).toBe(before + 1);
  await guest.close();
  await shopper.close();
});

test('what is no table, or too much of one, is said and keeps nothing', async ({
  page,
  db,
  shop,
}) => {
  await signIn(page, ACCOUNTS.admin);
  const Origin = shop.url;
  const rows = (count: number) => Array.from({ length: count }, () => '1,1,x').join('\n');
  const refusals: [string, string][] = [
    ['TOO_LARGE', 'x'.repeat(1_100_000)],
    ['TOO_LONG', rows(2_001)],
    ['NO_TABLE', '1,"never closed'],
    ['EMPTY', 'product,change\n1,\n'],
    ['UNPRINTABLE', '1,1,safe \u202e txt'],
    ['UNPRINTABLE', '1\u0007,1,x'],
  ];
  const before = (await db.sql`select from stock_imports`).length;
  for (const [code, text] of refusals) {
    const sent = await page.request.post(UPLOAD, {
      multipart: fields(text),
      headers: { Origin },
      maxRedirects: 0,
    });
    expect(sent.headers().location, code).toBe(`/admin/stock/imports?refused=${code}`);
  }
  const odd = await page.request.post(UPLOAD, {
    multipart: { ...fields('1,1'), reason: 'a\0b' },
    headers: { Origin },
  });
  expect(odd.url()).toContain('refused=UNPRINTABLE');
  expect(await odd.text()).toContain('읽을 수 없는 특수 문자');
  const broken = await page.request.post(UPLOAD, {
    data: 'not a form',
    headers: { Origin, 'Content-Type': 'multipart/form-data; boundary=x' },
    maxRedirects: 0,
  });
  expect(broken.status()).toBe(400);
  expect((await db.sql`select from stock_imports`).length).toBe(before);
});
