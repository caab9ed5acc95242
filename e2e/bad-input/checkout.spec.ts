/** hardening.md: Bad input, cart and checkout (30–49). */

import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import type { Press } from '../support/html-form';
import { asScript, postForm, rawPost } from '../support/raw-post';
import {
  DELIVERY,
  fillCart,
  makeShopper,
  press as placeOrder,
  succeeded,
  takeCoupon,
} from '../support/sample';
import { ownCoupon, ownProduct, readBooks } from '../support/shopping';
import {
  expect,
  expectAnswered,
  LANGUAGES,
  type Sender,
  signedIn,
  test,
  unchanged,
  WAYS,
  withFields,
} from './fixtures';

const MOST_PRODUCTS = 50;
const DAY_MS = 86_400_000;
const days = (count: number) => new Date(Date.now() + count * DAY_MS);

/** The form that puts a product of its own into the cart. */
async function addForm({ client }: Sender, db: Database, at = ''): Promise<Press> {
  const { slug } = await ownProduct(db);
  return (await client.open(`${at}/products/${slug}`)).form('quantity').press();
}

/** The checkout of a cart with one product of its own at ₩10,000, filled in. */
async function payForm({ client, account }: Sender, db: Database, at = '') {
  await db.sql`delete from cart_lines where cart_id in
    (select id from carts where user_id = ${account.id})`;
  const product = await ownProduct(db);
  await fillCart(db, account.id, [{ productId: product.id, quantity: 1 }]);
  const page = await client.open(`${at}/checkout`);
  return {
    product,
    pay: page.form('confirmedTotal').press({ fill: DELIVERY, button: 'intent=pay' }),
  };
}

test('30 an empty cart', async ({ sender, db, shop }) => {
  for (const [index, { at }] of LANGUAGES.entries()) {
    const { pay } = await payForm(sender, db, at);
    await db.sql`delete from cart_lines where cart_id in
      (select id from carts where user_id = ${sender.account.id})`;
    for (const { send } of WAYS) {
      const reply = await unchanged({ db, shop }, () => send(sender.client, pay));
      expectAnswered(reply);
      expect(reply.text).toContain(['장바구니가 비어 있어요', 'our cart is empty'][index]);
    }
  }
});

test('30 an empty cart of somebody who has ordered: the order is shown, and no other made', async ({
  db,
  shop,
}) => {
  const buyer = await signedIn(shop, db, { balance: 50_000 });
  const { pay } = await payForm(buyer, db);
  const { location } = await postForm(buyer.client, pay);
  expect(location).toMatch(/^\/orders\/\d+\?placed=1$/);
  for (const { way, send } of WAYS) {
    const fields = withFields(pay, { idempotencyKey: randomUUID() });
    const reply = await unchanged({ db, shop }, () => send(buyer.client, pay, fields));
    expectAnswered(reply);
    expect(reply.location?.replace('=again', '=1'), way).toBe(location);
    expect(reply.location, way).toContain('placed=again');
  }
});

for (const [number, quantity] of [
  ['31 the quantity 0', '0'],
  ['32 the quantity -1', '-1'],
  ['33 the quantity 1.5', '1.5'],
  ['34 the quantity 2^31', String(2 ** 31)],
  ['34 the quantity 1e9', '1e9'],
] as const) {
  test(number, async ({ sender, db, shop }) => {
    for (const [index, { at }] of LANGUAGES.entries()) {
      const add = await addForm(sender, db, at);
      for (const { way, send } of WAYS) {
        const fields = withFields(add, { quantity });
        const reply = await unchanged({ db, shop }, () => send(sender.client, add, fields));
        expectAnswered(reply);
        expect(reply.words, way).toContain(['수량은 1개부터', 'Enter the quantity'][index]);
        expect(reply.typed('quantity'), way).toBe(quantity);
      }
    }
  });
}

test('35 more products than an order takes, and 10 001 fields', async ({ db, shop }) => {
  const buyer = await signedIn(shop, db);
  const add = await addForm(buyer, db);
  const lines = [];
  for (let count = 0; count < MOST_PRODUCTS; count++) {
    lines.push({ productId: (await ownProduct(db)).id, quantity: 1 });
  }
  await fillCart(db, buyer.account.id, lines);
  for (const { way, send } of WAYS) {
    const reply = await unchanged({ db, shop }, () => send(buyer.client, add));
    expect(reply.words, way).toContain(`${MOST_PRODUCTS}가지 상품까지`);
    const many = Array.from({ length: 10_001 }, (_, line) => [`l${line}`, '1'] as const);
    const flood = await unchanged({ db, shop }, () =>
      send(buyer.client, add, [...add.fields, ...many]),
    );
    expect(flood.status, way).toBe(413);
    const fewer = await unchanged({ db, shop }, () =>
      send(buyer.client, add, [...add.fields, ...many.slice(0, 500)]),
    );
    expect(fewer.status, way).toBe(400);
  }
});

test('36 the same product twice is summed; in one form it is refused', async ({ db, shop }) => {
  const buyer = await signedIn(shop, db);
  const product = await ownProduct(db);
  const form = (await buyer.client.open(`/products/${product.slug}`)).form('quantity');
  for (const [index, { send }] of WAYS.entries()) {
    await send(buyer.client, form.press({ fill: { quantity: String(index + 1) } }));
  }
  const [line] = await db.sql<{ quantity: number }[]>`
    select quantity from cart_lines where product_id = ${product.id}`;
  expect(line?.quantity).toBe(1 + 2);
  const twice = form.press();
  const fields = [...twice.fields, ['productId', String(product.id)] as const];
  for (const { send } of WAYS) {
    const reply = await unchanged({ db, shop }, () => send(buyer.client, twice, fields));
    expect(reply.words).toContain('한 번만, 글자로');
  }
});

test('37 an unknown product, 38 a hidden one: the cart names neither', async ({
  sender,
  db,
  shop,
}) => {
  const add = await addForm(sender, db);
  const { id: hidden } = await ownProduct(db);
  await db.sql`update products set published = false where id = ${hidden}`;
  for (const productId of ['999999999', String(hidden)]) {
    for (const { way, send } of WAYS) {
      const fields = withFields(add, { productId });
      const reply = await unchanged({ db, shop }, () => send(sender.client, add, fields));
      expectAnswered(reply);
      expect(reply.words, way).toContain('찾는 상품이 없어요');
    }
  }
});

test('38 a product hidden on the way to paying is named', async ({ sender, db, shop }) => {
  for (const [index, { at }] of LANGUAGES.entries()) {
    const { pay, product } = await payForm(sender, db, at);
    await db.sql`update products set published = false where id = ${product.id}`;
    for (const { way, send } of WAYS) {
      const reply = await unchanged({ db, shop }, () => send(sender.client, pay));
      expectAnswered(reply);
      const name = [`시험 ${product.mark}`, `Own ${product.mark}`][index] ?? '';
      expect(reply.text, way).toContain(name);
      expect(reply.text, way).toContain(['더는 팔지 않', 'o longer for sale'][index]);
    }
  }
});

test('39 1;drop table: as a number of a row, and as a body', async ({ sender, db, shop }) => {
  const add = await addForm(sender, db);
  const nasty = '1;drop table users';
  for (const { send } of WAYS) {
    const fields = withFields(add, { productId: nasty });
    const reply = await unchanged({ db, shop }, () => send(sender.client, add, fields));
    expectAnswered(reply);
    expect(reply.words).toContain('올바르게 입력해 주세요');
  }
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
    for (const headers of [{}, asScript(add)]) {
      const answer = await unchanged({ db, shop }, () =>
        rawPost(sender.client, add.url, nasty, { 'content-type': type, ...headers }),
      );
      expect(answer.status, type).toBe(400);
    }
  }
});

test('40 a price, total, user or role of the client', async ({ sender, db, shop }) => {
  for (const [index, { at }] of LANGUAGES.entries()) {
    const { pay } = await payForm(sender, db, at);
    for (const [name, value] of [
      ['price', '1'],
      ['total', '1'],
      ['userId', '1'],
      ['role', 'admin'],
    ] as const) {
      for (const { way, send } of WAYS) {
        const fields = [...pay.fields, [name, value] as const];
        const reply = await unchanged({ db, shop }, () => send(sender.client, pay, fields));
        expectAnswered(reply);
        expect(reply.words, `${name} by ${way}`).toContain(
          ['이 화면에 없는 항목', 'a field this page doesn’t have'][index],
        );
        expect(reply.typed('recipient'), 'what was typed is kept').toBe(DELIVERY.recipient);
      }
    }
  }
});

test('41 a total below the final one charges nothing', async ({ sender, db, shop }) => {
  for (const [index, { at }] of LANGUAGES.entries()) {
    const { pay } = await payForm(sender, db, at);
    for (const confirmedTotal of ['9999', '0']) {
      for (const { way, send } of WAYS) {
        const fields = withFields(pay, { confirmedTotal });
        const reply = await unchanged({ db, shop }, () => send(sender.client, pay, fields));
        expectAnswered(reply);
        expect(reply.words, way).toContain(['10,000원', '₩10,000'][index]);
        expect(reply.words, way).toContain(['아직 결제하지 않았어요', 'not been charged'][index]);
      }
    }
    for (const confirmedTotal of ['-1', '1e9', 'NaN', '', '9'.repeat(16)]) {
      const fields = withFields(pay, { confirmedTotal });
      const reply = await unchanged({ db, shop }, () => postForm(sender.client, pay, fields));
      expect(reply.words, confirmedTotal).toContain(['오래된 화면', 'out of date'][index]);
    }
  }
});

test('42 an expired, 43 an unstarted, 44 a used-up coupon and an unknown one say why', async ({
  sender,
  db,
  shop,
}) => {
  const usedUp = await ownCoupon(db, { totalLimit: 1 });
  const other = await signedIn(shop, db, { balance: 100_000 });
  const { id: productId } = await ownProduct(db);
  await fillCart(db, other.account.id, [{ productId, quantity: 1 }]);
  const spent = { couponCode: usedUp.code, now: new Date() };
  succeeded(await placeOrder(db, other.account.id, spent));
  const codes: [code: string, said: string][] = [
    [(await ownCoupon(db, { startsAt: days(-2), endsAt: new Date() })).code, '까지였어요'],
    [(await ownCoupon(db, { startsAt: days(1), endsAt: days(2) })).code, '부터 쓸 수 있어요'],
    [usedUp.code, '모두 쓰였어요'],
    ['NO-SUCH-CODE', '코드를 다시 확인해 주세요'],
  ];
  const { pay } = await payForm(sender, db);
  for (const [couponCode, said] of codes) {
    const fields = withFields(pay, { couponCode, intent: 'apply' });
    const reply = await unchanged({ db, shop }, () => postForm(sender.client, pay, fields));
    expectAnswered(reply);
    expect(reply.text, couponCode).toContain(said);
    expect(reply.typed('couponCode')).toBe(couponCode);
  }
});

test("45 someone else's use of a coupon says nothing and takes nothing", async ({ db, shop }) => {
  const coupon = await ownCoupon(db, { perShopperLimit: 1 });
  for (const buyer of [
    await signedIn(shop, db, { balance: 9_000 }),
    await signedIn(shop, db, { balance: 9_000 }),
  ]) {
    const { pay } = await payForm(buyer, db);
    const applied = withFields(pay, { couponCode: coupon.code, intent: 'apply' });
    expect((await postForm(buyer.client, pay, applied)).text).toContain('9,000원');
    const fields = withFields(pay, { couponCode: coupon.code, confirmedTotal: '9000' });
    expect((await postForm(buyer.client, pay, fields)).location).toContain('placed=1');
    expect(await readBooks(db, buyer.account.id)).toMatchObject({ orders: 1, balance: 0 });
  }
});

test('45 a coupon that somebody else has claimed is one that does not exist', async ({
  db,
  shop,
}) => {
  const coupon = await ownCoupon(db, { claimLimit: 5 });
  await takeCoupon(db, coupon.couponId, await makeShopper(db));
  for (const [index, { at }] of LANGUAGES.entries()) {
    for (const { way, send } of WAYS) {
      const buyer = await signedIn(shop, db, { balance: 50_000 });
      const { pay } = await payForm(buyer, db, at);
      for (const intent of ['apply', 'pay']) {
        const answers = [];
        for (const couponCode of [coupon.code, `${coupon.code}X`]) {
          // The total with its discount: whoever may use it would pay that much.
          const fields = withFields(pay, { couponCode, intent, confirmedTotal: '9000' });
          const reply = await unchanged({ db, shop }, () => send(buyer.client, pay, fields));
          expectAnswered(reply);
          expect(reply.text, way).toContain(['없는 코드예요', 'There is no such code'][index]);
          answers.push({ status: reply.status, words: reply.words, location: reply.location });
        }
        expect(answers[0], `${way} ${intent}`).toEqual(answers[1]);
      }
    }
  }
});

test('46 case, width and spaces of a code are one rule', async ({ sender, db, shop }) => {
  const coupon = await ownCoupon(db, { code: `KIND10${Date.now() % 100_000}` });
  const wide = [...coupon.code].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
  const { pay } = await payForm(sender, db);
  for (const couponCode of [coupon.code.toLowerCase(), wide, `  ${coupon.code} `]) {
    const fields = withFields(pay, { couponCode, intent: 'apply' });
    const reply = await unchanged({ db, shop }, () => postForm(sender.client, pay, fields));
    expect(reply.text, couponCode).toContain('9,000원');
  }
});

test('47 a code of 4 KB, 48 __proto__ as a code and as a field', async ({ sender, db, shop }) => {
  const { pay } = await payForm(sender, db);
  const long = 'C'.repeat(4_096);
  for (const { way, send } of WAYS) {
    const tooLong = await unchanged({ db, shop }, () =>
      send(sender.client, pay, withFields(pay, { couponCode: long })),
    );
    expectAnswered(tooLong);
    expect(tooLong.words, way).toContain('100자까지');

    const proto = withFields(pay, { couponCode: '__proto__', intent: 'apply' });
    const unknown = await unchanged({ db, shop }, () => send(sender.client, pay, proto));
    expectAnswered(unknown);
    expect(unknown.status, way).toBe(200);

    const polluted = [...pay.fields, ['__proto__', '{"role":"admin"}'] as const];
    const refused = await unchanged({ db, shop }, () => send(sender.client, pay, polluted));
    expectAnswered(refused);
    expect(refused.words, way).toContain('이 화면에 없는 항목');
  }
});
