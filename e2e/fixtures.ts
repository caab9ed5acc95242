/**
 * `test` for `e2e/*.spec.ts`: a real browser on the built shop. Each worker has its own shop and
 * database. A test fails when the browser's console shows an error, a script throws, the content
 * policy is violated or anything is asked of another host.
 */

import AxeBuilder from '@axe-core/playwright';
import {
  test as base,
  type ConsoleMessage,
  expect,
  type Page,
  type Request,
} from '@playwright/test';
import { createDatabase } from '@/db/client';
import { enter } from './support/enter';
import { expectInvariants } from './support/expect-invariants';
import { openSampleShop, type Shop } from './support/shop';

export { expect } from '@playwright/test';

interface TestFixtures {
  /** Names a console error that this test causes on purpose, such as the browser's word on a 404. */
  allowConsole(expected: RegExp): void;
}

interface WorkerFixtures {
  shop: Shop;
}

const OWN_SCHEMES = ['data:', 'blob:', 'about:'];

export const test = base.extend<TestFixtures, WorkerFixtures>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern.
    async ({}, use, { workerIndex }) => {
      const shop = await openSampleShop(`test_shop_${workerIndex}`);
      await use(shop);
      await shop.stop();
      // Whatever the journeys did, the books of their shop must add up.
      const db = createDatabase({ url: shop.databaseUrl, max: 1 });
      await expectInvariants(db);
      await db.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ shop }, use) => use(shop.url),
  allowConsole: [
    async ({ context, shop }, use) => {
      const complaints: string[] = [];
      const allowed: RegExp[] = [];
      const onConsole = (message: ConsoleMessage) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
      };
      const onRequest = (request: Request) => {
        const url = new URL(request.url());
        const own = url.origin === shop.url || OWN_SCHEMES.includes(url.protocol);
        if (!own) complaints.push(`asked another host: ${request.url()}`);
      };
      context.on('console', onConsole);
      context.on('request', onRequest);
      context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
      await use((expected) => allowed.push(expected));
      const left = complaints.filter((line) => !allowed.some((expected) => expected.test(line)));
      expect(left, 'the browser has nothing to complain about').toEqual([]);
    },
    { auto: true },
  ],
});

/** Accounts of the sample shop (`contract.md`). */
export const ACCOUNTS = {
  shopper: { email: 'shopper@example.com', password: 'jangteo-demo' },
  admin: { email: 'admin@example.com', password: 'jangteo-demo' },
};

/** Signs the page's browser in; the page itself stays where it is. Signing in by hand: accounts.spec.ts. */
export const signIn = (page: Page, account: { email: string; password: string }) =>
  enter(page.request, account);

/**
 * Fails with every rule of axe that the page breaks, and where.
 * @param targets WCAG 2.2's rule on their size too, which axe leaves off unless asked: it compares every
 *   link and button with every other, and takes seconds on a page with many
 */
export async function expectAccessible(page: Page, targets = false): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // Our pages hold no frames; what looks into those does so by way of a second page.
    .setLegacyMode(true)
    .options({
      rules: { 'target-size': { enabled: targets } },
      // What passes would be described too, node by node.
      resultTypes: ['violations'],
    })
    .analyze();
  const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target) }));
  expect(found).toEqual([]);
}
