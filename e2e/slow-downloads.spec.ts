/** Files of the back office that are fetched slowly hold up nothing but further files. */

import { type ClientRequest, get } from 'node:http';
import { createDatabase, type Database } from '@/db/client';
import { test as base, expect } from './fixtures';
import { createFormClient, type FormClient } from './support/form-client';
import { openSampleShop, type Shop } from './support/shop';
import { makeAccount } from './support/shopping';

/** Far more than what sockets hold on the way, about 15 MB. */
const PRODUCTS = 12_000;
const PRODUCTS_A_STATEMENT = 1_000;
const FILES_AT_ONCE = 4;
const FILE = '/admin/export/products';

/** A shop of its own with a long list of products, and an operator who is signed in. */
const test = base.extend<{ large: { shop: Shop; db: Database; client: FormClient } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern.
  large: async ({}, use, { workerIndex }) => {
    const shop = await openSampleShop(`test_slow_${workerIndex}`);
    const db = createDatabase({ url: shop.databaseUrl, max: 2 });
    await addProducts(db);
    const client = createFormClient(shop.url);
    await client.signIn(await makeAccount(db, { role: 'admin' }));
    await use({ shop, db, client });
    await db.close();
    await shop.stop();
  },
});

// Filling and starting the shop counts too.
test.describe.configure({ timeout: 180_000 });

/** Hidden products with the longest names there are. */
async function addProducts({ sql }: Database): Promise<void> {
  const name = '긴'.repeat(200);
  for (let first = 0; first < PRODUCTS; first += PRODUCTS_A_STATEMENT) {
    await sql`
      with made as (
        insert into products (slug, category_slug, name_ko, name_en, description_ko,
          description_en, price, art, published, created_at, updated_at)
        select 'long-' || n, (select min(slug) from categories), ${name}, ${name}, '', '', 1000,
          'apple', false, now(), now()
        from generate_series(${first}::int + 1, ${first + PRODUCTS_A_STATEMENT}::int) n
        returning id)
      insert into stock (product_id, quantity) select id, 0 from made`;
  }
}

/** Begins to fetch a file, and takes no more of it than its beginning. */
function fetchSlowly(client: FormClient): Promise<{ status: number | undefined; leave(): void }> {
  return new Promise((resolve, reject) => {
    const headers = { cookie: client.cookies.header() ?? '' };
    const request: ClientRequest = get(`${client.origin}${FILE}`, { headers }, (answer) => {
      // Nobody reads from here on, so the sockets fill up.
      answer.once('error', () => undefined);
      resolve({ status: answer.statusCode, leave: () => request.destroy() });
    });
    request.once('error', reject);
  });
}

/** Connections that are in the middle of a file. */
async function filesUnderWay({ sql }: Database): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where application_name = 'jangteo-files' and datname = current_database()
      and xact_start is not null`;
  return row?.count ?? 0;
}

test('four slow downloads leave the dashboard and the check of the books alone; a fifth is told to wait', async ({
  large: { db, client },
}) => {
  const integrity = await client.open('/admin/integrity');
  const check = integrity.forms()[0]?.press();
  if (!check) throw new Error('no form that checks the books');
  const slow = await Promise.all(Array.from({ length: FILES_AT_ONCE }, () => fetchSlowly(client)));
  expect(slow.map(({ status }) => status)).toEqual(Array(FILES_AT_ONCE).fill(200));
  await expect.poll(() => filesUnderWay(db)).toBe(FILES_AT_ONCE);

  const [checked, dashboard, fifth] = await Promise.all([
    client.send(check),
    client.open('/admin'),
    client.open(FILE),
  ]);
  expect(await filesUnderWay(db), 'all of them were under way to the end').toBe(FILES_AT_ONCE);
  if (checked.kind === 'unknown') throw checked.cause;
  expect(checked.page.notices.map(({ text }) => text).join()).toContain('방금 점검했어요');
  expect(dashboard.status).toBe(200);
  expect(fifth.status).toBe(503);
  expect(fifth.headers.get('retry-after')).toBe('10');
  expect(fifth.html).toContain('지금은 다른 파일을 만들고 있어요');

  for (const { leave } of slow) leave();
  await expect.poll(() => filesUnderWay(db), { timeout: 30_000 }).toBe(0);
  const after = await client.open(FILE);
  expect(after.status).toBe(200);
  expect(after.html.split('\r\n').length).toBeGreaterThan(PRODUCTS);
});
