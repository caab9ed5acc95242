/** The wallet proves its balance: the sum of every entry, an address for each, filters, a CSV file. */

import { expect, signIn } from './fixtures';
import { fillCart, press, succeeded } from './support/sample';
import {
  addMoney,
  expectFigures,
  makeAccount,
  ownProduct,
  readBooks,
  test,
} from './support/shopping';

const BYTE_ORDER_MARK = '\uFEFF';
const MALICE = '=HYPERLINK("http://evil.example","무료"), 사과';

/** One minute before and after the Seoul midnight that ends October. */
const OCTOBER = new Date('2026-10-31T14:59:00Z');
const NOVEMBER = new Date('2026-10-31T15:01:00Z');

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('every entry is added up beside the balance and has a page between its neighbours', async ({
      page,
      db,
    }) => {
      const account = await makeAccount(db, { balance: 30_000 });
      const product = await ownProduct(db, { price: 4_000 });
      await fillCart(db, account.id, [{ productId: product.id, quantity: 2 }]);
      const { orderId } = succeeded(await press(db, account.id, { now: new Date() }));
      await addMoney(db, account.id, 500);
      await signIn(page, account);
      await page.goto('/wallet');
      const main = page.locator('main');
      await expectFigures(page, { balance: 22_500, 'ledger-total': 22_500 });
      await expect(main.locator('[data-ledger-agrees=true]')).toHaveText(
        '내역 3건을 모두 더하면 22,500원 = 잔액 22,500원',
      );

      const payment = main.locator('[data-entry="2"]');
      await expect(payment).toContainText('잔액 22,000원');
      await payment.getByRole('link', { name: `결제 W-` }).click();
      await expect(page).toHaveURL('/wallet/entries/2');
      await expectFigures(page, { amount: -8_000, 'balance-after': 22_000 });
      await expect(main.locator('[data-follows=true]')).toContainText(
        '30,000원 − 8,000원 = 22,000원',
      );
      await expect(main).toContainText(`W-${String(account.id).padStart(6, '0')}-2`);
      await main.getByRole('link', { name: /바로 앞 내역/ }).click();
      await expect(page).toHaveURL('/wallet/entries/1');
      await expect(main.locator('[data-follows=true]')).toContainText('0원 + 30,000원 = 30,000원');
      await expect(main).toContainText('첫 내역이에요');
      await page.goto('/wallet/entries/2');
      await main.getByRole('link', { name: /바로 다음 내역/ }).click();
      await expect(page).toHaveURL('/wallet/entries/3');
      await expect(main).toContainText('가장 최근 내역이에요');
      await page.goto('/wallet/entries/2');
      await main.getByRole('link', { name: /주문 J-/ }).click();
      await expect(page).toHaveURL(`/orders/${orderId}`);
    });

    test('kind and month stand in the address and narrow history and file alike', async ({
      page,
      db,
    }) => {
      const account = await makeAccount(db);
      for (const at of [OCTOBER, NOVEMBER]) await addMoney(db, account.id, 9_000, at);
      const product = await ownProduct(db, { price: 1_000 });
      await fillCart(db, account.id, [{ productId: product.id, quantity: 1 }]);
      succeeded(await press(db, account.id, { now: NOVEMBER }));
      await signIn(page, account);
      await page.goto('/wallet?next=%2Fcheckout&amount=5000');
      const main = page.locator('main');
      const entries = main.locator('[data-entry]');
      await expect(entries).toHaveCount(3);
      await expect(main.locator('section[aria-label] h3')).toHaveText([
        '2026년 11월 1일',
        '2026년 10월 31일',
      ]);

      await main.getByLabel('기간').selectOption('2026-11');
      await main.getByRole('button', { name: '보기', exact: true }).click();
      await expect(page).toHaveURL(/[?&]month=2026-11/);
      await expect(entries).toHaveCount(2);
      await expect(main.locator('[data-chosen="2"]')).toContainText(
        '2건 · 들어온 돈 9,000원 · 나간 돈 1,000원',
      );
      // The checkout that waits for a top-up is still there, and the proof is of everything.
      await expect(page.locator('form [name=next]').first()).toHaveValue('/checkout');
      await expectFigures(page, { balance: 17_000, 'ledger-total': 17_000 });

      await main.getByLabel('종류').selectOption('payment');
      await main.getByRole('button', { name: '보기', exact: true }).click();
      await expect(entries).toHaveCount(1);
      await page.reload();
      await expect(main.getByLabel('기간')).toHaveValue('2026-11');
      await expect(main.getByLabel('종류')).toHaveValue('payment');
      const file = await main
        .getByRole('link', { name: '고른 내역 CSV로 받기' })
        .getAttribute('href');
      expect(file).toBe('/wallet/export?kind=payment&month=2026-11');
      const csv = await (await page.request.get(file ?? '')).text();
      expect(csv.split('\r\n')).toEqual([
        `${BYTE_ORDER_MARK}내역 번호,시각,종류,금액(원),잔액(원),주문 번호,이유`,
        expect.stringMatching(/^W-\d{6,}-3,2026-11-01T00:01:00\+09:00,결제,-1000,17000,J-\d{6,},$/),
        '',
      ]);
      await main.getByRole('link', { name: '모두 보기' }).click();
      await expect(entries).toHaveCount(3);
      await expect(main.getByLabel('종류')).toHaveValue('');
      await expect(main.getByLabel('기간')).toHaveValue('');

      await page.goto('/wallet?month=2026-09&kind=refund');
      await expect(main).toContainText('고른 조건에 맞는 내역이 없어요');
      await page.goto("/wallet?month=2026-13&kind=x';--&before=-1");
      await expect(entries).toHaveCount(3);
    });
  });
}

test('the file holds the whole history as it is, whatever stands in it', async ({ page, db }) => {
  const account = await makeAccount(db, { balance: 100 });
  // More than one batch, and a reason that a spreadsheet would run.
  await db.sql`
    with more as (
      insert into wallet_entries (user_id, seq, kind, amount, balance_after, actor_user_id, reason,
        created_at)
      select ${account.id}, n, 'adjustment', 1, 99 + n, ${account.id}, ${MALICE}, now()
      from generate_series(2, 2100) n
      returning *
    ), keys as (
      insert into idempotency_keys (user_id, action, key, request_hash, result, created_at)
      select user_id, 'adjustment', gen_random_uuid(), '',
        jsonb_build_object('customerId', user_id, 'amount', amount, 'balanceAfter', balance_after,
          'entrySeq', seq),
        created_at
      from more
    )
    update wallets set balance = 2199, last_seq = 2100 where user_id = ${account.id}`;
  await signIn(page, account);
  const response = await page.request.get('/en/wallet/export');
  expect(response.status()).toBe(200);
  expect(response.headers()).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="jangteo-wallet.csv"; filename*=UTF-8''jangteo-wallet.csv`,
    'x-content-type-options': 'nosniff',
  });
  expect(response.headers()['cache-control']).toContain('no-store');
  const body = await response.body();
  expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = body.toString().slice(1).split('\r\n');
  expect(lines).toHaveLength(1 + 2_100 + 1);
  expect(lines[0]).toBe('Entry,Time,Kind,Amount (KRW),Balance (KRW),Order,Reason');
  expect(lines[1]).toMatch(/^W-\d+-2100,.{25},Adjustment,1,2199,,/);
  expect(lines[1]).toContain(`,"'=HYPERLINK(""http://evil.example"",""무료""), 사과"`);
  expect(lines.at(-2)).toMatch(/^W-\d+-1,.{25},Top-up,100,100,,$/);
  const amounts = lines.slice(1, -1).map((line) => Number(line.split(',')[3]));
  expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(2_199);

  await page.goto('/en/wallet');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download CSV' }).click();
  expect((await download).suggestedFilename()).toBe('jangteo-wallet.csv');
});

test('nobody reads the wallet of another, and a guest is asked to sign in', async ({
  page,
  request,
  db,
}) => {
  const mine = await makeAccount(db, { balance: 1_000 });
  const other = await makeAccount(db);
  for (const amount of [1_111, 2_222]) await addMoney(db, other.id, amount);
  for (const [path, next] of [
    ['/wallet/entries/1', '/wallet/entries/1'],
    ['/wallet/export?kind=payment', '/wallet?kind=payment'],
    ['/en/wallet/export', '/wallet'],
  ] as const) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(307);
    const to = new URL(response.headers().location ?? '', 'http://shop');
    expect(to.searchParams.get('next'), path).toBe(next);
    expect(await response.text()).not.toContain('W-');
  }
  await signIn(page, mine);
  // The other wallet has a second entry; mine has not.
  for (const seq of ['2', '0', '-1', '1.5', 'abc', '99999999999999999999']) {
    expect((await page.request.get(`/wallet/entries/${seq}`)).status(), seq).toBe(404);
  }
  const own = await page.request.get('/wallet/entries/1');
  expect(own.status()).toBe(200);
  expect(own.headers()['cache-control']).toContain('no-store');
  expect(await own.text()).not.toContain('1,111');
  const csv = await (await page.request.get('/wallet/export')).text();
  expect(csv).toContain(',1000,1000,');
  expect(csv).not.toContain('1111');
  // What is no form of the shop is refused at the door.
  expect((await page.request.post('/wallet/export')).status()).toBe(400);
  expect((await page.request.head('/wallet/export')).status()).toBe(200);
  expect(await readBooks(db, mine.id)).toEqual({ orders: 0, entries: 1, balance: 1_000 });
});
