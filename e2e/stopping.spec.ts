/**
 * The application's part of stopping (hardening.md: Shutdown): what was sent is answered. The
 * launcher then stops PostgreSQL and ends with 0.
 */

import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import type { Browser } from '@playwright/test';
import { createDatabase, type Database } from '@/db/client';
import { expect, signIn, test } from './fixtures';
import { openAccountFor } from './support/accounts';
import { expectInvariants } from './support/expect-invariants';
import { DELIVERY, fillCart, fillWallet, makeProduct } from './support/sample';
import { type Shop, startShop } from './support/shop';

const PASSWORD = 'pale green celadon';
const SHOPPERS = 3;
/** Connections that wait for a next request. */
const KEPT = 8;

/** A shopper with a full cart and wallet who has the checkout page open, and what its form sends. */
async function fillCheckout(browser: Browser, db: Database, url: string, productId: number) {
  const { id, email } = await openAccountFor(db, { password: PASSWORD });
  await fillWallet(db, id, 50_000);
  await fillCart(db, id, [{ productId, quantity: 1 }]);
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, { email, password: PASSWORD });
  await page.goto('/checkout');
  const fields = await page
    .locator('form:has([name=recipient]) input[type=hidden]')
    .evaluateAll((inputs) =>
      inputs.map((input) => [input.getAttribute('name') ?? '', (input as HTMLInputElement).value]),
    );
  const form = new FormData();
  for (const [name = '', value = ''] of fields) form.append(name, value);
  for (const [name, value] of Object.entries(DELIVERY)) form.append(name, value);
  form.append('couponCode', '');
  const cookies = await context.cookies();
  await context.close();
  return { form, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

/** Sends a checkout over a connection that wants to stay open, as browsers' do. */
async function sendCheckout(
  agent: Agent,
  url: string,
  { form, cookie }: Awaited<ReturnType<typeof fillCheckout>>,
) {
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  const sent = request(`${url}/checkout`, {
    agent,
    method: 'POST',
    headers: {
      cookie,
      origin: url,
      'content-type': encoded.headers.get('content-type') ?? '',
      'content-length': body.length,
    },
  });
  const answered = once(sent, 'response').then(([response]) => {
    response.resume();
    return { status: response.statusCode as number, location: response.headers.location };
  });
  await new Promise<void>((resolve) => sent.end(body, resolve));
  return answered.then(
    (answer) => answer,
    (error: Error) => ({ status: error.message, location: undefined }),
  );
}

/** Over a connection of its own: one that is open already would still be answered. */
async function statusOf(url: string): Promise<number | 'refused'> {
  const sent = request(url, { agent: false }).end();
  try {
    const [response] = await once(sent, 'response');
    response.resume();
    return response.statusCode;
  } catch {
    return 'refused';
  }
}

/** Over the one connection that the agent keeps. */
async function askOver(agent: Agent, url: string) {
  const sent = request(url, { agent }).end();
  const [response] = await once(sent, 'response');
  response.resume();
  await once(response, 'end');
  const { statusCode, headers } = response;
  return { status: statusCode, connection: headers.connection, reused: sent.reusedSocket };
}

async function endOf(shop: Shop): Promise<number | null> {
  if (shop.process.exitCode === null) await once(shop.process, 'exit');
  return shop.process.exitCode;
}

/** How a program ends that a signal asked to end. */
const ENDED_BY_SIGTERM = 143;

test('checkouts under way at SIGTERM are answered before the shop ends', async ({
  shop: { databaseUrl, ownerUrl },
  browser,
}) => {
  // A shop of its own that nothing has warmed, and several people signing in.
  test.slow();
  // With patience for the row that is held below, however long this takes on a busy machine.
  const shop = await startShop(new URL(databaseUrl).pathname.slice(1), {
    DATABASE_URL: `${databaseUrl}?lock_timeout=6000&statement_timeout=6500`,
  });
  const db = createDatabase({ url: ownerUrl, max: 2 });
  const productId = await makeProduct(db, { price: 10_000, quantity: 100 });
  const checkouts = await Promise.all(
    Array.from({ length: SHOPPERS }, () => fillCheckout(browser, db, shop.url, productId)),
  );
  const agent = new Agent({ keepAlive: true });

  let answers: ReturnType<typeof sendCheckout>[] = [];
  await db.sql.begin(async (tx) => {
    // Whoever pays waits for this row: the checkouts are under way when the signal comes.
    await tx`SELECT 1 FROM stock WHERE product_id = ${productId} FOR UPDATE`;
    answers = checkouts.map((checkout) => sendCheckout(agent, shop.url, checkout));
    const [own] = await tx<{ xid: string }[]>`SELECT pg_current_xact_id()::text AS xid`;
    await expect
      .poll(
        async () => {
          const [row] = await db.sql<{ waiting: number }[]>`
            SELECT count(*)::int AS waiting FROM pg_locks
            WHERE NOT granted AND transactionid::text = ${own?.xid ?? ''}`;
          return row?.waiting;
        },
        { intervals: [20] },
      )
      .toBeGreaterThan(0);
    // Connections are taken in their order: after this answer those of the checkouts are too.
    expect(await statusOf(`${shop.url}/api/health/live`)).toBe(200);
    shop.process.kill('SIGTERM');
    await expect
      .poll(() => statusOf(`${shop.url}/api/health/ready`), { intervals: [20] })
      .toBe('refused');
  });

  for (const { status, location } of await Promise.all(answers)) {
    expect(status).toBe(303);
    expect(location).toMatch(/^\/orders\/\d+\?placed=1$/);
  }
  expect(await endOf(shop)).toBe(ENDED_BY_SIGTERM);
  await expectInvariants(db);
  await db.close();
  agent.destroy();
});

test('a draining shop says so to its balancer and still serves', async ({
  shop: { databaseUrl },
}) => {
  const shop = await startShop(new URL(databaseUrl).pathname.slice(1));
  shop.process.kill('SIGUSR2');
  await expect.poll(() => statusOf(`${shop.url}/api/health/ready`), { intervals: [20] }).toBe(503);
  expect(await statusOf(`${shop.url}/api/health/live`)).toBe(200);
  expect(await statusOf(`${shop.url}/products`)).toBe(200);
  shop.process.kill('SIGTERM');
  expect(await endOf(shop)).toBe(ENDED_BY_SIGTERM);
});

test('a kept connection is answered until an answer says that it closes', async ({
  shop: { databaseUrl },
}) => {
  const shop = await startShop(new URL(databaseUrl).pathname.slice(1));
  const live = `${shop.url}/api/health/live`;
  const agents = Array.from({ length: KEPT }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  for (const agent of agents) expect((await askOver(agent, live)).connection).toBe('keep-alive');

  // At any moment all but one of them are idle: at that of the signal too.
  let open = agents;
  shop.process.kill('SIGTERM');
  while (open.length > 0) {
    const still: Agent[] = [];
    for (const agent of open) {
      const { status, connection, reused } = await askOver(agent, live);
      expect({ status, reused }).toEqual({ status: 200, reused: true });
      if (connection === 'keep-alive') still.push(agent);
      else agent.destroy();
    }
    open = still;
  }
  expect(await endOf(shop)).toBe(ENDED_BY_SIGTERM);
});

test('a connection that was opened ahead of need does not keep the shop from ending', async ({
  shop: { databaseUrl },
}) => {
  const shop = await startShop(new URL(databaseUrl).pathname.slice(1));
  const { port, hostname } = new URL(shop.url);
  const ahead = connect(Number(port), hostname);
  await once(ahead, 'connect');
  // Connections are taken in their order: after this answer that one is too.
  expect(await statusOf(`${shop.url}/api/health/live`)).toBe(200);
  shop.process.kill('SIGTERM');
  const [cause] = await Promise.race([once(ahead, 'close'), once(shop.process, 'exit')]);
  expect(cause, 'closed by the shop without an error').toBe(false);
  expect(await endOf(shop)).toBe(ENDED_BY_SIGTERM);
});
