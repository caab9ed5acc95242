/**
 * `test` for the bad inputs of hardening.md, each under its number: a shopper who is signed in over
 * raw HTTP once a worker, and what must hold whatever is sent.
 */

import { readFileSync } from 'node:fs';
import { createDatabase, type Database } from '@/db/client';
import { test as base, expect } from '../fixtures';
import { createFormClient, type FormClient } from '../support/form-client';
import type { Press } from '../support/html-form';
import { callAction, postForm, type RawField, type Reply } from '../support/raw-post';
import type { Shop } from '../support/shop';
import { type Account, makeAccount } from '../support/shopping';

export { expect } from '../fixtures';

/** Beyond it an answer counts as hung; a machine that runs other tests too needs some of it. */
const QUICK_MS = 5_000;

export interface Sender {
  account: Account;
  client: FormClient;
}

interface WorkerFixtures {
  db: Database;
  /** A shopper with ₩1,000,000. */
  sender: Sender;
}

export const test = base.extend<object, WorkerFixtures>({
  db: [
    async ({ shop }, use) => {
      const db = createDatabase({ url: shop.databaseUrl, max: 2 });
      await use(db);
      await db.close();
    },
    { scope: 'worker' },
  ],
  sender: [
    async ({ shop, db }, use) => use(await signedIn(shop, db, { balance: 1_000_000 })),
    { scope: 'worker' },
  ],
});

/** Another account, signed in over raw HTTP. */
export async function signedIn(
  shop: Shop,
  db: Database,
  terms: Parameters<typeof makeAccount>[1] = {},
): Promise<Sender> {
  const account = await makeAccount(db, terms);
  const client = createFormClient(shop.url);
  await client.signIn(account);
  return { account, client };
}

/** Both languages: the address that a page begins with, and its index in a pair of texts. */
export const LANGUAGES = [
  { at: '', lang: 'ko' },
  { at: '/en', lang: 'en' },
] as const;

/** Both ways to send: without JavaScript, and as the page's script calls. */
export const WAYS = [
  { way: 'form', send: postForm },
  { way: 'script', send: callAction },
] as const;

/** A press's fields with some set, or taken out by `null`. */
export function withFields(
  press: Press,
  changes: Record<string, RawField[1] | null>,
): readonly RawField[] {
  const kept = press.fields.filter(([name]) => !(name in changes));
  const set = Object.entries(changes).filter((entry): entry is [string, string | File] => {
    return entry[1] !== null;
  });
  return [...kept, ...set];
}

/** What every answer to a bad input is: quick, no fault, and without the inside of the program. */
export function expectAnswered(reply: Pick<Reply, 'status' | 'text'>): void {
  expect(reply.status).toBeLessThan(500);
  expect(/node_modules|\n\s+at .+:\d+:\d+/.test(reply.text), 'a stack trace').toBe(false);
}

/**
 * Runs what must leave no trace: no row of the books or carts changes, nothing fails in the log, and
 * it takes no time.
 */
export async function unchanged<Value>(
  { db, shop }: { db: Database; shop: Shop },
  work: () => Promise<Value>,
): Promise<Value> {
  const before = await rowsOf(db);
  const logged = shop.log().length;
  const started = performance.now();
  const value = await work();
  expect(performance.now() - started, 'answered at once').toBeLessThan(QUICK_MS);
  expect(await rowsOf(db)).toEqual(before);
  expect(failuresIn(shop.log().slice(logged))).toEqual([]);
  return value;
}

/** Lines of the log that tell of a fault, and whatever is no line of the log at all. */
export function failuresIn(written: string): string[] {
  const lines = written.split('\n').filter((line) => line.trim() !== '');
  return lines.filter((line) => !line.startsWith('{') || /"level":"(?:error|fatal)"/.test(line));
}

async function rowsOf({ sql }: Database) {
  const [rows] = await sql`
    select (select count(*) from orders) as orders,
      (select count(*) from wallet_entries) as entries,
      (select sum(balance) from wallets) as balances,
      (select count(*) from stock_movements) as movements,
      (select sum(quantity) from stock) as stock,
      (select md5(string_agg(c::text, ' ' order by c::text)) from cart_lines c) as cart_lines,
      (select count(*) from redemptions) as redemptions,
      (select count(*) from coupon_claims) as claims,
      (select count(*) from idempotency_keys) as keys,
      (select count(*) from users) as users,
      (select count(*) from audit_log) as audited`;
  return rows;
}

const TICK_MS = 10;

/**
 * Milliseconds of processor time that the shop has used: what an answer costs, however busy the
 * machine is. Null where the system does not say (it does under Linux).
 */
export function processorTime({ process: { pid } }: Shop): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return null;
  }
}
