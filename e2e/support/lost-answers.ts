/** Connections that fail between a page and the shop. */

import { connect, createServer, type Socket } from 'node:net';
import type { Page } from '@playwright/test';

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
export async function holdOutcome(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/outcome?*', async (route) => {
    await held;
    await route.fallback();
  });
  return release;
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
