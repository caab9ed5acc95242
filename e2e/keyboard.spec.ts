/**
 * Acceptance check 18 (interface.md): a purchase and a top-up by keyboard alone. Whatever takes focus
 * on the way is seen: inside the window and not under a bar that stays.
 */

import type { Locator, Page } from '@playwright/test';
import { expect, signIn } from './fixtures';
import { expectFigures, makeAccount, ownProduct, readBooks, test } from './support/shopping';

const SIZES = [
  { name: 'phone', viewport: { width: 390, height: 844 } },
  { name: 'wide', viewport: { width: 1280, height: 800 } },
];

/** More steps than any page of the purchase has. */
const MOST_STEPS = 90;

/** What is wrong with how the element in focus is seen; null: nothing. */
function findObstacle(): string | null {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const name = `${element.tagName} ${element.textContent?.trim().slice(0, 30)}`;
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  if (width <= 1 || height <= 1) return `${name} has no size`;
  // Places are fractions of a pixel.
  const inside = (from: number, to: number, end: number) => from > -1 && to < end + 1;
  const isTall = height > innerHeight;
  if (!inside(left, right, innerWidth) || (!isTall && !inside(top, bottom, innerHeight))) {
    return `${name} is not all inside the window: ${[left, top, right, bottom]}`;
  }
  // Of content taller than the window its middle is looked at, of everything else each corner (a
  // link over two lines has eight).
  const middle = {
    x: (left + right) / 2,
    y: (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
  };
  const radius = Number.parseFloat(getComputedStyle(element).borderTopLeftRadius);
  // What a round corner cuts off its box belongs to whatever is behind: a third of its radius.
  const rim = 2 + 0.3 * Math.min(radius, width / 2, height / 2);
  const corners = [...element.getClientRects()].flatMap((line) =>
    [line.left + rim, line.right - rim].flatMap((x) =>
      [line.top + rim, line.bottom - rim].map((y) => ({ x, y })),
    ),
  );
  const label = element.id ? document.querySelector(`label[for="${element.id}"]`) : null;
  // A field may hold a button of its own.
  const around = element.matches('input') ? element.parentElement : null;
  for (const { x, y } of isTall ? [middle] : corners) {
    const there = document.elementFromPoint(x, y);
    const seen = there && [element, label, around].some((own) => own?.contains(there));
    if (!seen && !there?.contains(element)) {
      return `${name} is at ${x}, ${y} under ${there?.outerHTML.slice(0, 80)}`;
    }
    // A bar that stays on screen and holds the point is no ancestor to be content with.
    const bar = there?.closest('nav, header, [data-sticky-bar]');
    if (bar && !bar.contains(element)) return `${name} is under a bar`;
  }
  // A card is drawn around by what its link spreads over it.
  const isShown = [undefined, '::after'].some((part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  return isShown || element.id === 'main' ? null : `${name} shows no focus`;
}

/** Notes that the element in focus was passed; false: nothing has focus, or it was passed before. */
function passFocus(): boolean {
  const keeper = window as typeof window & { passed?: Set<Element> };
  keeper.passed ??= new Set();
  const element = document.activeElement;
  if (!element || element === document.body || keeper.passed.has(element)) return false;
  keeper.passed.add(element);
  return true;
}

/** Everything behind the skip link's target that the Tab key has to reach, and whether it was passed. */
function findStops(): { stop: string; passed: boolean }[] {
  const { passed } = window as typeof window & { passed?: Set<Element> };
  const main = document.querySelector('main');
  const stops = document.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary',
  );
  return [...stops]
    .filter(
      (element) =>
        element.tabIndex >= 0 &&
        !element.matches(':disabled') &&
        element.checkVisibility({ visibilityProperty: true }) &&
        Number(main?.compareDocumentPosition(element)) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    .map((element) => ({
      stop: element.outerHTML.slice(0, 100),
      passed: passed?.has(element) ?? false,
    }));
}

/** Tabs on until something has focus, looking at every stop. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(findObstacle), page.url()).toBeNull();
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target} was not reached in ${MOST_STEPS} steps on ${page.url()}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

// Some hundred stops a test, each looked at.
test.describe.configure({ timeout: 180_000 });

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport });

    test('sign in, put into the cart, top up what is missing, pay: by keyboard alone', async ({
      page,
      db,
    }) => {
      const account = await makeAccount(db, { balance: 2_000 });
      const { slug } = await ownProduct(db);
      const main = page.locator('main');

      await page.goto(`/sign-in?next=/products/${slug}`);
      await type(page, main.locator('[name=email]'), account.email);
      await type(page, main.locator('[name=password]'), account.password);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`/products/${slug}`);

      await press(page, main.locator('form:has([name=productId]) button[type=submit]').first());
      await expect(main.locator('form').getByRole('status')).not.toBeEmpty();
      await press(page, main.locator('a[href="/cart"]:visible').first());
      await expect(page).toHaveURL('/cart');
      await press(page, main.locator('a[href="/checkout"]:visible').first());
      await expect(page).toHaveURL('/checkout');

      await type(page, main.locator('[name=recipient]'), '김장터');
      await type(page, main.locator('[name=phone]'), '010-1234-5678');
      await type(page, main.locator('[name=address]'), '서울특별시 종로구 세종대로 1');
      await press(page, main.locator('button[value="top-up"]:visible').first());
      await expect(page).toHaveURL(/\/wallet\?amount=8000/);
      await press(page, main.locator('form:has([name=amount]) [type=submit]:visible').last());
      await expect(page).toHaveURL(/topped=/);
      await expectFigures(page, { balance: 10_000 });
      await press(page, main.locator('a[href="/checkout"]:visible').first());
      await expect(page).toHaveURL('/checkout');
      await expect(main.locator('[name=address]')).toHaveValue('서울특별시 종로구 세종대로 1');
      await press(page, main.locator('button[value=pay]:visible').first());
      await expect(page).toHaveURL(/\/orders\/\d+\?placed=1$/);
      expect(await readBooks(db, account.id)).toMatchObject({ orders: 1, balance: 0 });
    });

    test('no page holds the keyboard: everything is passed, and the skip link leads past the bars', async ({
      page,
      db,
    }) => {
      await signIn(page, await makeAccount(db, { balance: 1_000 }));
      for (const path of ['/', '/products', '/wallet', '/account', '/cart']) {
        await page.goto(path);
        await page.keyboard.press('Tab');
        await expect(page.locator('.skip-link')).toBeFocused();
        await page.keyboard.press('Enter');
        await expect(page.locator('main')).toBeFocused();
        for (let step = 0; step < MOST_STEPS; step++) {
          await page.keyboard.press('Tab');
          expect(await page.evaluate(findObstacle), path).toBeNull();
          if (!(await page.evaluate(passFocus))) break;
        }
        const stops = await page.evaluate(findStops);
        expect(stops.length, path).toBeGreaterThan(3);
        expect(
          stops.filter(({ passed }) => !passed),
          path,
        ).toEqual([]);
      }
    });
  });
}
