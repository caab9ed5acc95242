/**
 * Windows' high contrast and its like: backgrounds and shadows are gone, so that only borders,
 * outlines and words tell one thing from another.
 */

import type { Locator } from '@playwright/test';
import { ACCOUNTS, expect, signIn } from './fixtures';
import { enterWithCart, test } from './support/shopping';

test.use({ contextOptions: { forcedColors: 'active' } });

/** Whether something of a line is drawn around an element, in a colour that is not the page's. */
async function expectOutlined(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const drawn = await target.evaluate((element) => {
    const ground = getComputedStyle(document.body).backgroundColor;
    const style = getComputedStyle(element);
    const outline = style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
    const border = style.borderTopStyle !== 'none' && style.borderTopWidth !== '0px';
    return {
      name: element.outerHTML.slice(0, 100),
      drawn:
        (outline && style.outlineColor !== ground) || (border && style.borderTopColor !== ground),
    };
  });
  expect(drawn).toEqual({ name: drawn.name, drawn: true });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('buttons, stepper, badges and fields have an edge, and focus a ring', async ({
      page,
      db,
    }) => {
      const { product } = await enterWithCart(page, db, { balance: 50_000 });
      const main = page.locator('main');
      await page.goto(`/products/${product.slug}`);
      await expectOutlined(page.locator('.count-badge:visible'));
      await expectOutlined(main.getByRole('button', { name: '장바구니에 담기' }));
      await expectOutlined(main.getByRole('button', { name: '하나 더하기' }).locator('..'));
      await main.locator('[name=quantity]').focus();
      for (let stop = 0; stop < 3; stop++) {
        await page.keyboard.press('Tab');
        await expectOutlined(page.locator(':focus'));
      }
      await page.goto('/popular/7');
      await expectOutlined(page.locator('nav a[aria-current=page]:visible').first());
      await page.goto('/wallet');
      await expectOutlined(main.getByRole('button', { name: '충전하기', exact: true }));
      await expectOutlined(main.locator('[name=amount]'));
      await page.goto('/checkout');
      await expectOutlined(main.locator('button[value=pay]:visible').first());
    });

    test('the state of an order has an edge of its own', async ({ page }) => {
      await signIn(page, ACCOUNTS.shopper);
      await page.goto('/orders');
      await expectOutlined(page.locator('main').getByText('결제 완료').first());
    });
  });
}
