/** Connections that fail between a page and the shop. */

import { connect, createServer, type Socket } from 'node:net';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Database } from '@/db/client';
import { hold } from './hold';
import type { TcpProxy } from './tcp-proxy';

/** The browser's own words on a request that failed. */
export const NETWORK_ERROR = /Failed to load resource/;

/** What happens to the next forms that a page sends: `reach` the shop, but never the answer back. */
export async function loseForms(page: Page, { reach }: { reach: boolean }): Promise<() => number> {
  let lost = 0;
  await page.route(
    (url) => !url.pathname.startsWith('/api/'),
    async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      if (reach) await route.fetch({ maxRedirects: 0 });
      lost += 1;
      await route.abort('connectionreset');
    },
  );
  return () => lost;
}

/** Holds back what the shop says about a press, until the returned function is called. */
export const holdOutcome = (page: Page) => hold(page, '**/api/outcome?*');

/**
 * Lets the page's own clock run ahead until it shows something: what it is patient for passes in a
 * moment. The clock has to be installed before the page is opened.
 */
export async function runAheadTo(page: Page, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(2_000);
    await expect(shown).toBeVisible({ timeout: 200 });
  }).toPass({ intervals: [0], timeout: 50_000 });
}

/**
 * Presses, and has the database gone at the moment when the press is paid: the COMMIT that spends from
 * this shopper's wallet is carried out and never answered, and no connection goes through any more.
 * Whatever else the shop commits meanwhile, for pages that the browser fetches ahead, goes through.
 */
export async function loseDatabaseAtCommit(
  proxy: TcpProxy,
  { sql }: Database,
  userId: number,
  press: () => Promise<void>,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select from wallets where user_id = ${userId} for update`;
    await press();
    const waiting = async () => {
      const [row] = await tx<{ port: number }[]>`
        select client_port as port from pg_stat_activity
        where pg_backend_pid() = any(pg_blocking_pids(pid))`;
      return row?.port ?? 0;
    };
    let paying = 0;
    const found = expect.poll(
      async () => {
        paying = await waiting();
        return paying;
      },
      { intervals: [20], message: 'the press waits for the wallet' },
    );
    await found.toBeGreaterThan(0);
    const when = (port: number) => {
      if (port !== paying) return false;
      proxy.set({ cut: { at: 'send', when: () => true } });
      return true;
    };
    proxy.set({ cut: { at: 'commit-answered', when } });
  });
}

/**
 * The shop under another address, through a connection that can break off: after `breakOff(400)` the
 * next answer ends after 400 bytes, and once only.
 */
export async function openFragileWay(shopUrl: string) {
  const { hostname, port } = new URL(shopUrl);
  let left: number | null = null;
  let broken = 0;
  const sockets = new Set<Socket>();
  const server = createServer((browser) => {
    const shop = connect(Number(port), hostname);
    for (const socket of [browser, shop]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        browser.destroy();
        shop.destroy();
      });
    }
    browser.pipe(shop);
    shop.on('data', (answer: Buffer) => {
      if (left === null) return browser.write(answer);
      const rest = answer.subarray(0, left);
      left -= rest.length;
      if (left > 0) return browser.write(rest);
      left = null;
      broken += 1;
      return browser.write(rest, () => browser.resetAndDestroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    breakOff: (bytes: number) => {
      left = bytes;
    },
    broken: () => broken,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
