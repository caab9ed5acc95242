/** The shop as it stood at an instant, from entries, movements and orders alone (admin.md). */

import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import {
  fillCart,
  GENEROUS_LIMITS,
  makeCoupon,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { changeStock } from './catalog/change-stock';
import { getStockThen } from './catalog/get-stock-then';
import { listStock } from './catalog/list-stock';
import { EVERY_PRODUCT } from './catalog/product-choice-rules';
import { cancelOrder } from './orders/cancel-order';
import { getFirstRecord } from './sales/get-first-record';
import { adjustWallet } from './wallet/adjust-wallet';
import { getLedger, ledgerAgrees } from './wallet/get-ledger';
import { topUpWallet } from './wallet/top-up-wallet';

/** Minutes after the shop's first noon. */
const at = (minute: number) => new Date(NOON.getTime() + minute * 60_000);

interface Shelf {
  quantity: number;
  units: number;
  revenue: number;
}

interface Books {
  stock: Map<number, Shelf>;
  balances: Map<number, number>;
}

/** The numbers that the shop goes by: the locked rows, and the sales history beside them. */
async function liveBooks({ sql }: Database): Promise<Books> {
  const stock = await sql<(Shelf & { id: number })[]>`
    select s.product_id as id, s.quantity, coalesce(sum(r.units), 0)::int as units,
      coalesce(sum(r.revenue), 0)::bigint as revenue
    from stock s left join sales_rollup r using (product_id)
    group by s.product_id, s.quantity`;
  const wallets = await sql<{ id: number; balance: number }[]>`
    select user_id as id, balance from wallets`;
  return {
    stock: new Map(stock.map(({ id, ...shelf }) => [id, shelf])),
    balances: new Map(wallets.map(({ id, balance }) => [id, balance])),
  };
}

/** The same products and wallets as the books tell them. */
async function booksThen(db: Database, { stock, balances }: Books, instant: Date): Promise<Books> {
  const listed = await listStock(db, EVERY_PRODUCT, { after: null, limit: 1_000 }, instant);
  const quantities = new Map(listed.rows.map(({ productId, quantity }) => [productId, quantity]));
  const shelves = new Map<number, Shelf>();
  for (const id of stock.keys()) {
    const found = await getStockThen(db, id, instant);
    expect(found?.quantity).toBe(quantities.get(id));
    if (found) {
      const { quantity, units, revenue } = found;
      shelves.set(id, { quantity, units, revenue });
    }
  }
  const wallets = new Map<number, number>();
  for (const id of balances.keys()) {
    const ledger = await getLedger(db, id, instant);
    expect(ledger && ledgerAgrees(ledger)).toBe(true);
    wallets.set(id, ledger?.balance ?? Number.NaN);
  }
  return { stock: shelves, balances: wallets };
}

/** A history with sales, coupons, cancels on a later day, restocks, corrections and adjustments. */
async function steps(db: Database): Promise<((now: Date) => Promise<unknown>)[]> {
  const [apple, pear] = [await makeProduct(db), await makeProduct(db, { price: 7_000 })];
  const hidden = await makeProduct(db, { published: false, quantity: 3 });
  const [kim, lee] = [
    await makeShopper(db, { balance: 3_000_000 }),
    await makeShopper(db, { balance: 50_000 }),
  ];
  const operator = await makeShopper(db, { role: 'admin' });
  const free = await makeCoupon(db, { percent: 100 });
  const tenth = await makeCoupon(db, { percent: 10 });
  const orders: number[] = [];

  const order =
    (userId: number, lines: [number, number][], couponCode: string | null = null) =>
    async (now: Date) => {
      await fillCart(
        db,
        userId,
        lines.map(([productId, quantity]) => ({ productId, quantity })),
      );
      orders.push(succeeded(await press(db, userId, { now, couponCode })).orderId);
    };
  const cancel =
    (index: number, userId: number, role: 'admin' | 'shopper') => async (now: Date) => {
      const command = { orderId: orders[index] ?? 0, actor: { userId, role } };
      succeeded(await cancelOrder(db, command, now));
    };
  const change =
    (productId: number, kind: 'restock' | 'correction', delta: number) => async (now: Date) => {
      const key = { actorUserId: operator, idempotencyKey: randomUUID() };
      const command = { productId, kind, delta, reason: '시험', ...key };
      succeeded(await changeStock(db, command, now));
    };
  const topUp = (userId: number, amount: number) => async (now: Date) => {
    const command = { userId, amount, idempotencyKey: randomUUID() };
    succeeded(await topUpWallet(db, command, GENEROUS_LIMITS, now));
  };
  const adjust = (userId: number, amount: number) => async (now: Date) => {
    const shownBalance = (await getLedger(db, userId))?.balance ?? 0;
    const key = { actorUserId: operator, idempotencyKey: randomUUID() };
    const command = { customerId: userId, amount, reason: '시험', shownBalance, ...key };
    succeeded(await adjustWallet(db, command, { mostWon: 1_000_000, heldWon: 1_000_000_000 }, now));
  };

  return [
    order(kim, [
      [apple, 3],
      [pear, 2],
    ]),
    order(lee, [[pear, 4]], tenth.code),
    change(apple, 'restock', 20),
    cancel(0, kim, 'shopper'),
    order(lee, [[apple, 1]], free.code),
    adjust(kim, -1_234),
    change(hidden, 'correction', -3),
    topUp(lee, 12_345),
    cancel(1, operator, 'admin'),
    order(kim, [[apple, 99]]),
    cancel(2, lee, 'shopper'),
    change(pear, 'correction', -7),
    adjust(lee, 5_000),
    // A product and a shopper that were not there at the beginning.
    async () => {
      const late = await makeProduct(db, { quantity: 8 });
      await order(await makeShopper(db, { balance: 90_000 }), [[late, 8]])(at(10_000));
    },
  ];
}

test('each moment is told as it was, and the last one as it is', async ({ db }) => {
  const history = await steps(db);
  // The rows that a test makes all date from the first noon: those of the last step are left to it.
  const seen: { minute: number; live: Books }[] = [];
  for (const [i, step] of history.entries()) {
    const minute = 1 + i * 600;
    await step(at(minute));
    seen.push({ minute, live: await liveBooks(db) });
  }
  const last = seen.pop();
  const present = last?.live as Books;
  expect(await booksThen(db, present, new Date(at(10_000)))).toEqual(present);
  for (const { minute, live } of seen) {
    for (const instant of [at(minute), new Date(at(minute + 600).getTime() - 1)]) {
      expect(await booksThen(db, live, instant)).toEqual(live);
    }
  }
  expect(seen.some(({ live }) => [...live.stock.values()].some((s) => s.quantity === 0))).toBe(
    true,
  );
});

test('a product is not there before it came in, nor a wallet entry before it was made', async ({
  db,
}) => {
  expect(await getFirstRecord(db)).toBeNull();
  const productId = await makeProduct(db, { quantity: 4 });
  const userId = await makeShopper(db, { balance: 10_000 });
  const before = new Date(NOON.getTime() - 1);
  expect(await getFirstRecord(db)).toEqual(NOON);
  expect(await getStockThen(db, productId, before)).toBeNull();
  expect(await listStock(db, EVERY_PRODUCT, { after: null, limit: 10 }, before)).toEqual({
    ...{ rows: [], count: 0 },
  });
  const ledger = await getLedger(db, userId, before);
  expect(ledger).toEqual({
    ...{ balance: 0, entries: 0, entriesTotal: 0, firstBrokenSeq: null, months: [] },
  });
  expect(await getStockThen(db, productId, NOON)).toMatchObject({ quantity: 4, lastSale: null });
});

test('entries and movements of one moment that were written the other way round stay one chain', async ({
  db,
}) => {
  const productId = await makeProduct(db, { quantity: 1 });
  const userId = await makeShopper(db, { balance: 20_000 });
  const operator = await makeShopper(db, { role: 'admin' });
  const change = (delta: number, now: Date) =>
    changeStock(
      db,
      {
        ...{ productId, kind: 'correction', delta, reason: '시험', actorUserId: operator },
        idempotencyKey: randomUUID(),
      },
      now,
    );
  // Pressed later, written first.
  succeeded(await change(5, at(2)));
  succeeded(await change(-6, at(1)));
  expect(await getStockThen(db, productId, at(1))).toMatchObject({ quantity: 0 });
  expect(await getStockThen(db, productId, at(2))).toMatchObject({ quantity: 0 });
  await fillCart(db, userId, [{ productId: await makeProduct(db), quantity: 2 }]);
  const topUp = { userId, amount: 7_000, idempotencyKey: randomUUID() };
  succeeded(await topUpWallet(db, topUp, GENEROUS_LIMITS, at(4)));
  succeeded(await press(db, userId, { now: at(3) }));
  const ledger = await getLedger(db, userId, at(3));
  expect(ledger).toMatchObject({ balance: 7_000, entries: 3, firstBrokenSeq: null });
});

test('the stock list of a moment is paged by key and filtered by what was there then', async ({
  db,
}) => {
  const ids = [];
  for (const quantity of [0, 5, 5, 5, 30]) ids.push(await makeProduct(db, { quantity }));
  const operator = await makeShopper(db, { role: 'admin' });
  const restock = { productId: ids[0] ?? 0, kind: 'restock', delta: 50, reason: '입고' } as const;
  const key = { actorUserId: operator, idempotencyKey: randomUUID() };
  succeeded(await changeStock(db, { ...restock, ...key }, at(1)));
  for (const instant of [NOON, at(1), null]) {
    const { rows: all } = await listStock(db, EVERY_PRODUCT, { after: null, limit: 10 }, instant);
    const paged = [];
    for (let after = null as (typeof all)[number] | null; ; ) {
      const { rows: page, count } = await listStock(
        db,
        EVERY_PRODUCT,
        { after, limit: 2 },
        instant,
      );
      expect(count).toBe(all.length);
      paged.push(...page);
      after = page.at(-1) ?? null;
      if (!after) break;
    }
    expect(paged).toEqual(all);
    const { rows: out } = await listStock(
      db,
      { ...EVERY_PRODUCT, level: 'out' },
      { after: null, limit: 10 },
      instant,
    );
    expect(out.map(({ productId }) => productId)).toEqual(instant === NOON ? [ids[0]] : []);
    const { rows: low } = await listStock(
      db,
      { ...EVERY_PRODUCT, level: 'low' },
      { after: null, limit: 10 },
      instant,
    );
    expect(low.map(({ quantity }) => quantity)).toEqual([5, 5, 5]);
  }
});
