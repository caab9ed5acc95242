/** The back office's files: what a screen shows, to the won, for nobody but an operator. */

import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { createDatabase, type Database } from '@/db/client';
import { asOfText } from '@/lib/views/as-of';
import { ACCOUNTS, expect, signIn } from './fixtures';
import { cancelOwnOrder, ownWord, test } from './support/operator';
import {
  DELIVERY,
  fillCart,
  makeCoupon,
  makeProduct,
  makeShopper,
  press,
  succeeded,
} from './support/sample';
import { makeAccount, ownCoupon } from './support/shopping';

const TABLES = ['orders', 'lines', 'products', 'wallet-entries', 'coupons'];
/** The Seoul days on both sides of a midnight of this week. */
const [EARLIER_DAY, LATER_DAY] = [dayBefore(4), dayBefore(3)];
const BEFORE_MIDNIGHT = new Date(`${EARLIER_DAY}T23:59:00+09:00`);
const AFTER_MIDNIGHT = new Date(`${LATER_DAY}T00:01:00+09:00`);

type Row = Record<string, string>;

/** A Seoul day, as addresses have it. */
function dayBefore(days: number): string {
  return asOfText(new Date(Date.now() - days * 86_400_000)).slice(0, 10);
}

/** A file's lines by the titles of its columns. */
async function fetchFile(page: Page, path: string): Promise<Row[]> {
  const response = await page.request.get(path);
  expect(response.status(), path).toBe(200);
  return parse(await response.body(), { bom: true, columns: true });
}

const sumOf = (rows: Row[], column: string) =>
  rows.reduce((sum, row) => sum + Number(row[column]), 0);

/** What a list of orders says that its orders come to. */
async function readSums(page: Page, path: string): Promise<Record<string, number>> {
  await page.goto(path);
  const sums = await page
    .locator('[data-sum]')
    .evaluateAll((figures) =>
      figures.map((figure) => [
        figure.getAttribute('data-sum') ?? '',
        Number(figure.getAttribute('data-value')),
      ]),
    );
  return Object.fromEntries(sums);
}

/** The cells of a list of orders in English, without the boxes to tick. */
const readOrderRows = (page: Page) =>
  page
    .locator('[data-order]')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th, td')].slice(-7).map((cell) => cell.textContent?.trim()),
      ),
    );

/** The same of a line of their file. */
function asOrderRow(line: Row, byCancel: boolean): (string | undefined)[] {
  const money = (column: string) => `₩${Number(line[column]).toLocaleString('en-US')}`;
  const discount = money('Discount (KRW)');
  const at = new Date(line[byCancel ? 'Cancelled at' : 'Placed at'] ?? '');
  return [
    line.Order,
    at.toLocaleString('en-GB', {
      ...({ timeZone: 'Asia/Seoul', year: 'numeric', month: 'short', day: 'numeric' } as const),
      ...({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const),
    }),
    // A spreadsheet would run a name that begins so.
    line.Customer?.replace(/^'(?==)/, ''),
    line.Status,
    line.Units,
    discount === '₩0' ? discount : `−${discount}`,
    money('Paid (KRW)'),
  ];
}

/** A customer who bought on both sides of midnight, with a coupon, for nothing, and gave one back. */
async function history(db: Database) {
  const name = `=${ownWord()}`;
  const userId = await makeShopper(db, { balance: 1_000_000 });
  await db.sql`update users set name = ${name} where id = ${userId}`;
  const pear = await makeProduct(db, { price: 3_333, nameEn: 'Pear, "sweet"' });
  const free = await makeProduct(db, { price: 10_000 });
  const { code } = await ownCoupon(db, { startsAt: BEFORE_MIDNIGHT });
  const { code: all } = await ownCoupon(db, {
    startsAt: BEFORE_MIDNIGHT,
    kind: 'fixed',
    amount: 1_000_000,
  });
  const buy = async (
    quantity: number,
    now: Date,
    couponCode: string | null,
    delivery = DELIVERY,
  ) => {
    await fillCart(db, userId, [
      { productId: pear, quantity },
      { productId: free, quantity: 1 },
    ]);
    return succeeded(await press(db, userId, { now, couponCode, delivery })).orderId;
  };
  const orders = [
    await buy(3, BEFORE_MIDNIGHT, code),
    await buy(2, AFTER_MIDNIGHT, null),
    await buy(1, AFTER_MIDNIGHT, all, { ...DELIVERY, phone: '01012345678' }),
  ];
  await cancelOwnOrder(db, userId, orders[1] ?? 0);
  return { name, userId, pear, orders };
}

test('a file of orders or lines adds up to its screen, and holds its rows', async ({
  page,
  db,
}) => {
  const { name, userId, pear, orders } = await history(db);
  await signIn(page, ACCOUNTS.admin);
  const filters = [
    `customer=${userId}`,
    `customer=${userId}&to=${EARLIER_DAY}`,
    `customer=${userId}&from=${LATER_DAY}&status=cancelled`,
    `customer=${userId}&dated=cancelled`,
    `q=${name}&product=${pear}`,
  ];
  for (const filter of filters) {
    const sums = await readSums(page, `/en/admin/orders?${filter}`);
    const shown = await readOrderRows(page);
    const [orderFile, lineFile] = [
      await fetchFile(page, `/en/admin/export/orders?${filter}`),
      await fetchFile(page, `/en/admin/export/lines?${filter}`),
    ];
    expect(orderFile, filter).toHaveLength(sums.orders ?? -1);
    const byCancel = filter.includes('dated=cancelled');
    expect(
      orderFile.map((line) => asOrderRow(line, byCancel)),
      filter,
    ).toEqual(shown);
    for (const [column, sum] of [
      ['Units', 'units'],
      ['Before discount (KRW)', 'subtotal'],
      ['Discount (KRW)', 'discount'],
      ['Paid (KRW)', 'total'],
    ] as const) {
      expect(sumOf(lineFile, column), `${filter} ${column}`).toBe(sums[sum]);
      expect(sumOf(orderFile, column), `${filter} ${column}`).toBe(sums[sum]);
    }
    expect(sums.orders, filter).toBeGreaterThan(0);
  }
  const rows = await fetchFile(page, `/en/admin/export/orders?customer=${userId}`);
  expect(rows.map((row) => row.Order)).toEqual(
    orders.toReversed().map((id) => `J-${String(id).padStart(6, '0')}`),
  );
  expect(rows[2]).toMatchObject({
    'Placed at': `${EARLIER_DAY}T23:59:00+09:00`,
    Status: 'Paid',
    Customer: `'${name}`,
    Units: '4',
    'Before discount (KRW)': '19999',
    'Discount (KRW)': '1999',
    'Paid (KRW)': '18000',
    'Given back (KRW)': '0',
  });
  expect(rows[1]).toMatchObject({ Status: 'Cancelled', 'Given back (KRW)': '16666' });
  // Digits alone would be a number without its first zero.
  expect(rows[0]).toMatchObject({ 'Paid (KRW)': '0', Phone: '010-1234-5678' });
  const lines = await fetchFile(page, `/en/admin/export/lines?customer=${userId}&product=${pear}`);
  expect(lines).toHaveLength(3);
  expect(lines[0]?.Product).toBe('Pear, "sweet"');
});

test('a figure of the dashboard is the sum of its rows and of their file, to the won', async ({
  page,
  db,
}) => {
  const { pear } = await history(db);
  await signIn(page, ACCOUNTS.admin);
  for (const screen of ['/en/admin?range=30d', `/en/admin?range=30d&product=${pear}`]) {
    await page.goto(screen);
    const card = (metric: string) => page.locator(`[data-figure=${metric}]`);
    const figures: Record<string, number> = {};
    const rows: Record<string, string> = {};
    for (const metric of ['netSales', 'orders', 'units', 'discounts', 'returns']) {
      figures[metric] = Number(await card(metric).getAttribute('data-value'));
      rows[metric] = (await card(metric).locator('a').first().getAttribute('href')) ?? '';
    }
    const sold = await readSums(page, rows.orders ?? '');
    const lines = page.locator('a[href*="/admin/export/lines"]');
    const soldFile = await fetchFile(page, (await lines.getAttribute('href')) ?? '');
    const returned = await readSums(page, rows.returns ?? '');
    const returnedFile = await fetchFile(page, (await lines.getAttribute('href')) ?? '');
    const net = (sold.subtotal ?? 0) - (sold.discount ?? 0) - (returned.total ?? 0);
    expect(figures, screen).toEqual({
      netSales: net,
      orders: sold.orders,
      units: sold.units,
      discounts: sold.discount,
      returns: returned.total,
    });
    expect(figures, screen).toEqual({
      netSales: sumOf(soldFile, 'Paid (KRW)') - sumOf(returnedFile, 'Paid (KRW)'),
      orders: new Set(soldFile.map((line) => line.Order)).size,
      units: sumOf(soldFile, 'Units'),
      discounts: sumOf(soldFile, 'Discount (KRW)'),
      returns: sumOf(returnedFile, 'Given back (KRW)'),
    });
    expect(figures.returns, screen).toBeGreaterThan(0);
  }
});

test('a file of wallet entries adds up to the balance', async ({ page, db }) => {
  const { userId } = await history(db);
  await signIn(page, ACCOUNTS.admin);
  await page.goto(`/admin/customers/${userId}`);
  const balance = Number(
    await page.locator('main [data-balance]').first().getAttribute('data-balance'),
  );
  const link = page.locator('a[href*="/admin/export/wallet-entries"]');
  const rows = await fetchFile(page, (await link.getAttribute('href')) ?? '');
  expect(rows).toHaveLength(5);
  expect(sumOf(rows, '금액(원)')).toBe(balance);
  const refunds = `/admin/export/wallet-entries?customer=${userId}&kind=refund`;
  expect(await fetchFile(page, refunds)).toHaveLength(1);
  const day = `/admin/export/wallet-entries?customer=${userId}&kind=payment&to=${EARLIER_DAY}`;
  expect(sumOf(await fetchFile(page, day), '금액(원)')).toBe(-18_000);
});

test('files of products and coupons hold every one, and are named for what they hold', async ({
  page,
  db,
}) => {
  await makeCoupon(db);
  await signIn(page, ACCOUNTS.admin);
  const [counts] = await db.sql<{ products: number; stock: number; coupons: number }[]>`
    select (select count(*)::int from products) as products,
      (select sum(quantity)::int from stock) as stock, (select count(*)::int from coupons) as coupons`;
  const products = await fetchFile(page, '/admin/export/products');
  expect(products).toHaveLength(counts?.products ?? -1);
  expect(sumOf(products, '재고')).toBe(counts?.stock);
  expect(await fetchFile(page, '/admin/export/coupons')).toHaveLength(counts?.coupons ?? -1);

  const days = `from=${EARLIER_DAY}&to=${LATER_DAY}`;
  const name = `jangteo-orders-${EARLIER_DAY}-${LATER_DAY}.csv`;
  const response = await page.request.get(`/admin/export/orders?${days}`);
  expect(response.headers()).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'x-content-type-options': 'nosniff',
  });
  expect(response.headers()['cache-control']).toContain('no-store');
  expect(response.headers()['content-disposition']).toContain(`filename="${name}"`);
  expect([...(await response.body()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  await page.goto(`/admin/orders?${days}`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '주문 CSV' }).click();
  expect((await download).suggestedFilename()).toBe(name);
});

test('a filter that cannot be read makes no file; other methods and names are refused', async ({
  page,
}) => {
  await signIn(page, ACCOUNTS.admin);
  for (const query of ['from=2026-02-30', 'status=lost', 'product=-1', 'q=a&q=b', 'asOf=once']) {
    const answer = await page.request.get(`/admin/export/orders?${query}`);
    expect(answer.status(), query).toBe(400);
    expect(await answer.text()).toContain('읽을 수 없는 조건');
  }
  expect((await page.request.get('/admin/export/wallet-entries?kind=tip')).status()).toBe(400);
  // What a coupon was at a moment is in no book: now's would be taken for it.
  const earlier = `/admin/export/coupons?asOf=${asOfText(BEFORE_MIDNIGHT)}`;
  expect((await page.request.get(earlier)).status()).toBe(400);
  // Before and after all that PostgreSQL reads.
  for (const asOf of ['0000-01-01T00:00', '9999-12-31T23:59-12:00']) {
    for (const table of TABLES) {
      const path = `/admin/export/${table}?asOf=${asOf}`;
      expect((await page.request.get(path)).status(), path).toBe(400);
    }
  }
  expect((await page.request.get('/admin/export/users')).status()).toBe(404);
  for (const table of TABLES) {
    const path = `/admin/export/${table}`;
    const head = await page.request.head(path);
    expect([head.status(), (await head.body()).length], path).toEqual([200, 0]);
    expect((await page.request.put(path)).status(), path).toBe(405);
    expect((await page.request.delete(path)).status(), path).toBe(405);
    // What is no form of the shop is refused at the door.
    expect((await page.request.post(path)).status(), path).toBe(400);
  }
});

test('a guest, a shopper and a demoted admin get no byte of any file', async ({
  page,
  request,
  shop,
  browser,
  db,
}) => {
  for (const table of TABLES) {
    for (const at of ['', '/en']) {
      const answer = await request.get(`${at}/admin/export/${table}`, { maxRedirects: 0 });
      expect(answer.status(), table).toBe(307);
      expect(answer.headers().location).toContain('/sign-in?next=');
      expect((await answer.body()).length).toBeLessThan(200);
    }
  }
  await signIn(page, ACCOUNTS.shopper);
  const demoted = await makeAccount(db, { role: 'admin' });
  const other = await (await browser.newContext({ baseURL: shop.url })).newPage();
  await signIn(other, demoted);
  expect((await other.request.get('/admin/export/coupons')).status()).toBe(200);
  const owner = createDatabase({ url: shop.ownerUrl, max: 1 });
  await owner.sql`update users set role = 'shopper' where id = ${demoted.id}`;
  await owner.close();
  for (const who of [page, other]) {
    for (const table of TABLES) {
      for (const method of ['GET', 'HEAD']) {
        const answer = await who.request.fetch(`/admin/export/${table}?q=a`, { method });
        expect(answer.status(), `${method} ${table}`).toBe(403);
        expect(answer.headers()['content-type'] ?? '').not.toContain('csv');
        expect((await answer.body()).toString()).not.toMatch(/J-\d|W-\d|@/);
      }
    }
  }
  await other.context().close();
});
