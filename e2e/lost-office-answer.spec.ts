/**
 * An operator's press whose answer is lost: the page finds out what happened and shows it, as shoppers'
 * pages do (lost-answer.spec.ts). Only operators are told, and of keys only their own.
 */

import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, signIn } from './fixtures';
import { createFormClient } from './support/form-client';
import { holdOutcome, loseForms, NETWORK_ERROR } from './support/lost-answers';
import { fillCart, press, succeeded } from './support/sample';
import { makeAccount, ownProduct, readBooks, send, test } from './support/shopping';

const said = (page: Page) => page.locator('main').getByRole('status');

test.beforeEach(({ allowConsole }) => allowConsole(NETWORK_ERROR));

test('a restock whose answer is lost is found again, once', async ({ page, db }) => {
  const { id: productId } = await ownProduct(db, { quantity: 10 });
  await signIn(page, await makeAccount(db, { role: 'admin' }));
  await page.goto(`/admin/stock/${productId}`);
  await page.fill('[name=delta]', '5');
  await page.fill('[name=reason]', '추가 입고');
  const key = await page.locator('[name=idempotencyKey]').inputValue();
  const lost = await loseForms(page, { reach: true });
  const release = await holdOutcome(page);
  await page.getByRole('button', { name: '재고 바꾸기' }).click();
  await expect(said(page)).toContainText('재고를 바꿨는지 확인하고 있어요.');
  await expect(page.locator('[name=delta]')).toHaveValue('5');
  release();
  await expect(page).toHaveURL(`/admin/stock/${productId}?changed=${key}`);
  await expect(said(page)).toContainText('재고를 +5 바꿔서 지금 15개예요.');
  await expect(page.locator('[data-stock]')).toHaveAttribute('data-stock', '15');
  expect(lost()).toBe(1);

  // Another operator is told nothing of it.
  await page.context().clearCookies();
  await signIn(page, await makeAccount(db, { role: 'admin' }));
  const asked = await page.request.get(`/api/outcome?action=restock&key=${key}`);
  expect(await asked.json()).toEqual({ path: null });
  await page.goto(`/admin/stock/${productId}?changed=${key}`);
  await expect(said(page)).toHaveCount(0);
});

test('without scripts a restock of which nobody knows is sent again under its own key', async ({
  shop,
  db,
}) => {
  const { id: productId } = await ownProduct(db, { quantity: 10 });
  const admin = await makeAccount(db, { role: 'admin' });
  const client = createFormClient(shop.url);
  await client.signIn(admin);
  const form = (await client.open(`/admin/stock/${productId}`)).form('delta');
  const first = form.press({ fill: { delta: '5', reason: '추가 입고' } });
  // As the first press holds its key at another instance of the shop.
  const unknown = await db.sql.begin(async (tx) => {
    const key = form.value('idempotencyKey');
    await tx`
      insert into idempotency_keys (user_id, action, key, request_hash, created_at)
      values (${admin.id}, 'restock', ${key}, 'held', now())`;
    const answer = await client.send(first);
    await tx`delete from idempotency_keys where key = ${key}`;
    return answer;
  });
  if (unknown.kind === 'unknown') throw unknown.cause;
  expect(unknown.status).toBe(409);
  const again = unknown.page.form('delta');
  expect(again.value('idempotencyKey')).toBe(form.value('idempotencyKey'));
  const done = await client.send(again.press());
  if (done.kind === 'unknown') throw done.cause;
  expect(done.page.notices[0]?.text).toContain('지금 15개예요.');
  expect(done.page.form('delta').value('idempotencyKey')).not.toBe(form.value('idempotencyKey'));
});

for (const { does, ask, button, checking, again, told } of [
  {
    does: 'cancel',
    ask: '주문 취소하기',
    button: '취소하고 10,000원 환불하기',
    checking: '취소했는지 확인하고 있어요.',
    again: 'cancelled',
    told: '주문을 취소하고 10,000원을 돌려줬어요.',
  },
  {
    does: 'dispatch',
    ask: null,
    button: '배송 처리하기',
    checking: '배송 처리했는지 확인하고 있어요.',
    again: 'fulfilled',
    told: '배송 처리했어요.',
  },
]) {
  test(`a ${does} whose answer is lost is found again, once`, async ({ page, db }) => {
    const { orderId, shopper } = await placeOne(db);
    await signIn(page, await makeAccount(db, { role: 'admin' }));
    await page.goto(`/admin/orders/${orderId}`);
    if (ask) await page.getByText(ask, { exact: true }).click();
    const lost = await loseForms(page, { reach: true });
    const release = await holdOutcome(page);
    await page.getByRole('button', { name: button }).click();
    await expect(said(page)).toContainText(checking);
    release();
    await expect(page).toHaveURL(`/admin/orders/${orderId}?again=${again}`);
    await expect(said(page)).toContainText(told);
    expect(lost()).toBe(1);
    const balance = again === 'cancelled' ? 20_000 : 10_000;
    expect(await readBooks(db, shopper.id)).toMatchObject({ orders: 1, balance });
  });
}

test('of any order only operators are told, and nothing that has not happened', async ({
  page,
  db,
}) => {
  const { orderId, shopper } = await placeOne(db);
  const ask = async (query: string) => {
    const answer = await page.request.get(`/api/outcome?${query}`);
    return answer.ok() ? ((await answer.json()) as { path: string | null }).path : answer.status();
  };
  const office = [
    `action=office_cancel&orderId=${orderId}`,
    `action=office_fulfil&orderId=${orderId}`,
    `action=restock&key=${randomUUID()}`,
    `action=adjustment&key=${randomUUID()}`,
  ];
  await signIn(page, await makeAccount(db, { role: 'admin' }));
  for (const query of office) expect(await ask(query), query).toBeNull();
  await send(db, orderId);
  expect(await Promise.all(office.map(ask))).toEqual([
    ...[null, `/admin/orders/${orderId}?again=fulfilled`],
    ...[null, null],
  ]);
  expect(await ask('action=office_cancel&orderId=0')).toBe(400);
  // The address says what is so, whatever stands in it.
  await page.goto(`/admin/orders/${orderId}?again=cancelled`);
  await expect(said(page)).toHaveCount(0);
  await page.context().clearCookies();
  await signIn(page, shopper);
  for (const query of office) expect(await ask(query), query).toBe(401);
});

async function placeOne(db: Parameters<typeof makeAccount>[0]) {
  const shopper = await makeAccount(db, { balance: 20_000 });
  const { id: productId } = await ownProduct(db);
  await fillCart(db, shopper.id, [{ productId, quantity: 1 }]);
  const { orderId } = succeeded(await press(db, shopper.id, { now: new Date() }));
  return { orderId, shopper };
}
