/** The back office at an earlier moment, with and without JavaScript, in both languages. */

import { parse } from 'csv-parse/sync';
import type { Database } from '@/db/client';
import { asOfText } from '@/lib/views/as-of';
import { ACCOUNTS, expect, signIn } from './fixtures';
import { test, VISITS } from './support/operator';
import { makeProduct } from './support/sample';

const MINUTE_MS = 60_000;

interface Moment {
  productId: number;
  at: Date;
  /** Units then, counted back from the ones there are now. */
  quantity: number;
  live: number;
}

/**
 * A product of the sample history that has sold since, at the whole minute before its last sale: the one
 * that sold most of those whose stock is another by now. What came back in that minute can make up for it.
 */
async function pickMoment({ sql }: Database): Promise<Moment> {
  const [found] = await sql<{ productId: number; at: string; moved: number; live: number }[]>`
    with sold as (
      select product_id, count(*) as sales,
        date_trunc('minute', max(created_at) - interval '1 ms') as at
      from stock_movements where kind = 'sale' group by product_id
    )
    select sold.product_id as "productId", sold.at, sum(m.delta)::int as moved,
      s.quantity as live
    from sold join stock s using (product_id)
    join stock_movements m on m.product_id = sold.product_id and m.created_at > sold.at
    group by sold.product_id, sold.sales, sold.at, s.quantity having sum(m.delta) <> 0
    order by sold.sales desc, sold.product_id limit 1`;
  if (!found) throw new Error('The sample shop has sold nothing.');
  const { productId, at, moved, live } = found;
  return { productId, at: new Date(at), quantity: live - moved, live };
}

for (const { name, prefix, javaScriptEnabled } of VISITS) {
  test.describe(name, () => {
    test.use({ javaScriptEnabled });

    test('a product stands as it stood at a chosen moment, with nothing to change, and back', async ({
      page,
      db,
    }) => {
      const { productId, at, quantity, live } = await pickMoment(db);
      expect(quantity).not.toBe(live);
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin/products/${productId}`);
      await page.locator('summary', { hasText: /지난 시각|earlier moment/ }).click();
      await page.locator('[name=asOf]').fill(asOfText(at));
      await page.getByRole('button', { name: /이 시각 보기|Show it/ }).click();

      const shown = page.locator('[data-as-of-shown]');
      await expect(shown).toHaveAttribute('data-as-of-shown', at.toISOString());
      const stock = page.locator('main [data-stock]').first();
      await expect(stock).toHaveAttribute('data-stock', String(quantity));
      await expect(page.locator('[data-units]')).toBeVisible();
      await expect(page.locator('[name=delta]')).toHaveCount(0);

      await page.getByRole('link', { name: /재고 목록|All stock/ }).click();
      await expect(shown).toHaveAttribute('data-as-of-shown', at.toISOString());

      await page.goto(`${prefix}/admin/stock/${productId}?asOf=${asOfText(at)}+09:00`);
      await expect(stock).toHaveAttribute('data-stock', String(quantity));
      await page.getByRole('link', { name: /지금으로 돌아가기|Back to now/ }).click();
      await expect(shown).toHaveAttribute('data-as-of-shown', 'now');
      await expect(stock).toHaveAttribute('data-stock', String(live));
      await expect(page.locator('[name=delta]')).toBeVisible();
    });
  });
}

for (const prefix of ['', '/en']) {
  test(`a moment that cannot be shown is said in words, and now is shown: ${prefix || 'ko'}`, async ({
    page,
    db,
  }) => {
    const productId = await makeProduct(db, { quantity: 7 });
    await signIn(page, ACCOUNTS.admin);
    for (const [asOf, said] of [
      ['2099-01-01T00:00', /아직 오지 않은|has not come/],
      ['2001-01-01T00:00+09:00', /열리기 전|before the shop opened/],
      ['gestern', /알아볼 수 없는|no moment/],
    ] as const) {
      for (const path of ['/admin/stock', `/admin/stock/${productId}`]) {
        await page.goto(`${prefix}${path}?asOf=${asOf}`);
        await expect(page.locator('main').getByRole('alert'), path).toContainText(said);
        await expect(page.locator('[data-as-of-shown=now]')).toHaveCount(1);
      }
      await expect(page.locator('[data-stock="7"]')).toHaveCount(1);
    }
    const [{ first } = { first: '' }] = await db.sql<{ first: string }[]>`
      select min(created_at) as first from stock_movements`;
    const early = asOfText(new Date(Date.parse(first) + MINUTE_MS));
    await page.goto(`${prefix}/admin/stock/${productId}?asOf=${early}`);
    await expect(page.locator('main')).toContainText(/아직 들어오지 않은|had not come in/);
    await expect(page.locator('[data-movement]')).toHaveCount(0);
  });
}

test('the stock list of a moment and its file say what every shelf held', async ({ page, db }) => {
  const { at } = await pickMoment(db);
  const truth = await db.sql<{ id: number; quantity: number }[]>`
    select s.product_id as id, s.quantity - coalesce(sum(m.delta), 0)::int as quantity
    from stock s left join stock_movements m
      on m.product_id = s.product_id and m.created_at > ${at.toISOString()}
    where exists (select from stock_movements o where o.product_id = s.product_id
      and o.created_at <= ${at.toISOString()})
    group by s.product_id`;
  await signIn(page, ACCOUNTS.admin);
  await page.goto(`/admin/stock?level=all&asOf=${asOfText(at)}`);
  const link = page.locator('a[href*="/admin/export/products"]');
  const file = await page.request.get((await link.getAttribute('href')) ?? '');
  const lines: Record<string, string>[] = parse(await file.body(), { bom: true, columns: true });
  const shown = new Map<number, number>();
  for (;;) {
    const rows = await page.locator('tr[data-product]').evaluateAll((found) =>
      found.map((row) => ({
        id: Number(row.getAttribute('data-product')),
        quantity: Number(row.querySelector('[data-stock]')?.getAttribute('data-stock')),
      })),
    );
    for (const { id, quantity } of rows) shown.set(id, quantity);
    const next = page.locator('a[rel=next]');
    if ((await next.count()) === 0) break;
    await page.goto((await next.getAttribute('href')) ?? '');
  }
  const held = new Map(truth.map(({ id, quantity }) => [id, quantity]));
  expect(shown).toEqual(held);
  expect(new Map(lines.map((line) => [Number(line['상품 번호']), Number(line.재고)]))).toEqual(
    held,
  );
  // What a product cost then is in no book.
  expect(Object.keys(lines[0] ?? {})).not.toContain('가격(원)');
});

for (const { name, prefix, javaScriptEnabled } of VISITS) {
  test.describe(name, () => {
    test.use({ javaScriptEnabled });

    test("a customer's wallet stands as it stood at a moment, with nothing to adjust, and back", async ({
      page,
      db,
    }) => {
      // The demo shopper has topped up, bought and cancelled.
      const entries = await db.sql<{ userId: number; at: string; balance: number; seq: number }[]>`
        select e.user_id as "userId", e.created_at as at, e.balance_after as balance, e.seq
        from wallet_entries e join users u on u.id = e.user_id
        where u.email = ${ACCOUNTS.shopper.email} order by e.seq`;
      const [, then, next] = entries;
      if (!then || !next) throw new Error('The demo shopper has no history.');
      const [truth] = await db.sql<{ orders: number; spent: number }[]>`
        select count(*)::int as orders, coalesce(sum(total), 0)::bigint as spent from orders
        where user_id = ${then.userId} and placed_at <= ${then.at}
          and not coalesce(cancelled_at <= ${then.at}, false)`;
      const path = `${prefix}/admin/customers/${then.userId}`;
      await signIn(page, ACCOUNTS.admin);
      await page.goto(path);
      await page.locator('summary', { hasText: /지난 시각|earlier moment/ }).click();
      await page.locator('[name=asOf]').fill(asOfText(new Date(then.at)).slice(0, 16));
      await page.getByRole('button', { name: /이 시각 보기|Show it/ }).click();
      await expect(page.locator('[data-as-of-shown]')).not.toHaveAttribute(
        'data-as-of-shown',
        'now',
      );

      await page.goto(`${path}?asOf=${then.at}`);
      const balance = page.locator('main [data-balance]').first();
      await expect(balance).toHaveAttribute('data-balance', String(then.balance));
      await expect(page.locator('[data-ledger-agrees=true]')).toBeVisible();
      await expect(page.locator('[data-entry]')).toHaveCount(then.seq);
      await expect(page.locator('main dl')).toContainText(String(truth?.orders));
      await expect(page.locator('main dl')).toContainText((truth?.spent ?? 0).toLocaleString('en'));
      await expect(page.locator('main [name=amount]')).toHaveCount(0);
      await page.getByRole('link', { name: /지금으로 돌아가기|Back to now/ }).click();
      const last = entries.at(-1);
      await expect(balance).toHaveAttribute('data-balance', String(last?.balance));
      await expect(page.locator('main [name=amount]')).toBeVisible();
    });
  });
}
