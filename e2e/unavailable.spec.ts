/** What cannot be done now is answered with a 503, as a balancer and a script understand it. */

import { expect } from '@playwright/test';
import { createFormClient } from './support/form-client';
import { DELIVERY } from './support/sample';
import { startShop } from './support/shop';
import { enterWithCart, fillDelivery, makeAccount, readBooks, test } from './support/shopping';
import { startTcpProxy } from './support/tcp-proxy';

test('pages and changes answer 503 while the database is out of reach, and 200 again after it', async ({
  shop,
  db,
}) => {
  const proxy = await startTcpProxy(shop.databaseUrl);
  const name = new URL(shop.databaseUrl).pathname.slice(1);
  const other = await startShop(name, { DATABASE_URL: proxy.through(shop.databaseUrl) });
  try {
    const account = await makeAccount(db, { balance: 5_000 });
    const shopper = createFormClient(other.url);
    await shopper.signIn(account);
    const wallet = await shopper.open('/wallet');
    const press = wallet.form('amount').press({ fill: { amount: '5000' } });

    proxy.set({ cut: { at: 'send', when: () => true } });
    expect((await shopper.open('/wallet')).status).toBe(503);
    expect(await shopper.send(press)).toMatchObject({ kind: 'answered', status: 503 });
    expect((await fetch(`${other.url}/api/health/live`)).status).toBe(200);
    proxy.restore();
    expect((await shopper.open('/wallet')).status).toBe(200);
    expect(await shopper.send(press)).toMatchObject({ location: '/wallet?topped=2' });
    expect(await readBooks(db, account.id)).toMatchObject({ entries: 2, balance: 10_000 });
  } finally {
    await other.stop();
    await proxy.close();
  }
});

test('with the database gone before a press the form stays, with everything typed and a word on it', async ({
  page,
  shop,
  db,
  allowConsole,
}) => {
  const proxy = await startTcpProxy(shop.databaseUrl);
  const name = new URL(shop.databaseUrl).pathname.slice(1);
  const other = await startShop(name, { DATABASE_URL: proxy.through(shop.databaseUrl) });
  allowConsole(/Failed to load resource|asked another host/);
  try {
    const { account } = await enterWithCart(page, db, { balance: 50_000 });
    const [wallet, cart] = [await page.context().newPage(), await page.context().newPage()];
    await page.goto(`${other.url}/checkout`);
    await wallet.goto(`${other.url}/wallet`);
    await cart.goto(`${other.url}/cart`);
    proxy.set({ cut: { at: 'send', when: () => true } });

    const words = '지금은 처리할 수 없어요. 아무것도 바뀌지 않았으니';
    await fillDelivery(page);
    await page.fill('[name=couponCode]', 'NO-SUCH-CODE');
    for (const button of [
      page.getByRole('button', { name: '10,000원 결제하기' }),
      page.getByRole('button', { name: '적용' }),
    ]) {
      await button.click();
      await expect(page.locator('main').getByRole('alert')).toContainText(words);
      await expect(page.locator('[name=address]')).toHaveValue(DELIVERY.address);
      await expect(page.locator('[name=couponCode]')).toHaveValue('NO-SUCH-CODE');
    }
    await wallet.fill('[name=amount]', '7000');
    await wallet.getByRole('button', { name: '충전하기', exact: true }).click();
    await expect(wallet.locator('main').getByRole('alert')).toContainText(words);
    await expect(wallet.locator('[name=amount]')).toHaveValue('7000');
    await cart.locator('[data-product] [type=submit]', { hasText: '빼기' }).click();
    await expect(cart.locator('main').getByRole('alert')).toContainText(words);
    await expect(cart.locator('[data-product]')).toHaveCount(1);
    expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 50_000 });

    proxy.restore();
    await page.fill('[name=couponCode]', '');
    await page.getByRole('button', { name: '10,000원 결제하기' }).click();
    await expect(page).toHaveURL(/\/orders\/\d+\?placed=1$/);
    expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 40_000 });
  } finally {
    await other.stop();
    await proxy.close();
  }
});

test('a file sent while the database is out of reach is answered with a 503 in words', async ({
  shop,
  db,
}) => {
  const proxy = await startTcpProxy(shop.databaseUrl);
  const name = new URL(shop.databaseUrl).pathname.slice(1);
  const other = await startShop(name, { DATABASE_URL: proxy.through(shop.databaseUrl) });
  try {
    const operator = createFormClient(other.url);
    await operator.signIn(await makeAccount(db, { role: 'admin' }));
    const send = () => {
      const body = new FormData();
      body.set('uploadKey', crypto.randomUUID());
      body.set('pasted', 'no-such\t1');
      const headers = { Origin: other.url, Cookie: operator.cookies.header() ?? '' };
      const address = `${other.url}/api/admin/stock-imports?locale=en`;
      return fetch(address, { method: 'POST', body, headers, redirect: 'manual' });
    };
    proxy.set({ cut: { at: 'send', when: () => true } });
    const refused = await send();
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain('Nothing was changed; please press again in a moment.');
    proxy.restore();
    const taken = await send();
    expect(taken.headers.get('location')).toMatch(/^\/en\/admin\/stock\/imports\/\d+$/);
  } finally {
    await other.stop();
    await proxy.close();
  }
});

test('a connection that had died unnoticed costs nobody a press', async ({ shop, db }) => {
  const proxy = await startTcpProxy(shop.databaseUrl);
  const name = new URL(shop.databaseUrl).pathname.slice(1);
  const other = await startShop(name, { DATABASE_URL: proxy.through(shop.databaseUrl) });
  try {
    const account = await makeAccount(db, { balance: 5_000 });
    const shopper = createFormClient(other.url);
    await shopper.signIn(account);
    const press = (await shopper.open('/wallet'))
      .form('amount')
      .press({ fill: { amount: '5000' } });
    let left = 1;
    proxy.set({ cut: { at: 'send', when: () => left-- > 0 } });
    expect(await shopper.send(press)).toMatchObject({ location: '/wallet?topped=2' });
    expect(proxy.counts().cuts).toBe(1);
  } finally {
    await other.stop();
    await proxy.close();
  }
});

test('a busy wallet answers 503 in words, with everything typed, and takes the same form later', async ({
  shop,
  db,
}) => {
  const account = await makeAccount(db, { balance: 5_000 });
  const shopper = createFormClient(shop.url);
  await shopper.signIn(account);
  const press = (await shopper.open('/wallet')).form('amount').press({ fill: { amount: '7000' } });
  await db.sql.begin(async (tx) => {
    await tx`select from wallets where user_id = ${account.id} for update`;
    const answer = await shopper.send(press);
    expect(answer).toMatchObject({ kind: 'answered', status: 503 });
    if (answer.kind === 'unknown') throw answer.cause;
    expect(answer.page.notices.map(({ text }) => text).join()).toContain(
      '아무것도 바뀌지 않았으니',
    );
    expect(answer.page.form('amount').value('amount')).toBe('7000');
  });
  expect(await shopper.send(press)).toMatchObject({ location: '/wallet?topped=2' });
});
