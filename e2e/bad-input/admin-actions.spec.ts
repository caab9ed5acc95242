/** hardening.md: Bad input, an operator's action sent by others (63, 64). */

import type { Database } from '@/db/client';
import { createFormClient } from '../support/form-client';
import { callAction, postForm, rawPost } from '../support/raw-post';
import type { Shop } from '../support/shop';
import { ownProduct } from '../support/shopping';
import {
  expect,
  expectAnswered,
  LANGUAGES,
  type Sender,
  signedIn,
  test,
  unchanged,
  withFields,
} from './fixtures';

/** An operator, and the form by which they would move twenty units into stock. */
async function restock(shop: Shop, db: Database, at: string) {
  const operator = await signedIn(shop, db, { role: 'admin' });
  const { id } = await ownProduct(db, { quantity: 3 });
  const page = await operator.client.open(`${at}/admin/stock/${id}`);
  const press = page.form('delta').press({ fill: { delta: '20', reason: '몰래' } });
  return { operator, press, productId: id };
}

const quantityOf = async ({ sql }: Database, productId: number) =>
  (await sql`select quantity from stock where product_id = ${productId}`)[0]?.quantity;

/** What stands in the audit log as tried by a shopper. */
async function refusedTries({ sql }: Database, { account }: Sender): Promise<string[]> {
  const rows = await sql<{ target: string }[]>`select entity_id as target from audit_log
    where actor_user_id = ${account.id} and action = 'action.refused' order by id`;
  return rows.map(({ target }) => target);
}

for (const { at, lang } of LANGUAGES) {
  test(`63 an operator's action as a shopper is refused and stands in the audit log (${lang})`, async ({
    db,
    shop,
  }) => {
    const { operator, press, productId } = await restock(shop, db, at);
    const shopper = await signedIn(shop, db);
    const only = lang === 'ko' ? '관리자만 할 수 있는 일이에요' : 'Only an admin can do this';

    const page = await postForm(shopper.client, press);
    expect(page.status).toBe(403);
    const call = await callAction(shopper.client, press);
    expectAnswered(call);
    expect(call.words).toContain(only);
    expect(await quantityOf(db, productId)).toBe(3);

    const tried = 'admin.change-stock';
    expect(await refusedTries(db, shopper)).toEqual([tried, tried]);
    const audit = await operator.client.open(`${at}/admin/audit`);
    expect(audit.html).toContain('data-audit="action.refused"');
    expect(audit.html).toContain(lang === 'ko' ? '재고 바꾸기' : 'change stock');
  });
}

test('a reason that nobody can read is named at its field', async ({ db, shop }) => {
  const { operator, press, productId } = await restock(shop, db, '');
  for (const reason of ['safe \u202e txt', `a${'\u0301'.repeat(9)}`]) {
    const fields = withFields(press, { reason }) as typeof press.fields;
    const answer = await unchanged({ db, shop }, () =>
      callAction(operator.client, { ...press, fields }),
    );
    expectAnswered(answer);
    expect(answer.words, JSON.stringify(reason)).toContain('읽을 수 없는 특수 문자');
  }
  expect(await quantityOf(db, productId)).toBe(3);
});

test('63 nobody fills the audit log', async ({ db, shop }) => {
  const { press } = await restock(shop, db, '');
  const shopper = await signedIn(shop, db);
  for (let count = 0; count < 12; count++) {
    expect((await callAction(shopper.client, press)).words).toContain('관리자만');
  }
  expect(await refusedTries(db, shopper)).toHaveLength(10);
});

test("63 an operator's action posted to a page that lacks it is refused as well", async ({
  db,
  shop,
}) => {
  const { press, productId } = await restock(shop, db, '');
  const { slug } = await ownProduct(db);
  const shopper = await signedIn(shop, db);
  for (const path of ['/wallet', `/products/${slug}`, '/guide']) {
    const elsewhere = { ...press, url: `${shop.url}${path}` };
    // Next runs a form's action only where the page has it, and passes a script's call on to a page
    // that has it.
    const page = await unchanged({ db, shop }, () => postForm(shopper.client, elsewhere));
    expect(page.status, path).toBe(409);
    expect((await callAction(shopper.client, elsewhere)).words, path).toContain('관리자만');
  }
  expect(await quantityOf(db, productId)).toBe(3);
  expect(await refusedTries(db, shopper)).toEqual(Array(3).fill('admin.change-stock'));
});

test("63 a shopper's file for an operator's form is refused and stands in the audit log", async ({
  db,
  shop,
}) => {
  const shopper = await signedIn(shop, db);
  for (const [path, name] of [
    ['stock-imports', 'admin.upload-stock-import'],
    ['pictures', 'admin.upload-picture'],
  ] as const) {
    const form = new FormData();
    form.append('file', new File(['slug,delta'], 'table.csv', { type: 'text/csv' }));
    const answer = await rawPost(shopper.client, `/api/admin/${path}`, form);
    expect(answer.status).toBe(403);
    expect(await refusedTries(db, shopper)).toContain(name);
  }
});

test("64 an operator's and a shopper's action as nobody", async ({ sender, db, shop }) => {
  const { press } = await restock(shop, db, '');
  const wallet = await sender.client.open('/wallet');
  const topUp = wallet.form('amount').press({ fill: { amount: '5000' } });
  const nobody = createFormClient(shop.url);
  for (const action of [press, topUp]) {
    const page = await unchanged({ db, shop }, () => postForm(nobody, action));
    expect(page.status).toBe(303);
    expect(page.location).toContain('/sign-in?next=');
    const call = await unchanged({ db, shop }, () => callAction(nobody, action));
    expectAnswered(call);
    expect(call.words).toContain('로그인이 끝났어요');
  }
});
