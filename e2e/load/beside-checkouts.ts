/** Whether an operator who looks at sales, or fetches everything, slows down those who pay. */

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@/db/client';
import { hashPassword } from '@/lib/auth/password';
import { openAccount } from '@/lib/domain/accounts/open-account';
import { createFormClient, type FormClient } from '../support/form-client';
import type { Press } from '../support/html-form';
import { DELIVERY, fillCart, fillWallet, makeProduct, succeeded } from '../support/sample';
import { type AdminBench, printTable, quantile } from './admin-bench';
import { fetchExport } from './admin-exports';

const SHOPPERS = 8;
const PASSWORD = 'pale green celadon';
const BALANCE = 1_000_000_000;
const UNITS = 1_000_000;
const ROUNDS = 8;
/** Of an open dashboard (`keep-fresh.tsx`). */
const REFRESH_MS = 30_000;
/** A whole number of refreshes of five dashboards, and of ten. */
const WINDOW_MS = 6_000;
/** Share of the checkouts a second that may be lost (issue: Large data). */
const AIM = 0.05;

/** Who works beside the checkouts: so many open dashboards, or somebody who fetches one file after the other. */
const COMPANY = { alone: 0, 'five dashboards': 5, 'ten dashboards': 10, exports: 0 };
type Beside = keyof typeof COMPANY;
const BESIDE = Object.keys(COMPANY) as Beside[];
/** Each company between two windows without any, so that a machine that slows down slows both. */
const TURNS = BESIDE.slice(1).flatMap((beside) => ['alone', beside] as const);

interface Window {
  beside: Beside;
  perSecond: number;
  latencies: number[];
}

/** Prints checkouts a second over HTTP, alone and beside the operator, in turn, in one run. */
export async function benchBeside(bench: AdminBench): Promise<void> {
  const crowd = await startCrowd(bench);
  const windows: Window[] = [];
  try {
    await pause(WINDOW_MS);
    for (let round = 0; round < ROUNDS; round++) {
      for (const beside of TURNS) windows.push(await runWindow(bench, crowd, beside));
    }
    windows.push(await runWindow(bench, crowd, 'alone'));
  } finally {
    await crowd.stop();
  }
  const of = (beside: Beside) => windows.filter((window) => window.beside === beside);
  const rate = (beside: Beside) => middle(of(beside).map(({ perSecond }) => perSecond));
  const rows = BESIDE.map((beside) => {
    const latencies = of(beside).flatMap((window) => window.latencies);
    const lost = middle(
      windows.flatMap((window, i) => (window.beside === beside ? lostBeside(windows, i) : [])),
    );
    return [
      beside,
      rate(beside).toFixed(1),
      `${quantile(latencies, 0.5).toFixed(0)} / ${quantile(latencies, 0.95).toFixed(0)}`,
      beside === 'alone' ? '' : `${(lost * 100).toFixed(1)} %`,
      beside === 'alone' ? '' : lost <= AIM ? 'yes' : '**no**',
    ];
  });
  printTable(['Checkouts', 'a second', 'p50 / p95 ms', 'slower by', `within ${AIM * 100} %`], rows);
}

const middle = (numbers: readonly number[]) => quantile(numbers, 0.5);

/** The share that a window has lost against the two beside it; a checkpoint then spoils one of many. */
function lostBeside(windows: readonly Window[], i: number): number[] {
  const [before, at, after] = [windows[i - 1], windows[i], windows[i + 1]];
  if (!before || !at || !after) return [];
  return [1 - (2 * at.perSecond) / (before.perSecond + after.perSecond)];
}

async function runWindow(bench: AdminBench, crowd: Crowd, beside: Beside): Promise<Window> {
  const leaving = new AbortController();
  const company = keepCompany(bench, beside, leaving.signal);
  crowd.take();
  const from = performance.now();
  await pause(WINDOW_MS);
  const latencies = crowd.take();
  const seconds = (performance.now() - from) / 1_000;
  leaving.abort();
  await company;
  return { beside, perSecond: latencies.length / seconds, latencies };
}

async function keepCompany(bench: AdminBench, beside: Beside, leaving: AbortSignal): Promise<void> {
  try {
    while (beside !== 'alone' && !leaving.aborted) {
      if (beside === 'exports') await fetchExport(bench, 'lines', leaving);
      else {
        const next = pause(REFRESH_MS / COMPANY[beside], undefined, { signal: leaving });
        await Promise.all([refresh(bench, '?range=30d'), next]);
      }
    }
  } catch (error) {
    if (!leaving.aborted) throw error;
  }
}

/** What an open dashboard does (`keep-fresh.tsx`): has its figures read, then draws them in place. */
async function refresh({ operator, url }: AdminBench, query: string): Promise<void> {
  const cookie = operator.cookies.header() ?? '';
  const read = await fetch(`${url}/api/admin/sales${query}`, { headers: { cookie } });
  const drawn = await fetch(`${url}/admin${query}`, { headers: { cookie, RSC: '1' } });
  const rows = await drawn.text();
  if (read.status !== 204 || drawn.status !== 200 || !rows.includes('netSales')) {
    throw new Error(`a refresh answered ${read.status}, then ${drawn.status}`);
  }
}

interface Crowd {
  /** Milliseconds of the checkouts since it was asked last. */
  take(): number[];
  stop(): Promise<void>;
}

/** Shoppers who each pay for one unit after the other, over HTTP. */
async function startCrowd({ db, url }: AdminBench): Promise<Crowd> {
  let latencies: number[] = [];
  let stopped = false;
  const shoppers = await Promise.all(Array.from({ length: SHOPPERS }, () => enter(db, url)));
  const done = shoppers.map(async (shopper) => {
    while (!stopped) latencies.push(await shopper());
  });
  const failed = Promise.all(done);
  return {
    take: () => {
      const taken = latencies;
      latencies = [];
      return taken;
    },
    stop: async () => {
      stopped = true;
      await failed;
    },
  };
}

/** Signs a new shopper in. @returns pays for one unit of a product of their own; how long that took */
async function enter(db: Database, url: string): Promise<() => Promise<number>> {
  const email = `${randomUUID()}@example.com`;
  const passwordHash = await hashPassword(PASSWORD);
  const account = { email, name: '홍길동', passwordHash, role: 'shopper' } as const;
  const { userId } = succeeded(await openAccount(db, account, new Date()));
  await fillWallet(db, userId, BALANCE);
  const productId = await makeProduct(db, { quantity: UNITS });
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  const client = createFormClient(url);
  await client.signIn({ email, password: PASSWORD });
  const page = await client.open('/checkout');
  const fill = { ...DELIVERY, couponCode: '' };
  const press = page.form('confirmedTotal').press({ fill, button: 'intent=pay' });
  await pay(client, press);
  return async () => {
    await db.sql`
      with emptied as (
        update carts set last_order_id = null where user_id = ${userId} returning id
      )
      insert into cart_lines (cart_id, product_id, quantity, seen_price, added_at)
      select id, ${productId}, 1, 10000, now() from emptied`;
    const from = performance.now();
    await pay(client, press);
    return performance.now() - from;
  };
}

/** Presses the button of a page under a key of its own. */
async function pay(client: FormClient, press: Press): Promise<void> {
  const fields = press.fields.map(
    ([name, value]) => [name, name === 'idempotencyKey' ? randomUUID() : value] as const,
  );
  const answer = await client.send({ ...press, fields }, { follow: false });
  if (answer.kind === 'unknown') throw answer.cause;
  if (!answer.location?.includes('placed=1')) throw new Error(`not paid: ${answer.page.url}`);
}
