/**
 * `npm run screenshots`: every page in both sizes, themes and languages, to be looked at; and the
 * pictures of README, of the sample shop as a visitor finds it.
 */

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { createDatabase } from '@/db/client';
import { browserOptions } from '../support/browser.mjs';
import { enterAs } from '../support/enter';
import startCluster from '../support/global-setup';
import { ROUTES } from '../support/routes';
import { openSampleShop, type Shop } from '../support/shop';
import { makeShownRows } from '../support/shown-rows';

const OUTPUT = path.join('test-results', 'screenshots');
const README_PICTURES = path.join('e2e', 'screenshots');

const SIZES = { phone: { width: 390, height: 844 }, wide: { width: 1280, height: 800 } };
const THEMES = ['light', 'dark'] as const;
const LANGUAGES = { ko: '', en: '/en' };
const DEMO = { shopper: 'shopper@example.com', admin: 'admin@example.com' };
const DEMO_PASSWORD = 'jangteo-demo';

const { values } = parseArgs({
  options: { readme: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
process.env.TEST_DATA_DIR = '.data-screenshots';
const stopCluster = await startCluster();
try {
  const shop = await openSampleShop('test_screenshots');
  const browser = await chromium.launch(browserOptions().launchOptions);
  try {
    await (values.readme ? takeReadmePictures(browser, shop) : takeEveryPage(browser, shop));
  } finally {
    await browser.close();
    await shop.stop();
  }
} finally {
  await stopCluster();
}

/** `--only TEXT`: pages whose folder contains it. */
async function takeEveryPage(browser: Browser, shop: Shop): Promise<void> {
  const db = createDatabase({ url: shop.databaseUrl, max: 2 });
  const rows = await makeShownRows(db);
  await db.close();
  mkdirSync(OUTPUT, { recursive: true });
  for (const visitor of ['guest', 'shopper', 'admin'] as const) {
    const context = await enterAs(browser, shop.url, visitor === 'guest' ? null : rows[visitor]);
    for (const [folder, { as, paths }] of Object.entries(ROUTES)) {
      if (as !== visitor || !folder.includes(values.only)) continue;
      for (const [lang, at] of Object.entries(LANGUAGES)) {
        for (const [i, address] of paths(rows).entries()) {
          const name = `${folder.replaceAll(/[^a-z]+/gi, '-').replaceAll(/^-|-$/g, '')}-${i}-${lang}`;
          await takeAll(context, at + address, name);
        }
      }
    }
    await context.close();
  }
  console.log(`The pictures are in ${OUTPUT}.`);
}

async function takeAll(context: BrowserContext, address: string, name: string): Promise<void> {
  const page = await openReady(context, address);
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const theme of THEMES) {
      await page.evaluate((chosen) => {
        document.documentElement.dataset.theme = chosen;
      }, theme);
      const file = path.join(OUTPUT, `${name}-${size}-${theme}.png`);
      await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
    }
  }
  await page.close();
}

/** A first visit is shown in a fallback and fetches the typeface (`for-later.ts`), a second has it. */
async function openReady(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(() => localStorage.getItem('typeface'));
  await page.reload({ waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  return page;
}

async function takeReadmePictures(browser: Browser, shop: Shop): Promise<void> {
  const { phone, wide } = SIZES;
  const enter = (who: keyof typeof DEMO, options: Parameters<typeof enterAs>[3]) =>
    enterAs(browser, shop.url, { email: DEMO[who], password: DEMO_PASSWORD }, options);
  const onDesk = await enter('shopper', { viewport: wide });
  const onPhone = await enter('shopper', { viewport: phone });
  const atNight = await enter('shopper', { viewport: phone, colorScheme: 'dark' });
  const office = await enter('admin', { viewport: wide });
  const take = async (context: BrowserContext, address: string, name: string) => {
    const page = await openReady(context, address);
    // The header learns last who is looking; the back office shows no balance.
    if (context !== office)
      await page.locator(':is(nav, header, #checkout) [data-balance]:visible').first().waitFor();
    await page.screenshot({ path: path.join(README_PICTURES, `${name}.png`) });
    await page.close();
  };
  await take(onDesk, '/', 'home');
  await take(office, '/admin', 'admin');

  const shelf = await onPhone.newPage();
  await shelf.goto('/products?inStock=1');
  const product = await shelf.locator('[data-product] a').first().getAttribute('href');
  await shelf.goto(product ?? '/');
  await shelf.locator('main form [type=submit]').first().click();
  await shelf.locator('main form [role=status]').first().waitFor();
  await shelf.close();
  await take(onPhone, product ?? '/', 'product');
  await take(onPhone, '/checkout', 'checkout');
  await take(atNight, '/wallet', 'wallet');
  await take(atNight, '/popular', 'popular');
}
