/** What cannot be done now is answered with a 503, as a balancer and a script understand it. */

import { expect } from '@playwright/test';
import { createFormClient } from './support/form-client';
import { startShop } from './support/shop';
import { makeAccount, readBooks, test } from './support/shopping';
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
