/** The sales dashboard as an operator reads it: filters, figures and their rows, charts and tables. */

import type { Page } from '@playwright/test';
import type { Database } from '@/db/client';
import { ACCOUNTS, expect, signIn } from './fixtures';
import { cancelOwnOrder, ownWord, test, VISITS } from './support/operator';
import { fillCart, makeCoupon, makeProduct, makeShopper, press, succeeded } from './support/sample';
import { makeAccount } from './support/shopping';

const METRICS = ['netSales', 'orders', 'aov', 'units', 'discounts', 'returns'] as const;
const PRICE = 12_900;

/** A product of its own with three orders now: one with a coupon, one for nothing, one cancelled. */
async function ownSales(db: Database) {
  const name = ownWord();
  const productId = await makeProduct(db, { price: PRICE, nameKo: name, nameEn: name });
  const now = new Date();
  const long = { startsAt: new Date(now.getTime() - 1_000), endsAt: new Date('2030-01-01') };
  const some = await makeCoupon(db, { kind: 'fixed', amount: 900, ...long });
  const all = await makeCoupon(db, { percent: 100, ...long });
  const buy = async (quantity: number, couponCode: string | null) => {
    const userId = await makeShopper(db, { balance: 1_000_000 });
    await fillCart(db, userId, [{ productId, quantity }]);
    const { orderId } = succeeded(await press(db, userId, { couponCode, now: new Date() }));
    return { userId, orderId };
  };
  await buy(2, some.code);
  await buy(1, all.code);
  const { userId, orderId } = await buy(3, null);
  await cancelOwnOrder(db, userId, orderId);
  return { productId, name, code: some.code, buy };
}

/** The plain numbers of the cards; undefined where a card has none. */
async function readCards(page: Page) {
  const values = METRICS.map(async (name) => {
    const value = await page.locator(`[data-figure=${name}]`).getAttribute('data-value');
    return [name, value === null ? undefined : Number(value)] as const;
  });
  return Object.fromEntries(await Promise.all(values));
}

/** The same from order lines, wallet entries and stock movements. */
async function readTruth({ sql }: Database, productId: number) {
  const [sold] = await sql<{ gross: number; discounts: number; orders: number; units: number }[]>`
    select sum(unit_price * quantity)::bigint as gross, sum(discount_share)::bigint as discounts,
      count(*)::int as orders, sum(quantity)::int as units
    from order_lines where product_id = ${productId}`;
  const [back] = await sql<{ returns: number }[]>`
    select sum(e.amount)::bigint as returns from wallet_entries e
    join order_lines l on l.order_id = e.order_id
    where e.kind = 'refund' and l.product_id = ${productId}`;
  const { gross = 0, discounts = 0, orders = 0, units = 0 } = sold ?? {};
  const { returns = 0 } = back ?? {};
  return {
    netSales: gross - discounts - returns,
    orders,
    aov: Math.round((gross - discounts) / orders),
    units,
    discounts,
    returns,
  };
}

/** Opens the numbers of a chart as a table. */
async function openTable(page: Page, name: string): Promise<void> {
  await page.locator(`[data-table=${name}] > a`).click();
  await expect(page.locator(`[data-table=${name}] table`)).toBeVisible();
}

const sumOf = (page: Page, selector: string, attribute: string) =>
  page
    .locator(selector)
    .evaluateAll(
      (rows, name) => rows.reduce((sum, row) => sum + Number(row.getAttribute(name)), 0),
      attribute,
    );

for (const { name, prefix, javaScriptEnabled } of VISITS) {
  test.describe(name, () => {
    test.use({ javaScriptEnabled });

    test('figures of a filter are the books, the chart’s table and the rows they lead to', async ({
      page,
      db,
    }) => {
      const own = await ownSales(db);
      const truth = await readTruth(db, own.productId);
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin?range=3d`);
      await page.locator('summary', { hasText: /기간과 조건|days and conditions/ }).click();
      await page.locator('[name=product]').fill(own.name);
      await page.locator('[name=compare]').selectOption('week');
      await page.getByRole('button', { name: /^적용$|^Apply$/ }).click();
      await page.waitForURL(`**/admin?range=3d&compare=week&product=${own.productId}`);
      expect(await readCards(page)).toEqual(truth);
      await openTable(page, 'net-sales');
      expect(await sumOf(page, '[data-point]', 'data-point')).toBe(truth.netSales);
      await openTable(page, 'coupons');
      expect(await sumOf(page, '[data-coupon-cost]', 'data-coupon-cost')).toBe(truth.discounts);
      await expect(page.locator('[data-table=net-sales] table')).toHaveCount(0);

      await page.reload();
      expect(await readCards(page)).toEqual(truth);
      // The same address in the session of another operator.
      await page.context().clearCookies();
      await signIn(page, await makeAccount(db, { role: 'admin' }));
      await page.reload();
      expect(await readCards(page)).toEqual(truth);
      await expect(page.locator('#filter-product')).toHaveValue(String(own.productId));
      await expect(page.locator('select[name=compare]')).toHaveValue('week');
      await expect(page.locator('[data-table=coupons] table')).toBeVisible();
      await page.locator('[data-figure=orders] a').click();
      await page.waitForURL(/\/admin\/orders\?/);
      const sum = (of: string) => page.locator(`[data-sum=${of}]`);
      await expect(sum('orders')).toHaveAttribute('data-value', String(truth.orders));
      await expect(sum('discount')).toHaveAttribute('data-value', String(truth.discounts));
      await expect(sum('units')).toHaveAttribute('data-value', String(truth.units));
      await page.goBack();
      await page.locator('[data-figure=returns] a').click();
      await page.waitForURL(/dated=cancelled/);
      await expect(sum('total')).toHaveAttribute('data-value', String(truth.returns));
      await page.goBack();
      expect(await readCards(page)).toEqual(truth);

      // One coupon, then one status of it.
      await page.goto(`${page.url().replace(/#.*/, '')}&coupon=${own.code.toLowerCase()}`);
      expect(await readCards(page)).toMatchObject({ orders: 1, discounts: 900 });
      await page.goto(`${page.url()}&status=cancelled`);
      expect(await readCards(page)).toMatchObject({ orders: 0, netSales: 0, aov: undefined });
      await expect(page.locator('[data-figure=success]')).not.toHaveAttribute('data-value');
    });

    test('the steps of the charts stay when a condition is chosen', async ({ page }) => {
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin?range=30d&by=week&top=revenue`);
      await page.locator('summary', { hasText: /기간과 조건|days and conditions/ }).click();
      await page.locator('[name=compare]').selectOption('none');
      await page.getByRole('button', { name: /^적용$|^Apply$/ }).click();
      await page.waitForURL(`**/admin?range=30d&compare=none&by=week&top=revenue`);
    });

    test('what cannot be used in an address is said, and something sensible shown', async ({
      page,
      db,
    }) => {
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin?from=2026-02-30&to=2026-03-01&coupon=${ownWord()}`);
      const problems = page.locator('[data-filter-problems] li');
      await expect(problems).toHaveCount(2);
      await expect(problems.first()).toContainText('2026-02-30');
      await openTable(page, 'net-sales');
      await expect(page.locator('[data-table=net-sales] [data-point]')).toHaveCount(7);

      const word = ownWord();
      for (const n of [1, 2]) await makeProduct(db, { nameKo: `${word} ${n}`, nameEn: word });
      await page.goto(`${prefix}/admin?range=30d&product=${word}`);
      await page.locator('[data-product-candidates] a').first().click();
      await page.waitForURL(/product=\d+/);
      await expect(page).toHaveURL(/range=30d/);

      // The form sends on what its screen knows: no table and no order of another one.
      await page.goto(`${prefix}/admin/lost-demand?range=30d&table=wallet&top=revenue`);
      await page.locator('summary', { hasText: /기간과 조건|days and conditions/ }).click();
      await page.getByRole('button', { name: /^적용$|^Apply$/ }).click();
      await page.waitForURL(`**/admin/lost-demand?range=30d`);
    });

    test('a card says what it means at a tap, and a comparison how it moved', async ({ page }) => {
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin?range=7d`);
      const card = page.locator('[data-figure=netSales]');
      const meaning = page.locator('#card-netSales-definition');
      await expect(meaning).toBeHidden();
      await card.getByRole('button').click();
      await expect(meaning).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(meaning).toBeHidden();
      // An amount and a percentage, which has no sign where it rounds to 0.
      const moved = prefix
        ? /[▲▼]\s*(Up|Down) ₩[\d,]+\s*\((?:[+−][\d,.]+|0)%\)/
        : /[▲▼]\s*[\d,]+원 (늘었어요|줄었어요)\s*\((?:[+−][\d,.]+|0)%\)/;
      await expect(card).toContainText(moved);
      await card.getByRole('link').click();
      await expect(page.locator('[data-table=net-sales] table')).toBeVisible();

      await page.goto(`${prefix}/admin?range=7d&compare=none`);
      await expect(card).not.toContainText(/[▲▼]/);
      await expect(page.locator('[data-chart=net-sales] .chart-plot .stroke-chart-2')).toHaveCount(
        0,
      );
    });
  });
}

test('a condition that is dropped leaves the focus on the page’s heading', async ({ page }) => {
  await signIn(page, ACCOUNTS.admin);
  for (const [path, condition] of [
    ['/admin?range=30d&coupon=WELCOME10', /조건 지우기$/],
    ['/admin/orders?hour=9', /조건 빼기$/],
  ] as const) {
    await page.goto(path);
    const drop = page.getByRole('link', { name: condition });
    await drop.press('Enter');
    await expect(drop).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  }
});

test('a chart is read point by point with the keyboard, and each point leads to its rows', async ({
  page,
}) => {
  await signIn(page, ACCOUNTS.admin);
  await page.goto('/en/admin?range=30d');
  const points = page.locator('[data-chart=net-sales] [data-chart-point]');
  await expect(points).toHaveCount(30);
  await points.last().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(points.nth(28)).toBeFocused();
  const label = await points.nth(28).getAttribute('aria-label');
  const tip = points.nth(28).evaluate((point) => getComputedStyle(point, '::after').content);
  expect(JSON.parse(await tip)).toBe(label);
  expect(label).toMatch(/\d{4}, This period ₩[\d,]+, Compared period ₩[\d,]+/);
  await page.keyboard.press('Tab');
  await expect(points.last()).not.toBeFocused();
  await points.nth(28).focus();
  await page.keyboard.press('Home');
  await expect(points.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/admin\/orders\?from=(\d{4}-\d\d-\d\d)&to=\1&asOf=/);
});

for (const [range, javaScriptEnabled] of [
  ['today', true],
  ['7d', false],
] as const) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test(`each ${range === 'today' ? 'hour' : 'day'} of a chart and of its table comes to what its rows come to`, async ({
      page,
      db,
    }) => {
      const { productId } = await ownSales(db);
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`/en/admin?range=${range}&product=${productId}&table=net-sales`);
      const rows = await page.locator('[data-table=net-sales] [data-point]').evaluateAll((all) =>
        all.map((row) => ({
          net: Number(row.getAttribute('data-point')),
          href: row.querySelector('th a')?.getAttribute('href') ?? '',
        })),
      );
      const drawn = await page
        .locator('[data-chart=net-sales] [data-chart-point]')
        .evaluateAll((all) =>
          all.map((point) => ({
            net: Number(
              /This period (−?)₩([\d,]+)/
                .exec(point.ariaLabel ?? '')
                ?.slice(1)
                .join('')
                .replace('−', '-')
                .replaceAll(',', ''),
            ),
            href: point.getAttribute('href') ?? '',
          })),
        );
      expect(drawn).toEqual(rows);
      expect(rows.filter(({ net }) => net !== 0).length).toBeGreaterThan(0);
      const quiet = rows.find(({ net }) => net === 0);
      for (const { net, href } of rows.filter((row) => row.net !== 0 || row === quiet)) {
        await page.goto(href);
        const sum = page.locator('[data-sum=net]');
        await expect(sum, href).toHaveAttribute('data-value', String(net));
      }
    });
  });
}
