/** What the money journeys share: a shopper of one's own with a filled wallet and cart, signed in. */

import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { createDatabase, type Database } from '@/db/client';
import { switchCoupon } from '@/lib/domain/coupons/switch-coupon';
import { fulfilOrder } from '@/lib/domain/orders/fulfil-order';
import { topUpWallet } from '@/lib/domain/wallet/top-up-wallet';
import { test as base, expect, signIn } from '../fixtures';
import { openAccountFor } from './accounts';
import {
  DELIVERY,
  fillCart,
  GENEROUS_LIMITS,
  makeCoupon,
  makeProduct,
  makeShopper,
  succeeded,
} from './sample';

const DAY_MS = 86_400_000;
const PASSWORD = 'pale green celadon';

/** The shop's `test` with a pool on the shop's own database. */
export const test = base.extend<{ db: Database }>({
  db: async ({ shop }, use) => {
    const db = createDatabase({ url: shop.databaseUrl, max: 2 });
    await use(db);
    await db.close();
  },
});

export interface Account {
  id: number;
  email: string;
  password: string;
}

/** An account that can sign in, with `balance` won in its wallet. */
export async function makeAccount(
  db: Database,
  { balance = 0, role = 'shopper' }: { balance?: number; role?: 'shopper' | 'admin' } = {},
): Promise<Account> {
  const account = await openAccountFor(db, { password: PASSWORD, role });
  await addMoney(db, account.id, balance);
  return { ...account, password: PASSWORD };
}

/** Puts money into a wallet beside the page, past the limits of a top-up. */
export async function addMoney(
  db: Database,
  userId: number,
  amount: number,
  at = new Date(),
): Promise<void> {
  if (amount === 0) return;
  const topUp = { userId, amount, idempotencyKey: randomUUID() };
  succeeded(await topUpWallet(db, topUp, GENEROUS_LIMITS, at));
}

/** A product that no other test has, found by its mark. */
export async function ownProduct(
  db: Database,
  fields: { price?: number; quantity?: number } = {},
): Promise<{ id: number; slug: string; mark: string }> {
  const mark = randomUUID().slice(0, 8);
  const slug = `own-${mark}`;
  const names = { nameKo: `시험 ${mark}`, nameEn: `Own ${mark}` };
  return { id: await makeProduct(db, { ...fields, ...names, slug }), slug, mark };
}

/** A coupon that is usable from yesterday to tomorrow, by default 10 % off. */
export async function ownCoupon(db: Database, terms: Parameters<typeof makeCoupon>[1] = {}) {
  const now = Date.now();
  const running = { startsAt: new Date(now - DAY_MS), endsAt: new Date(now + DAY_MS) };
  return makeCoupon(db, { ...running, ...terms });
}

/** Switches a coupon off, as an operator would. */
export async function switchOff(db: Database, couponId: number): Promise<void> {
  const actorUserId = await makeShopper(db, { role: 'admin' });
  succeeded(await switchCoupon(db, { couponId, enabled: false, actorUserId }, new Date()));
}

/** Marks an order as sent, as an operator would. */
export async function send(db: Database, orderId: number): Promise<void> {
  const actorUserId = await makeShopper(db, { role: 'admin' });
  succeeded(await fulfilOrder(db, { orderId, actorUserId }, new Date()));
}

/** Signs a new shopper in whose cart holds one product of its own: ₩10,000 a piece. */
export async function enterWithCart(
  page: Page,
  db: Database,
  {
    balance = 0,
    quantity = 1,
    stock = 100,
  }: { balance?: number; quantity?: number; stock?: number } = {},
) {
  const account = await makeAccount(db, { balance });
  const product = await ownProduct(db, { quantity: stock });
  await fillCart(db, account.id, [{ productId: product.id, quantity }]);
  await signIn(page, account);
  return { account, product };
}

/** Types where the order goes. */
export async function fillDelivery(page: Page, delivery = DELIVERY): Promise<void> {
  for (const [name, value] of Object.entries(delivery)) await page.fill(`[name=${name}]`, value);
}

/** What a form would send, by name, for whoever posts it without its page. */
export function formFields(form: Locator): Promise<Record<string, string>> {
  return form.evaluate((element: HTMLFormElement) =>
    Object.fromEntries([...new FormData(element)].map(([name, value]) => [name, `${value}`])),
  );
}

/** The figures of `data-*` attributes inside the page's main part, by name. */
export async function expectFigures(page: Page, figures: Record<string, number>): Promise<void> {
  for (const [name, value] of Object.entries(figures)) {
    const figure = page.locator(`main [data-${name}]`).first();
    await expect(figure).toHaveAttribute(`data-${name}`, String(value));
  }
}

/** How many orders a shopper has and what is left in the wallet. */
export async function readBooks({ sql }: Database, userId: number) {
  const [books] = await sql<{ orders: number; balance: number; entries: number }[]>`
    select (select count(*)::int from orders where user_id = ${userId}) as orders,
      (select count(*)::int from wallet_entries where user_id = ${userId}) as entries,
      (select balance from wallets where user_id = ${userId}) as balance`;
  return { ...books, balance: Number(books?.balance) };
}

/** Fails when the page can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    );
    return [
      `${scrollWidth - clientWidth} px`,
      ...wide.map(({ outerHTML }) => outerHTML.slice(0, 120)),
    ];
  });
  expect(beyond, `${page.url()} does not scroll sideways`).toEqual([]);
}
