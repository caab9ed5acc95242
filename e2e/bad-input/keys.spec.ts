/** hardening.md: Bad input, idempotency keys (21–29). */

import { randomUUID } from 'node:crypto';
import type { Database, TransactionSql } from '@/db/client';
import { postForm, type Reply } from '../support/raw-post';
import { DELIVERY, fillCart } from '../support/sample';
import type { Shop } from '../support/shop';
import { ownProduct, readBooks } from '../support/shopping';
import {
  expect,
  expectAnswered,
  LANGUAGES,
  signedIn,
  test,
  unchanged,
  WAYS,
  withFields,
} from './fixtures';

const STALE = ['오래된 화면이에요', 'out of date'];
const BROKEN = ['한 번만, 글자로', 'Send this field once, as text'];

const KEYS: [number: string, key: string | null, said: string[]][] = [
  ['21 no key', null, STALE],
  ['22 an empty key', '', STALE],
  ['23 a key that is no UUID', '12345', STALE],
  ['24 a key of 300 characters', 'a'.repeat(300), STALE],
  ['25 a key with a NUL', `${randomUUID()}\0`, BROKEN],
];

for (const [number, idempotencyKey, said] of KEYS) {
  test(`${number}: on a top-up and on a checkout`, async ({ sender, db, shop }) => {
    const { client, account } = sender;
    const { id: productId } = await ownProduct(db);
    await fillCart(db, account.id, [{ productId, quantity: 1 }]);
    for (const [index, { at }] of LANGUAGES.entries()) {
      const topUp = (await client.open(`${at}/wallet`))
        .form('amount')
        .press({ fill: { amount: '5000' } });
      const pay = (await client.open(`${at}/checkout`))
        .form('confirmedTotal')
        .press({ fill: DELIVERY, button: 'intent=pay' });
      for (const { way, send } of WAYS) {
        for (const press of [topUp, pay]) {
          const fields = withFields(press, { idempotencyKey });
          const reply = await unchanged({ db, shop }, () => send(client, press, fields));
          expectAnswered(reply);
          expect(reply.status, way).toBe(200);
          expect(reply.words, way).toContain(said[index]);
        }
      }
    }
    await db.sql`delete from cart_lines where product_id = ${productId}`;
  });
}

test('26 the same key with another amount', async ({ sender: { client }, db, shop }) => {
  for (const [index, { at }] of LANGUAGES.entries()) {
    const press = (await client.open(`${at}/wallet`))
      .form('amount')
      .press({ fill: { amount: '1000' } });
    expect((await postForm(client, press)).location).toContain('/wallet?topped=');
    const other = withFields(press, { amount: '2000' });
    for (const { way, send } of WAYS) {
      const reply = await unchanged({ db, shop }, () => send(client, press, other));
      expectAnswered(reply);
      expect(reply.location, way).toContain('again=other&fill=2000');
      const page = await client.open(reply.location ?? '');
      expect(page.html, 'what was typed is told as not added').toContain(
        ['2,000원', '₩2,000'][index],
      );
      expect(page.form('amount').value('amount'), way).toBe('2000');
    }
  }
});

test("27 another user's key is independent", async ({ db, shop }) => {
  const [one, two] = [await signedIn(shop, db), await signedIn(shop, db)];
  const key = randomUUID();
  for (const { client, account } of [one, two]) {
    const press = (await client.open('/wallet'))
      .form('amount')
      .press({ fill: { amount: '3000', idempotencyKey: key } });
    const reply = await postForm(client, press);
    expect(reply.location, 'its own first result').toBe('/wallet?topped=1');
    expect(await readBooks(db, account.id)).toMatchObject({ entries: 1, balance: 3_000 });
  }
});

test('28 the same key on a charge and a checkout is independent', async ({ db, shop }) => {
  const { client, account } = await signedIn(shop, db, { balance: 10_000 });
  const { id: productId } = await ownProduct(db);
  await fillCart(db, account.id, [{ productId, quantity: 1 }]);
  const key = randomUUID();
  const topUp = (await client.open('/wallet'))
    .form('amount')
    .press({ fill: { amount: '3000', idempotencyKey: key } });
  expect((await postForm(client, topUp)).location).toBe('/wallet?topped=2');
  const pay = (await client.open('/checkout'))
    .form('confirmedTotal')
    .press({ fill: { ...DELIVERY, idempotencyKey: key }, button: 'intent=pay' });
  expect((await postForm(client, pay)).location).toMatch(/\/orders\/\d+\?placed=1/);
  expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 3, balance: 3_000 });
});

/** A shopper whose checkout of one product at ₩10,000 is filled in, and what pays it. */
async function readyToPay(shop: Shop, db: Database, key: string) {
  const buyer = await signedIn(shop, db, { balance: 10_000 });
  const { id: productId } = await ownProduct(db);
  await fillCart(db, buyer.account.id, [{ productId, quantity: 1 }]);
  const pay = (await buyer.client.open('/checkout'))
    .form('confirmedTotal')
    .press({ fill: { ...DELIVERY, idempotencyKey: key }, button: 'intent=pay' });
  return { ...buyer, pay };
}

test('26 the same key with another order leads to the one that it bought', async ({ db, shop }) => {
  const { client, account, pay } = await readyToPay(shop, db, randomUUID());
  const { location } = await postForm(client, pay);
  expect(location).toMatch(/^\/orders\/\d+\?placed=1$/);
  const { id: productId } = await ownProduct(db);
  await fillCart(db, account.id, [{ productId, quantity: 1 }]);
  for (const { way, send } of WAYS) {
    const other = withFields(pay, { address: '부산광역시 해운대구 1' });
    const reply = await unchanged({ db, shop }, () => send(client, pay, other));
    expectAnswered(reply);
    expect(reply.location, way).toBe(location?.replace('=1', '=other'));
  }
});

test("27 another user's key of a checkout is independent", async ({ db, shop }) => {
  const key = randomUUID();
  const buyers = [await readyToPay(shop, db, key), await readyToPay(shop, db, key)];
  for (const { client, account, pay } of buyers) {
    expect((await postForm(client, pay)).location).toMatch(/^\/orders\/\d+\?placed=1$/);
    expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 0 });
  }
});

test('29 a key in flight on a checkout: the second press waits and shows the first order', async ({
  db,
  shop,
}) => {
  const { client, account, pay } = await readyToPay(shop, db, randomUUID());
  const sent: Promise<Reply>[] = [];
  await db.sql.begin(async (tx) => {
    await tx`select from wallets where user_id = ${account.id} for update`;
    sent.push(postForm(client, pay), postForm(client, pay));
    await expect.poll(() => waitingForLocks(tx), { intervals: [20] }).toBeGreaterThan(0);
  });
  const locations = (await Promise.all(sent)).map(({ location }) => location).sort();
  const [first, second] = locations;
  expect(first).toMatch(/^\/orders\/\d+\?placed=1$/);
  expect(second).toBe(first?.replace('=1', '=again'));
  expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 0 });
});

test('29 a key in flight for too long on a checkout: the press says so, and pays when pressed again', async ({
  db,
  shop,
}) => {
  const { client, account, pay } = await readyToPay(shop, db, randomUUID());
  await db.sql.begin(async (tx) => {
    await tx`select from wallets where user_id = ${account.id} for update`;
    const reply = await postForm(client, pay);
    expect(reply.status).toBe(503);
    expect(reply.words).toContain('지금 요청이 몰리고 있어요');
    expect(reply.typed('address')).toBe(DELIVERY.address);
  });
  expect((await postForm(client, pay)).location).toMatch(/^\/orders\/\d+\?placed=1$/);
  expect(await readBooks(db, account.id)).toEqual({ orders: 1, entries: 2, balance: 0 });
});

// As the first press holds it at another instance of the shop: claimed, and not yet committed.
for (const action of ['checkout', 'top_up'] as const) {
  test(`29 a key in flight elsewhere on a ${action}: the press claims nothing, and pressed again settles`, async ({
    db,
    shop,
  }) => {
    const key = randomUUID();
    const { client, account, pay } = await readyToPay(shop, db, key);
    const charge = { fill: { amount: '4000', idempotencyKey: key } };
    const press =
      action === 'checkout' ? pay : (await client.open('/wallet')).form('amount').press(charge);
    const first = await db.sql.reserve();
    await first`begin`;
    await first`
      insert into idempotency_keys (user_id, action, key, request_hash, created_at)
      values (${account.id}, ${action}, ${key}, 'held', now())`;
    const reply = await postForm(client, press);
    expect(reply.status).toBe(409);
    expect(reply.words).toMatch(/(결제를|충전을) 확인하고 있어요/);
    await first`rollback`;
    first.release();
    expect((await postForm(client, press)).location).toMatch(/placed=1$|topped=\d+$/);
  });
}

/** Statements of this database that wait for another's lock. */
async function waitingForLocks(sql: TransactionSql): Promise<number> {
  const [row] = await sql<{ waiting: number }[]>`
    select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return row?.waiting ?? 0;
}

test('29 a key in flight: the second press waits and shows the first result', async ({
  db,
  shop,
}) => {
  const { client, account } = await signedIn(shop, db);
  const press = (await client.open('/wallet')).form('amount').press({ fill: { amount: '4000' } });
  const sent: Promise<Reply>[] = [];
  await db.sql.begin(async (tx) => {
    await tx`select from wallets where user_id = ${account.id} for update`;
    sent.push(postForm(client, press), postForm(client, press));
    await expect.poll(() => waitingForLocks(tx), { intervals: [20] }).toBeGreaterThan(0);
  });
  const locations = (await Promise.all(sent)).map(({ location }) => location).sort();
  expect(locations).toEqual(['/wallet?topped=1', '/wallet?topped=1&again=1']);
  expect(await readBooks(db, account.id)).toMatchObject({ entries: 1, balance: 4_000 });
});

test('29 a key in flight for too long: the press says so, and settles when pressed again', async ({
  db,
  shop,
}) => {
  const { client, account } = await signedIn(shop, db);
  const press = (await client.open('/wallet')).form('amount').press({ fill: { amount: '4000' } });
  await db.sql.begin(async (tx) => {
    await tx`select from wallets where user_id = ${account.id} for update`;
    const reply = await postForm(client, press);
    expect(reply.status).toBe(503);
    expect(reply.words).toContain('지금 요청이 몰리고 있어요');
    expect(reply.typed('amount')).toBe('4000');
  });
  expect((await postForm(client, press)).location).toBe('/wallet?topped=1');
  expect(await readBooks(db, account.id)).toMatchObject({ entries: 1, balance: 4_000 });
});
