/**
 * Acceptance checks 17 and 19 (interface.md) on every page and error state, in both languages: axe
 * finds nothing in either theme, and nothing scrolls sideways at 320 px or at 200 % zoom.
 */

import type { Page } from '@playwright/test';
import { createDatabase } from '@/db/client';
import { expect, expectAccessible, test as shopTest, signIn } from './fixtures';
import { ROUTES, type Visitor } from './support/routes';
import { type Shop, startShop } from './support/shop';
import { expectNoSidewaysScroll } from './support/shopping';
import { makeShownRows, type ShownRows } from './support/shown-rows';
import { startTcpProxy } from './support/tcp-proxy';

type Cookies = Parameters<ReturnType<Page['context']>['addCookies']>[0];

/** `short`: see ShownRows. */
type Looker = Visitor | 'short';

const WIDE = { width: 1280, height: 800 };
/** What 200 % zoom leaves of it. */
const ZOOMED = { width: 640, height: 400 };
const NARROW = { width: 320, height: 640 };

const LANGUAGES = [
  { lang: 'ko', at: '' },
  { lang: 'en', at: '/en' },
];

interface Visits {
  rows: ShownRows;
  /** Cookies of whoever is signed in. */
  cookies: Record<Looker, Cookies>;
}

interface Options {
  /** Each language in each theme: `npm run test:axe`. */
  everyCombination: boolean;
}

const test = shopTest.extend<Options, { visits: Visits }>({
  everyCombination: [false, { option: true }],
  visits: [
    async ({ shop, browser }, use) => {
      const db = createDatabase({ url: shop.databaseUrl, max: 2 });
      const rows = await makeShownRows(db);
      await db.close();
      const cookiesOf = async (account: { email: string; password: string }) => {
        const context = await browser.newContext({ baseURL: shop.url });
        await signIn(await context.newPage(), account);
        const cookies = await context.cookies();
        await context.close();
        return cookies;
      };
      const cookies = {
        guest: [],
        shopper: await cookiesOf(rows.shopper),
        admin: await cookiesOf(rows.admin),
        short: await cookiesOf(rows.short),
      };
      await use({ rows, cookies });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

// Up to four pages a test, each looked at by axe twice: seconds on a free machine, minutes on a busy one.
test.describe.configure({ timeout: 240_000 });
test.use({ viewport: WIDE, colorScheme: 'light' });

/**
 * No width has a page scroll sideways, and axe finds nothing: on a desk in the light theme, and on a small
 * phone, where targets matter, in the dark one. The gate has Korean in the one and English in the other:
 * names do not depend on the theme, nor colours on the language.
 */
async function expectFineEverywhere(page: Page, at: string, everyCombination: boolean) {
  if (at === '' || everyCombination) await expectAccessible(page);
  await page.setViewportSize(ZOOMED);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(NARROW);
  await expectNoSidewaysScroll(page);
  if (at !== '' || everyCombination) {
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    await expectAccessible(page, true);
  }
  await page.setViewportSize(WIDE);
}

for (const [folder, { as, paths, status = 200 }] of Object.entries(ROUTES)) {
  test(`${folder} in both languages and themes, at any width`, async ({
    page,
    context,
    visits,
    allowConsole,
    everyCombination,
  }) => {
    if (status !== 200) allowConsole(new RegExp(String(status)));
    await context.addCookies(visits.cookies[as]);
    for (const { lang, at } of LANGUAGES) {
      for (const path of paths(visits.rows)) {
        const answer = await page.goto(at + path);
        expect(answer?.status(), path).toBe(status);
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        await expectFineEverywhere(page, at, everyCombination);
      }
    }
  });
}

interface State {
  as: Looker;
  open(page: Page, at: string, rows: ShownRows): Promise<unknown>;
}

/** What came of a press, which its page says on top. */
async function openDone(page: Page, address: string) {
  await page.goto(address);
  await expect(page.locator('main [role=status]').filter({ visible: true })).not.toBeEmpty();
}

/** States that no address alone leads to, or that another visitor sees at an address of above. */
const STATES: Record<string, State> = {
  'an empty cart': { as: 'guest', open: (page, at) => page.goto(`${at}/cart`) },
  'just put into the cart': {
    as: 'guest',
    async open(page, at, { product }) {
      await page.goto(`${at}/products/${product.slug}`);
      await page.locator('main form button[type=submit]').first().click();
      await expect(page.locator('main [role=status]').filter({ visible: true })).not.toBeEmpty();
    },
  },
  'a cart without an account': { as: 'guest', open: (page, at) => page.goto(`${at}/cart`) },
  'coupons, to a guest': { as: 'guest', open: (page, at) => page.goto(`${at}/coupons`) },
  'a sold-out product': {
    as: 'guest',
    open: (page, at, { soldOut }) => page.goto(`${at}/products/${soldOut.slug}`),
  },
  'no orders yet': { as: 'admin', open: (page, at) => page.goto(`${at}/orders`) },
  'an empty wallet': { as: 'admin', open: (page, at) => page.goto(`${at}/wallet`) },
  'nothing to order': { as: 'admin', open: (page, at) => page.goto(`${at}/checkout`) },
  'closing that has to wait': {
    as: 'admin',
    open: (page, at) => page.goto(`${at}/account/close`),
  },
  'a search without an answer': {
    as: 'guest',
    open: (page, at) => page.goto(`${at}/products?q=%EC%97%86%EB%8A%94%EA%B2%83`),
  },
  'sign-in, refused': {
    as: 'guest',
    async open(page, at) {
      await page.goto(`${at}/sign-in`);
      await page.fill('[name=email]', 'nobody@example.com');
      await page.fill('[name=password]', 'not this one');
      await page.keyboard.press('Enter');
      await expect(page.locator('main [role=alert]')).toBeVisible();
    },
  },
  'sign-up with nothing filled in': {
    as: 'guest',
    async open(page, at) {
      await page.goto(`${at}/sign-up`);
      await page.locator('main form [type=submit]').click();
      await expect(page.locator('[data-error-summary]')).toBeVisible();
    },
  },
  'checkout with nothing filled in': {
    as: 'shopper',
    async open(page, at) {
      await page.goto(`${at}/checkout`);
      for (const name of ['recipient', 'phone', 'address']) await page.fill(`[name=${name}]`, '');
      await page.locator('main button[value=pay]:visible').first().click();
      await expect(page.locator('[data-error-summary]')).toBeVisible();
    },
  },
  'a coupon that does not exist': {
    as: 'shopper',
    async open(page, at) {
      await page.goto(`${at}/checkout`);
      await page.fill('[name=couponCode]', 'NOPE');
      await page.locator('button[value=apply]:visible').last().click();
      await expect(page.locator('main form [role=status]')).not.toBeEmpty();
      await expect(page.locator('[name=couponCode]')).toHaveValue('NOPE');
    },
  },
  'a coupon that takes something off': {
    as: 'shopper',
    async open(page, at, { code }) {
      await page.goto(`${at}/checkout`);
      await page.fill('[name=couponCode]', code);
      await page.locator('button[value=apply]:visible').last().click();
      await expect(page.locator('#checkout [data-discount]').first()).toBeVisible();
    },
  },
  'a total that is another than the page had shown': {
    as: 'shopper',
    async open(page, at) {
      await page.goto(`${at}/checkout`);
      await page.locator('[name=confirmedTotal]').evaluate((field: HTMLInputElement) => {
        field.value = '1';
      });
      await page.locator('main button[value=pay]:visible').first().click();
      await expect(page.locator('#checkout [role=alert]').first()).toBeVisible();
    },
  },
  'just ordered': {
    as: 'shopper',
    open: (page, at, { orderId }) => openDone(page, `${at}/orders/${orderId}?placed=1`),
  },
  'just cancelled': {
    as: 'shopper',
    open: (page, at, { cancelledId }) => openDone(page, `${at}/orders/${cancelledId}?cancelled=1`),
  },
  'just topped up': {
    as: 'shopper',
    open: (page, at) => openDone(page, `${at}/wallet?topped=1&next=/checkout`),
  },
  'a coupon just claimed': {
    as: 'shopper',
    async open(page, at) {
      await page.goto(`${at}/coupons`);
      await page.locator('main form button[type=submit]').first().click();
      await expect(page.locator('main [role=status]').filter({ visible: true })).not.toBeEmpty();
    },
  },
  'a cart with a line that is sold out': {
    as: 'short',
    async open(page, at, { soldOut }) {
      await page.goto(`${at}/cart`);
      await expect(page.locator(`[data-product=${soldOut.slug}] input:disabled`)).toBeVisible();
    },
  },
  'stock and a wallet that fall short of the cart': {
    as: 'short',
    async open(page, at) {
      await page.goto(`${at}/checkout`);
      await expect(page.locator('[data-short]').first()).toBeVisible();
    },
  },
  'a dashboard of days that cannot be read, its tables open': {
    as: 'admin',
    async open(page, at) {
      await page.goto(`${at}/admin?range=30d&from=soon`);
      for (const summary of await page.locator('main summary').all()) await summary.click();
    },
  },
  'a top-up of nothing': {
    as: 'shopper',
    async open(page, at) {
      await page.goto(`${at}/wallet`);
      await page.fill('[name=amount]', '0');
      await page.keyboard.press('Enter');
      await expect(page.locator('[name=amount]')).toHaveAttribute('aria-invalid', 'true');
    },
  },
  'a profile that is half filled in': {
    as: 'shopper',
    async open(page, at) {
      await page.goto(`${at}/account/profile`);
      await page.fill('[name=address]', '');
      await page.locator('main form [type=submit]').click();
      await expect(page.locator('[data-error-summary]')).toBeVisible();
    },
  },
  'another shopper’s order': { as: 'admin', open: (page, at) => page.goto(`${at}/orders/1`) },
  'the back office, to a shopper': {
    as: 'shopper',
    open: (page, at) => page.goto(`${at}/admin`),
  },
  'an address that nothing answers': {
    as: 'guest',
    open: (page) => page.goto('/_next/nowhere'),
  },
};

for (const [state, { as, open }] of Object.entries(STATES)) {
  test(`${state}, in both languages and themes, at any width`, async ({
    page,
    context,
    visits,
    allowConsole,
    everyCombination,
  }) => {
    allowConsole(/40[34]/);
    await context.addCookies(visits.cookies[as]);
    for (const { at } of LANGUAGES) {
      await open(page, at, visits.rows);
      await expectFineEverywhere(page, at, everyCombination);
    }
  });
}

test.describe('without a database', () => {
  let other: Shop;
  let stop: () => Promise<void>;

  test.beforeAll(async ({ shop }) => {
    const proxy = await startTcpProxy(shop.databaseUrl);
    const name = new URL(shop.databaseUrl).pathname.slice(1);
    other = await startShop(name, { DATABASE_URL: proxy.through(shop.databaseUrl) });
    proxy.set({ cut: { at: 'send', when: () => true } });
    stop = async () => {
      await other.stop();
      await proxy.close();
    };
  });

  test.afterAll(() => stop());

  for (const [path, as] of [
    ['/products', 'guest'],
    ['/wallet', 'shopper'],
    ['/admin/orders', 'admin'],
  ] as const) {
    test(`${path} says so under a code and can be tried again, in both languages and themes`, async ({
      page,
      context,
      visits,
      allowConsole,
      everyCombination,
    }) => {
      // The second is React's own word for a part that failed on the server.
      allowConsole(/50[03]|Minified React error #441|asked another host/);
      await context.addCookies(visits.cookies[as]);
      for (const { at } of LANGUAGES) {
        const answer = await page.goto(`${other.url}${at}${path}`);
        expect(answer?.status()).toBe(503);
        const screen = page.locator('[data-error-screen]');
        await expect(screen.locator('code')).toHaveText(/^\S{6,}$/);
        await expect(screen.getByRole('button')).toBeVisible();
        await expect(screen.getByRole('heading')).toBeFocused();
        await expectFineEverywhere(page, at, everyCombination);
      }
    });
  }
});
