/** The shopper without a browser goes the way of one with: the tools of the proofs that use it. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { createFormClient } from './support/form-client';
import { DELIVERY, fillCart } from './support/sample';
import { makeAccount, ownCoupon, ownProduct, readBooks, test } from './support/shopping';

test('signs in, tops up, is shown the result again for the same press, and buys', async ({
  db,
  shop,
}) => {
  const account = await makeAccount(db, { balance: 0 });
  const product = await ownProduct(db);
  const { code } = await ownCoupon(db);
  await fillCart(db, account.id, [{ productId: product.id, quantity: 2 }]);
  const shopper = createFormClient(shop.url);
  await shopper.signIn(account);

  const wallet = await shopper.open('/wallet');
  expect(wallet.figure('balance')).toBe(0);
  const tooLittle = await shopper.send(wallet.form('amount').press({ fill: { amount: '999' } }));
  expect(tooLittle).toMatchObject({ kind: 'answered', status: 200, location: null });
  if (tooLittle.kind === 'unknown') throw tooLittle.cause;
  expect(tooLittle.page.fieldErrors.amount).toContain('1,000');

  const press = wallet.form('amount').press({ fill: { amount: '20000' } });
  for (const location of ['/wallet?topped=1', '/wallet?topped=1&again=1']) {
    const answer = await shopper.send(press);
    expect(answer).toMatchObject({ kind: 'answered', status: 303, location });
    if (answer.kind === 'answered') expect(answer.page.figure('balance')).toBe(20_000);
  }

  const checkout = await shopper.open('/checkout');
  expect(checkout.figure('total')).toBe(20_000);
  const pay = checkout
    .form('confirmedTotal')
    .press({ fill: { ...DELIVERY, couponCode: code }, button: 'intent=pay' });
  const paid = await shopper.send(pay);
  if (paid.kind === 'unknown') throw paid.cause;
  expect(paid.location).toMatch(/^\/orders\/\d+\?placed=1$/);
  expect(paid.page.figure('total')).toBe(18_000);
  expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 2_000 });
});

test('a press whose answer is lost is unknown, and settles when it is pressed again', async ({
  db,
  shop,
}) => {
  const account = await makeAccount(db);
  const direct = createFormClient(shop.url);
  await direct.signIn(account);
  const press = (await direct.open('/wallet')).form('amount').press({ fill: { amount: '3000' } });

  // Takes the press to the shop and hangs up before the answer.
  const lossy = createServer((request, response) => {
    const [headers, chunks] = [request.headers as Record<string, string>, [] as Buffer[]];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const { cookie = '', 'content-type': type = '' } = headers;
      await fetch(shop.url + request.url, {
        method: 'POST',
        body: Buffer.concat(chunks),
        redirect: 'manual',
        headers: { cookie, 'content-type': type, origin: shop.url },
      });
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => lossy.listen(0, '127.0.0.1', resolve));
  const { port } = lossy.address() as AddressInfo;
  const through = createFormClient(`http://127.0.0.1:${port}`, { cookies: direct.cookies });
  expect((await through.send(press)).kind).toBe('unknown');
  lossy.close();

  expect(await direct.send(press, { follow: false })).toMatchObject({
    kind: 'answered',
    location: '/wallet?topped=1&again=1',
  });
  expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 3_000 });
});

test('a press that takes longer than the patience is unknown', async ({ shop }) => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const page = await createFormClient(shop.url).open('/sign-in');
  const hasty = createFormClient(`http://127.0.0.1:${port}`, { timeoutMs: 50 });
  const press = page.form('password').press();
  expect(await hasty.send(press)).toMatchObject({
    kind: 'unknown',
    cause: { name: 'TimeoutError' },
  });
  const stopped = AbortSignal.abort();
  expect((await hasty.send(press, { signal: stopped })).kind).toBe('unknown');
  silent.closeAllConnections();
  silent.close();
});
