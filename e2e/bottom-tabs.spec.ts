/** What a phone shows of its visitor: balance and cart in the tabs at the bottom. */

import { expect } from './fixtures';
import { enterWithCart, expectNoSidewaysScroll, test } from './support/shopping';

test.use({ viewport: { width: 390, height: 844 } });

for (const { at, names } of [
  { at: '', names: ['주 메뉴', '장바구니 상품 2개', '지갑 70,000원', '내 계정'] },
  { at: '/en', names: ['Main', 'Cart 2 items', 'Wallet ₩70,000', 'Account'] },
]) {
  test(`balance and cart count stand in the tabs (${at || 'ko'})`, async ({ page, db }) => {
    await enterWithCart(page, db, { balance: 70_000, quantity: 2 });
    const [navigation, ...links] = names;
    for (const path of ['/guide', '/orders']) {
      await page.goto(at + path);
      const tabs = page.getByRole('navigation', { name: navigation });
      for (const name of links) {
        await expect(tabs.getByRole('link', { name, exact: true })).toBeInViewport();
      }
      await expect(tabs.locator('.count-badge')).toBeInViewport();
      await expect(tabs.locator('[data-balance]')).toBeInViewport();
    }
  });
}

test('a guest sees plain tabs; a large balance fits 320 px', async ({ page, db }) => {
  const tabs = page.getByRole('navigation', { name: '주 메뉴' });
  await page.goto('/guide');
  await expect(tabs.getByRole('link', { name: '지갑', exact: true })).toBeVisible();
  await enterWithCart(page, db, { balance: 1_234_567_890, quantity: 1 });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/guide');
  await expect(tabs.getByRole('link', { name: '지갑 1,234,567,890원' })).toBeVisible();
  await expect(tabs.getByRole('link', { name: '장바구니 상품 1개' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  const boxes = await tabs
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON() as DOMRect));
  for (const [index, { left, right, width }] of boxes.entries()) {
    expect(left).toBeGreaterThanOrEqual(boxes[index - 1]?.right ?? 0);
    expect(right).toBeLessThanOrEqual(320);
    expect(width).toBeGreaterThanOrEqual(24);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the tab of the open page says so', async ({ page }) => {
    for (const [path, name] of [
      ['/', '홈'],
      ['/popular/7', '인기'],
      ['/cart', '장바구니'],
      ['/en', 'Home'],
      ['/en/cart', 'Cart'],
    ] as const) {
      await page.goto(path);
      const current = page.locator('.chrome-nav [aria-current=page]:visible');
      await expect(current, path).toHaveText(name);
    }
  });
});
