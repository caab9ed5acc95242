/** Changing the cart with scripts: shown at once, kept on the way to the checkout, refused in words. */

import type { Page, Route } from '@playwright/test';
import { expect, signIn } from './fixtures';
import { hold, SCRIPTS } from './support/hold';
import { correctStock, fillCart } from './support/sample';
import { expectFigures, makeAccount, ownProduct, test } from './support/shopping';

/** Opens the cart of a new guest who has put some units of one product in. */
async function openCartWith(page: Page, slug: string, units = 1) {
  await page.goto(`/products/${slug}`);
  await page.getByRole('spinbutton', { name: '수량' }).fill(`${units}`);
  await page.getByRole('button', { name: '장바구니에 담기' }).click();
  await expect(page.getByText('장바구니에 담았어요.')).toBeVisible();
  await page.goto('/cart');
  const line = page.locator(`[data-product="${slug}"]`);
  return {
    line,
    field: line.getByRole('spinbutton'),
    more: line.getByRole('button', { name: '하나 더하기' }),
    less: line.getByRole('button', { name: '하나 빼기' }),
    total: page.locator('[data-total]'),
    toCheckout: page.getByRole('link', { name: '주문하기' }),
  };
}

const isPost = (route: Route) => route.request().method() === 'POST';

/** Nobody tells the page of sales elsewhere: what it knows of the stock stays as it was drawn. */
const hearNothing = (page: Page) => hold(page, /\/api\/stock/);

test('a quantity that is refused goes back, with the reason at its line', async ({ page, db }) => {
  const { id, slug } = await ownProduct(db, { quantity: 5 });
  const letStockGo = await hearNothing(page);
  const { line, field, more, total } = await openCartWith(page, slug);
  await expect(more).toBeVisible();
  const letGo = await hold(page, '**/cart', isPost);
  await correctStock(db, id, 1);
  await more.click();
  // Shown before the shop has said anything.
  await expect(field).toHaveValue('2');
  await expect(total).toHaveAttribute('data-total', '20000');
  await expect(line.getByRole('alert')).toHaveCount(0);
  letGo();
  await expect(line.getByRole('alert')).toContainText('1개까지 살 수 있어요.');
  await expect(field).toHaveValue('1');
  await expect(total).toHaveAttribute('data-total', '10000');
  letStockGo();
});

test('a quantity typed just before the checkout is pressed is ordered', async ({ page, db }) => {
  const account = await makeAccount(db, { balance: 100_000 });
  await signIn(page, account);
  const { slug } = await ownProduct(db, { quantity: 9 });
  const { field, more, toCheckout } = await openCartWith(page, slug);
  await field.fill('5');
  await toCheckout.click();
  await expect(page).toHaveURL('/checkout');
  await expectFigures(page, { total: 50_000 });

  // The press of + is still on its way when the checkout is pressed.
  await page.goto('/cart');
  const letGo = await hold(page, '**/cart', isPost);
  await more.click();
  await expect(field).toHaveValue('6');
  await toCheckout.click();
  await expect(page.getByRole('link', { name: '수량을 바꾸는 중…' })).toBeVisible();
  letGo();
  await expect(page).toHaveURL('/checkout');
  await expectFigures(page, { total: 60_000 });
});

test('more than there is does not go on to the checkout, and is answered at its line', async ({
  page,
  db,
}) => {
  const { slug } = await ownProduct(db, { quantity: 9 });
  const { line, field, more, less, total, toCheckout } = await openCartWith(page, slug, 8);
  await field.fill('50');
  await toCheckout.click();
  await expect(line.getByRole('alert')).toContainText('9개까지 살 수 있어요.');
  await expect(line.getByRole('alert')).toBeInViewport();
  await expect(page).toHaveURL('/cart');
  await expect(field).toHaveValue('8');
  await expect(total).toHaveAttribute('data-total', '80000');

  await field.fill('');
  await field.blur();
  await expect(line.getByRole('alert')).toContainText('수량은 1개부터 숫자로 적어 주세요');
  await expect(field).toHaveValue('8');

  // + ends at what there is, − at one.
  await more.click();
  await expect(total).toHaveAttribute('data-total', '90000');
  await expect(more).toHaveAttribute('aria-disabled', 'true');
  await field.fill('1');
  await expect(total).toHaveAttribute('data-total', '10000');
  await expect(less).toHaveAttribute('aria-disabled', 'true');
  await expect(more).not.toHaveAttribute('aria-disabled');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.method()));
  // Playwright itself waits before it presses what is said to be disabled.
  await less.dispatchEvent('click');
  await more.click();
  await expect(field).toHaveValue('2');
  await expect.poll(() => sent.filter((method) => method === 'POST')).toHaveLength(1);
});

test('the field follows the cart when another tab changes it', async ({ page, context, db }) => {
  const { slug } = await ownProduct(db, { quantity: 9 });
  const { field, total } = await openCartWith(page, slug);
  await field.fill('5');
  await field.blur();
  await expect(total).toHaveAttribute('data-total', '50000');
  const otherTab = await context.newPage();
  await otherTab.goto('/cart');
  await otherTab.getByRole('spinbutton').fill('3');
  await expect(otherTab.locator('[data-total]')).toHaveAttribute('data-total', '30000');
  await expect(total).toHaveAttribute('data-total', '30000');
  await expect(field).toHaveValue('3');
});

test('taking out moves focus to the way back, and taking that back to the line', async ({
  page,
  db,
}) => {
  const [first, second] = [
    await ownProduct(db, { quantity: 9 }),
    await ownProduct(db, { quantity: 9 }),
  ];
  await openCartWith(page, first.slug);
  const { line } = await openCartWith(page, second.slug);
  const removal = page.locator(`[data-product="${first.slug}"]`).getByRole('button', {
    name: /빼기$/,
  });
  await removal.last().click();
  const undo = page.getByRole('button', { name: '되돌리기' });
  await expect(undo).toBeVisible();
  // Where the line stood, and the next stop of the keyboard.
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('되돌리기');
  await page.keyboard.press('Tab');
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-product="${first.slug}"]`)).toBeFocused();
  await expect(line).toBeVisible();
});

test('a line that cannot be taken out leaves the focus on the one beside it', async ({
  page,
  db,
  allowConsole,
}) => {
  allowConsole(/ERR_FAILED/);
  const [first, second] = [
    await ownProduct(db, { quantity: 9 }),
    await ownProduct(db, { quantity: 9 }),
  ];
  await openCartWith(page, first.slug);
  await openCartWith(page, second.slug);
  const lines = page.getByRole('main').locator('li[data-product]');
  await page.route('**/cart', (route) => route.abort());
  await lines.first().getByRole('button', { name: /빼기$/ }).last().press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '연결이 끊겨' })).toBeVisible();
  await expect(lines).toHaveCount(2);
  await expect(lines.last()).toBeFocused();
});

test('undo puts in what can be had, and is not offered where that is nothing', async ({
  page,
  db,
}) => {
  const account = await makeAccount(db);
  const [short, gone] = [await ownProduct(db), await ownProduct(db)];
  const lines = [short, gone].map(({ id }) => ({ productId: id, quantity: 5 }));
  await fillCart(db, account.id, lines);
  await correctStock(db, short.id, 2);
  await correctStock(db, gone.id, 0);
  await signIn(page, account);
  await page.goto('/cart');
  const line = ({ slug }: { slug: string }) => page.locator(`[data-product="${slug}"]`);
  const undo = page.getByRole('button', { name: '되돌리기' });
  const takeOut = (product: { slug: string }) =>
    line(product).locator('[type=submit]', { hasText: '빼기' }).click();

  await takeOut(short);
  await undo.click();
  await expect(line(short).getByRole('spinbutton')).toHaveValue('2');
  await expect(page.locator('[data-total]')).toHaveAttribute('data-total', '20000');

  await takeOut(gone);
  await expect(page.locator('main :focus')).toHaveText('장바구니에서 뺐어요.');
  await expect(line(gone)).toHaveCount(0);
  await expect(undo).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(line(short).getByRole('link')).toBeFocused();
});

test('while its scripts are on their way the cart is a plain form', async ({ page, db }) => {
  const { slug } = await ownProduct(db, { quantity: 9 });
  const { field, more, total } = await openCartWith(page, slug);
  const letGo = await hold(page, SCRIPTS);
  await page.goto('/cart', { waitUntil: 'commit' });
  await expect(more).toHaveCount(0);
  await field.fill('4');
  await page.getByRole('button', { name: '수량 변경' }).click({ noWaitAfter: true });
  await expect(total).toHaveAttribute('data-total', '40000');
  await expect(field).toHaveValue('4');
  letGo();
  await more.click();
  await expect(total).toHaveAttribute('data-total', '50000');
});

test('the product page says what can be bought instead of a total that would not be', async ({
  page,
  db,
}) => {
  const { slug } = await ownProduct(db, { quantity: 9 });
  await page.goto(`/products/${slug}`);
  const total = page.locator('[data-sticky-bar]');
  await page.getByRole('button', { name: '하나 더하기' }).click();
  await expect(total).toContainText('20,000원');
  await page.getByRole('spinbutton', { name: '수량' }).fill('50');
  await expect(total.getByRole('status')).toHaveText('지금 9개까지 살 수 있어요');
  await expect(total).not.toContainText('20,000원');
  await page.getByRole('spinbutton', { name: '수량' }).fill('3');
  await page.getByRole('button', { name: '장바구니에 담기' }).click();
  await expect(page.getByText('장바구니에 담았어요.')).toBeVisible();
  await expect(page.getByRole('spinbutton', { name: '수량' })).toHaveValue('1');
  await expect(total).toContainText('합계 10,000원');
});
