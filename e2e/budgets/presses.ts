/** What shoppers press on the pages that are timed. Nothing of it buys anything: a page is loaded often. */

import type { Locator, Page, Route } from '@playwright/test';

type Press = (page: Page) => Promise<void>;

/** By the page's folder below `app/[locale]`. */
export const PRESSES: Record<string, Press> = {
  '(shop)/products/[slug]': async (page) => {
    await stepUpAndDown(page);
    await page.locator('main button[name=next][value=cart]').click();
    await page.locator('main .buy-bar [role=status] a').waitFor();
  },
  '(member)/cart': stepUpAndDown,
  '(member)/checkout': async (page) => {
    await page.locator('[name=couponCode]').fill('NOPE');
    await page.locator('main button[value=apply]:visible').last().click();
    await page.locator('main form [role=status]:not(:empty)').first().waitFor();
    await pressAndWait(page, page.locator('main button[value=pay]:visible').first());
  },
  '(member)/wallet': async (page) => {
    await page.locator('main fieldset button[name=add]').first().click();
    await painted(page);
    await pressAndWait(
      page,
      page.locator('form:has([name=amount]) [type=submit]:not([name]):visible'),
    );
  },
};

/** What every page has: the theme twice, which repaints everything, and its first field. */
export async function pressWhatAllHave(page: Page): Promise<void> {
  const theme = page.locator('button.js-only').first();
  for (const _ of [1, 2]) await theme.click();
  const field = page.locator(
    'main input:visible:not([type=hidden], [type=checkbox], [type=radio], [type=number])',
  );
  if ((await field.count()) > 0) {
    await field.first().press('a');
    await field.first().press('Backspace');
  }
  await painted(page);
}

/** One unit more and one less again. */
async function stepUpAndDown(page: Page): Promise<void> {
  for (const button of ['last', 'first'] as const) {
    await page.locator('main .stepper').first().getByRole('button')[button]().click();
    await painted(page);
  }
}

/** Presses what moves money, up to where the page says that it waits: the press never arrives. */
async function pressAndWait(page: Page, button: Locator): Promise<void> {
  const held: Route[] = [];
  await page.route('**/*', async (route) => {
    if (route.request().method() === 'POST') held.push(route);
    else await route.continue();
  });
  const handle = await button.elementHandle();
  await handle?.click();
  await page.waitForFunction((pressed) => pressed?.ariaDisabled === 'true', handle);
  await painted(page);
  // Left alone they would be sent when the page closes.
  for (const route of held) await route.abort();
}

/** Two frames: what was pressed has been painted, and its entry is there. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}
