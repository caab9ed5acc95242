/**
 * hardening.md, 8.2.1 and 8.3.1: every form of the back office, found in its pages, does nothing for
 * anybody but who is an admin at that moment.
 */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '@/db/client';
import { expect, signedIn, test } from './bad-input/fixtures';
import { createFormClient, type FormClient } from './support/form-client';
import type { HtmlForm, Press } from './support/html-form';
import { callAction, postForm } from './support/raw-post';
import { ROUTES } from './support/routes';
import { makeShownRows, type ShownRows } from './support/shown-rows';

const ACTIONS = path.join('lib', 'actions', 'admin');
const BACK_OFFICE = path.join('app', '[locale]', '(admin)');

// Every page and every press of the back office: seconds on a free machine, minutes on a busy one.
test.describe.configure({ timeout: 240_000 });

/** What an operator would type, by field. */
const TYPED = ({ product }: ShownRows): Record<string, string> => ({
  delta: '20',
  amount: '5000',
  reason: '몰래',
  pasted: `slug,delta\n${product.slug},5`,
});

/** How often visitors asked, and what their sessions last saw, is no work of a form. */
const BESIDE = ['rate_limits', 'sessions'];

/** Every page of the back office; every other address below it answers no form. */
const pagesOf = (rows: ShownRows): string[] =>
  Object.entries(ROUTES).flatMap(([folder, { paths }]) =>
    folder.startsWith('(admin)') ? paths(rows) : [],
  );

/** Addresses of the back office that answer with a file, by the two handlers there. */
const FILES = [
  ...['orders', 'lines', 'products', 'wallet-entries', 'coupons'].map(
    (table) => `/admin/export/${table}`,
  ),
  '/admin/stock/imports/template',
];

/** The names that the operators' actions stand in the log under, out of their sources. */
function actionNames(): string[] {
  return readdirSync(ACTIONS)
    .map((file) => readFileSync(path.join(ACTIONS, file), 'utf8'))
    .flatMap((source) => [...source.matchAll(/^ {2}name: '(admin\..+)',$/gm)])
    .map(([, name = '']) => name)
    .sort();
}

/** Every way to press a form, with whatever has to be typed typed. */
function pressesOf(form: HtmlForm, typed: Record<string, string>): Press[] {
  const fill = Object.fromEntries(
    Object.entries(typed).filter(([name]) => form.value(name) !== null),
  );
  const named = form.buttons.filter(({ name }) => name !== null);
  const buttons =
    named.length > 0 ? named.map(({ name, value }) => `${name}=${value}`) : [undefined];
  return buttons.map((button) => form.press({ fill, ...(button && { button }) }));
}

/** Every press that posts, out of all pages of the back office as an admin sees them. */
async function harvest(client: FormClient, rows: ShownRows): Promise<Press[]> {
  const found: Press[] = [];
  for (const address of pagesOf(rows)) {
    const { forms } = await client.open(address);
    found.push(...forms().flatMap((form) => pressesOf(form, TYPED(rows))));
  }
  return found.filter(({ method }) => method === 'post');
}

/** A fingerprint of every table, but of what is counted about visitors and refused tries. */
async function fingerprints({ sql }: Database): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  const kept: [string, string][] = [];
  for (const { name } of tables.filter((table) => !BESIDE.includes(table.name))) {
    const refused = name === 'audit_log' ? sql`where action <> 'action.refused'` : sql``;
    const [row] = await sql<{ print: string | null }[]>`
      select md5(string_agg(r::text, ' ' order by r::text)) as print from ${sql(name)} r ${refused}`;
    kept.push([name, row?.print ?? 'empty']);
  }
  return Object.fromEntries(kept);
}

/** The actions that a piece of the log says were refused, each once. */
function refusedIn(written: string): string[] {
  const lines = written.split('\n').filter((line) => line.includes('"action.refused"'));
  return [...new Set(lines.map((line) => String(JSON.parse(line).action)))].sort();
}

const isAction = ({ fields }: Press) => fields.some(([name]) => name.startsWith('$ACTION_'));

test('every form of the back office is refused to a guest, a shopper and a demoted admin', async ({
  db,
  shop,
}) => {
  const rows = await makeShownRows(db);
  const operator = await signedIn(shop, db, { role: 'admin' });
  const presses = await harvest(operator.client, rows);
  const restock = presses.find(({ fields }) => fields.some(([name]) => name === 'delta'));
  if (!restock) throw new Error('no form that restocks');
  const shopper = await signedIn(shop, db);
  await db.sql`update users set role = 'shopper' where id = ${operator.account.id}`;

  const before = await fingerprints(db);
  for (const [client, status, words] of [
    [createFormClient(shop.url), 303, '로그인이 끝났어요'],
    [shopper.client, 403, '관리자만'],
    [operator.client, 403, '관리자만'],
  ] as const) {
    const logged = shop.log().length;
    for (const press of presses) {
      const page = await postForm(client, press);
      expect(page.status, press.url).toBe(status);
      if (status === 303) expect(page.location, press.url).toContain('/sign-in?next=');
      if (isAction(press)) expect((await callAction(client, press)).words).toContain(words);
    }
    expect(refusedIn(shop.log().slice(logged))).toEqual(actionNames());
  }
  expect(await fingerprints(db)).toEqual(before);

  await db.sql`update users set role = 'admin' where id = ${operator.account.id}`;
  expect((await postForm(operator.client, restock)).status).toBe(200);
  const after = await fingerprints(db);
  for (const table of ['stock', 'stock_movements', 'audit_log']) {
    expect(after[table], 'an admin’s press is seen').not.toBe(before[table]);
  }
});

test('every page and file of the back office is closed to an admin who was demoted meanwhile', async ({
  db,
  shop,
}) => {
  const handlers = readdirSync(BACK_OFFICE, { recursive: true, encoding: 'utf8' });
  expect(handlers.filter((file) => path.basename(file) === 'route.ts')).toHaveLength(2);
  const rows = await makeShownRows(db);
  const { account, client } = await signedIn(shop, db, { role: 'admin' });
  const addresses = [...pagesOf(rows), ...FILES];
  const statuses = async () => {
    const answers: number[] = [];
    for (const address of addresses) answers.push((await client.open(address)).status);
    return answers;
  };
  const open = await statuses();
  expect(open.every((status) => status === 200 || status === 404)).toBe(true);
  await db.sql`update users set role = 'shopper' where id = ${account.id}`;
  expect(await statuses()).toEqual(addresses.map(() => 403));
});
