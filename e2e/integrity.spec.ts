/** The books checked from the browser, sound and broken, in a shop of its own whose books are spoilt. */

import { createDatabase } from '@/db/client';
import { ACCOUNTS, test as base, expect, signIn } from './fixtures';
import { databaseUrl } from './support/cluster';
import { openSampleShop, type Shop } from './support/shop';
import { expectNoSidewaysScroll } from './support/shopping';

const test = base.extend<object, { shop: Shop }>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern.
    async ({}, use, { workerIndex }) => {
      const shop = await openSampleShop(`test_integrity_${workerIndex}`);
      await use(shop);
      await shop.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

const INVARIANTS = 12;

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an operator checks the books; a fault turns its line red and names the row', async ({
    page,
    shop,
  }) => {
    // Long, because what is spoilt here stays so.
    test.setTimeout(180_000);
    const db = createDatabase({
      url: databaseUrl('superuser', new URL(shop.databaseUrl).pathname.slice(1)),
      max: 1,
    });
    await signIn(page, ACCOUNTS.admin);
    await page.goto('/admin');
    await page.getByRole('link', { name: '장부 점검' }).click();
    await expect(page).toHaveURL('/admin/integrity');
    const main = page.locator('main');
    const lines = main.locator('[data-invariant]');
    await expect(main).toContainText('아직 점검하지 않았어요');
    await expect(lines).toHaveCount(INVARIANTS);
    await expect(lines.first()).toContainText('지갑 잔액은 내역을 모두 더한 값이에요.');
    await expect(main.locator('[data-broken]')).toHaveCount(0);

    await main.getByRole('button', { name: '지금 점검하기' }).click();
    await expect(main).toContainText(`${INVARIANTS}가지가 모두 맞아요`);
    await expect(main.locator('[data-broken="0"]')).toHaveCount(INVARIANTS);
    await expect(lines.first()).toContainText(/[1-9][\d,]*행 확인 · [\d,]+ ms/);
    await page.goto('/en/admin/integrity');
    await expect(main).toContainText(`All ${INVARIANTS} hold`);
    await expect(lines.first()).toContainText('A wallet’s balance is the sum of its entries.');

    const [spoilt] = await db.sql<{ userId: number; orderId: number }[]>`
      select user_id as "userId", max(id) as "orderId" from orders
      where user_id = (select id from users where email = ${ACCOUNTS.shopper.email})
      group by user_id`;
    if (!spoilt) throw new Error('the sample shopper has no order');
    // The books are append-only, so the order of the fault: past the triggers.
    await db.sql`set session_replication_role = replica`;
    await db.sql`update wallets set balance = balance + 7 where user_id = ${spoilt.userId}`;
    await db.sql`update wallet_entries set balance_after = balance_after + 1
      where order_id = ${spoilt.orderId}`;
    await db.sql`update sales_rollup set units = units + 1`;

    await page.goto('/admin/integrity');
    await expect(main, 'the last check is shown as it was').toContainText(
      `${INVARIANTS}가지가 모두 맞아요`,
    );
    await main.getByRole('button', { name: '지금 점검하기' }).click();
    await expect(main).toContainText(`${INVARIANTS}가지 가운데 3가지가 어긋났어요`);
    const line = (name: string) => main.locator(`[data-invariant="${name}"]`);
    const balance = line('wallet-balance-is-sum-of-entries');
    await expect(balance).toHaveAttribute('data-broken', '1');
    await expect(balance).toContainText('어긋남');
    await expect(balance).toContainText(`user_id${spoilt.userId}`);
    const entries = line('wallet-entries-unbroken');
    await expect(entries).toContainText('앞 내역에서 이어지지 않는 내역이에요');
    const sales = line('sales-history-is-sum-of-order-lines');
    await expect(sales).toContainText(/어긋난 행 [\d,]+개 가운데 처음 20개/);
    await expect(sales.locator('li')).toHaveCount(20);
    await expect(sales.locator('a[href^="/admin/stock/"]').first()).toBeVisible();
    await expect(line('order-adds-up')).toHaveAttribute('data-broken', '0');

    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto('/admin/integrity');
      await expectNoSidewaysScroll(page);
    }

    // The shopper is told the same, plainly.
    await page.context().clearCookies();
    await signIn(page, ACCOUNTS.shopper);
    await page.goto('/wallet');
    const alarm = main.getByRole('alert');
    await expect(alarm).toContainText('잔액과 내역이 맞지 않아요');
    await expect(main.locator('[data-ledger-agrees=false]')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await alarm.getByRole('link', { name: '처음 어긋난 내역 보기' }).click();
    await expect(main.locator('[data-follows=false]')).toContainText('앞 내역의 잔액은');
    await db.sql`delete from wallet_entries where user_id = ${spoilt.userId} and seq = 1`;
    await page.goto('/wallet/entries/2');
    await expect(main.locator('[data-follows=false]')).toContainText('있어야 할 앞 내역이 없어요.');
    expect(shop.log()).toContain('wallet.broken');
    await db.close();
  });

  test('a shopper who sends the form checks nothing', async ({ page, browser, shop }) => {
    await signIn(page, ACCOUNTS.admin);
    await page.goto('/admin/integrity');
    const fields = await page
      .locator('main form [name]')
      .evaluateAll((inputs) =>
        inputs.map((input) => [input.getAttribute('name'), (input as HTMLInputElement).value]),
      );
    expect(fields.length).toBeGreaterThan(0);
    const shopper = await browser.newContext({ baseURL: shop.url, javaScriptEnabled: false });
    await signIn(await shopper.newPage(), ACCOUNTS.shopper);
    const db = createDatabase({ url: shop.databaseUrl, max: 1 });
    const runs = async () => (await db.sql`select count(*) as runs from integrity_runs`)[0]?.runs;
    const before = await runs();
    const sent = await shopper.request.post('/admin/integrity', {
      multipart: Object.fromEntries(fields),
      headers: { Origin: shop.url },
    });
    expect(sent.status()).toBe(403);
    expect(await sent.text()).not.toContain('data-invariant');
    expect(await runs()).toBe(before);
    await db.close();
    await shopper.close();
  });
});

test('with JavaScript the result comes in place, and says when a check is under way', async ({
  page,
  shop,
}) => {
  await signIn(page, ACCOUNTS.admin);
  await page.goto('/en/admin/integrity');
  const main = page.locator('main');
  await page.evaluate(() => document.body.setAttribute('data-same-document', ''));
  await main.getByRole('button', { name: 'Check now' }).click();
  await expect(main.getByRole('status')).toContainText('Checked just now.');
  await expect(main.locator('[data-last-run]')).toContainText(/rows, [\d,]+ ms/);
  await expect(page.locator('body[data-same-document]')).toHaveCount(1);

  const db = createDatabase({ url: shop.databaseUrl, max: 1 });
  await db.sql`select pg_advisory_lock(7264837)`;
  await main.getByRole('button', { name: 'Check now' }).click();
  await expect(main.getByRole('alert')).toContainText('A check is already under way.');
  await db.close();
});
