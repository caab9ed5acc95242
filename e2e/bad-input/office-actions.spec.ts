/** hardening.md: Bad input 63, 64, of the back office's forms about orders and wallets. */

import type { Database } from '@/db/client';
import { createFormClient } from '../support/form-client';
import { callAction, postForm } from '../support/raw-post';
import { fillCart, press, succeeded } from '../support/sample';
import type { Shop } from '../support/shop';
import { ownProduct } from '../support/shopping';
import { expect, expectAnswered, signedIn, test, unchanged, withFields } from './fixtures';

/** An operator, and the forms by which they would adjust a wallet and mark an order. */
async function forms(shop: Shop, db: Database) {
  const operator = await signedIn(shop, db, { role: 'admin' });
  const shopper = await signedIn(shop, db, { balance: 50_000 });
  const customerId = shopper.account.id;
  await fillCart(db, customerId, [{ productId: (await ownProduct(db)).id, quantity: 1 }]);
  const { orderId } = succeeded(await press(db, customerId, { now: new Date() }));
  const page = await operator.client.open(`/admin/customers/${customerId}`);
  const fill = { amount: '5000', reason: '몰래' };
  const look = page.form('amount').press({ fill, button: 'intent=look' });
  const balance = page.figure('balance');
  const confirm = { intent: 'confirm', shownBalance: String(balance) };
  const adjust = { ...look, fields: withFields(look, confirm) as typeof look.fields };
  const list = await operator.client.open(`/admin/orders?customer=${customerId}&pick=all`);
  const fulfil = list.form(`order-${orderId}`).press();
  return { operator, shopper, customerId, orderId, adjust, fulfil };
}

async function state({ sql }: Database, customerId: number, orderId: number) {
  const [row] = await sql<{ balance: number; status: string }[]>`
    select w.balance, o.status from wallets w, orders o
    where w.user_id = ${customerId} and o.id = ${orderId}`;
  return row;
}

test('63 a shopper who sends them changes nothing and stands in the audit log', async ({
  db,
  shop,
}) => {
  const { shopper, customerId, orderId, adjust, fulfil } = await forms(shop, db);
  const before = await state(db, customerId, orderId);
  for (const form of [adjust, fulfil]) {
    expect((await postForm(shopper.client, form)).status).toBe(403);
    const call = await callAction(shopper.client, form);
    expectAnswered(call);
    expect(call.words).toContain('관리자만');
  }
  expect(await state(db, customerId, orderId)).toEqual(before);
  const tried = await db.sql<{ target: string }[]>`
    select entity_id as target from audit_log where actor_user_id = ${customerId} order by id`;
  expect(tried.map(({ target }) => target)).toEqual([
    ...['admin.adjust-wallet', 'admin.adjust-wallet'],
    ...['admin.fulfil-orders', 'admin.fulfil-orders'],
  ]);
});

test('63 an operator who was demoted with the page open changes nothing either', async ({
  db,
  shop,
}) => {
  const { operator, customerId, orderId, adjust, fulfil } = await forms(shop, db);
  const before = await state(db, customerId, orderId);
  await db.sql`update users set role = 'shopper' where id = ${operator.account.id}`;
  for (const form of [adjust, fulfil]) {
    expect((await postForm(operator.client, form)).status).toBe(403);
    expect((await callAction(operator.client, form)).words).toContain('관리자만');
  }
  expect(await state(db, customerId, orderId)).toEqual(before);
});

test('64 nobody changes anything', async ({ db, shop }) => {
  const { adjust, fulfil } = await forms(shop, db);
  const nobody = createFormClient(shop.url);
  for (const form of [adjust, fulfil]) {
    const page = await unchanged({ db, shop }, () => postForm(nobody, form));
    expect(page.status).toBe(303);
    expect(page.location).toContain('/sign-in?next=');
    const call = await unchanged({ db, shop }, () => callAction(nobody, form));
    expect(call.words).toContain('로그인이 끝났어요');
  }
});

test('amounts, keys and ticks that no page sends are named at their field', async ({
  db,
  shop,
}) => {
  const { operator, customerId, orderId, adjust, fulfil } = await forms(shop, db);
  const before = await state(db, customerId, orderId);
  const odd: Record<string, string>[] = [
    ...['0', '-0', '1.5', '1e3', '0x10', '９９９', '1,0,00', 'NaN', '99999999999999', ''].map(
      (amount) => ({ amount }),
    ),
    { reason: '' },
    { reason: ' ' },
    { reason: 'x'.repeat(201) },
    { reason: 'safe \u202e txt' },
    { idempotencyKey: 'x' },
    { customerId: '-1' },
    { shownBalance: '-1' },
    { intent: 'do' },
    { role: 'admin' },
  ];
  for (const change of odd) {
    const fields = withFields(adjust, change);
    const answer = await unchanged({ db, shop }, () =>
      callAction(operator.client, { ...adjust, fields: fields as typeof adjust.fields }),
    );
    expectAnswered(answer);
    expect(answer.words, JSON.stringify(change)).toContain('입력한 내용을 확인해 주세요');
  }
  for (const name of ['order-0', 'order--1', 'order-x', 'order-1e3', '__proto__']) {
    const fields = withFields(fulfil, { [`order-${orderId}`]: null, [name]: 'on' });
    const answer = await unchanged({ db, shop }, () =>
      callAction(operator.client, { ...fulfil, fields: fields as typeof fulfil.fields }),
    );
    expectAnswered(answer);
  }
  expect(await state(db, customerId, orderId)).toEqual(before);
});
