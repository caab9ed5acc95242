/** Acceptance check 16 (interface.md): every date is Seoul's, wherever the browser is. */

import { expect, signIn } from './fixtures';
import { fillCart, press, succeeded } from './support/sample';
import { makeAccount, ownProduct, test } from './support/shopping';

// Sixteen hours behind: half past midnight in Seoul is the morning before, as it is in UTC.
test.use({ timezoneId: 'America/Los_Angeles' });

const DAY_MS = 86_400_000;
const SEOUL_MS = 9 * 3_600_000;

/** Half past midnight, Seoul time, on the day before today's. */
function halfPastMidnight(): Date {
  const seoulDay = Math.floor((Date.now() + SEOUL_MS) / DAY_MS) - 1;
  return new Date(seoulDay * DAY_MS - SEOUL_MS + 30 * 60_000);
}

/** The Seoul day as addresses have it, `2026-11-23`. */
const isoDay = (instant: Date) => new Date(instant.getTime() + SEOUL_MS).toISOString().slice(0, 10);

test('an order at 00:30 stands on that Seoul day on every page, and no script draws another one', async ({
  page,
  db,
}) => {
  const account = await makeAccount(db, { balance: 50_000 });
  const { id: productId, mark } = await ownProduct(db);
  await fillCart(db, account.id, [{ productId, quantity: 1 }]);
  const placedAt = halfPastMidnight();
  const { orderId } = succeeded(await press(db, account.id, { now: placedAt }));
  const day = isoDay(placedAt);
  const [, month = 0, date = 0] = day.split('-').map(Number);
  const dayBefore = new Date(placedAt.getTime() - DAY_MS);

  await signIn(page, account);
  const english = placedAt.toLocaleDateString('en-GB', {
    timeZone: 'Asia/Seoul',
    day: 'numeric',
    month: 'short',
  });
  const standsOnItsDay = async (path: string) => {
    await page.goto(path);
    await expect(page.locator('main'), path).toContainText(`${month}월 ${date}일`);
    await page.goto(`/en${path}`);
    await expect(page.locator('main'), path).toContainText(english);
  };
  for (const path of ['/orders', `/orders/${orderId}`, '/wallet', '/wallet/entries/2']) {
    await standsOnItsDay(path);
  }

  await page.context().clearCookies();
  await signIn(page, await makeAccount(db, { role: 'admin' }));
  await standsOnItsDay(`/admin/orders/${orderId}`);
  for (const at of ['', '/en']) {
    const rows = (from: string) =>
      page.goto(`${at}/admin/orders?from=${from}&to=${from}&product=${productId}`);
    await rows(day);
    await expect(page.locator(`[data-order="${orderId}"]`)).toContainText('00:30');
    await rows(isoDay(dayBefore));
    await expect(page.locator(`[data-order="${orderId}"]`)).toHaveCount(0);
    const entries = (from: string, rest = '') => {
      const query = `range=custom&from=${from}&to=${from}&kind=payment${rest}`;
      return page.goto(`${at}/admin/wallet-entries?${query}`);
    };
    const orderNumber = `J-${String(orderId).padStart(6, '0')}`;
    const payment = page.locator('[data-shop-entry]', { hasText: orderNumber });
    await entries(day, '&hour=0');
    await expect(payment).toContainText('00:30');
    await entries(isoDay(dayBefore));
    await expect(payment).toHaveCount(0);
    const dashboard = (from: string) =>
      page.goto(`${at}/admin?range=custom&from=${from}&to=${from}&product=${productId}`);
    const sold = page.locator('[data-figure=orders]');
    await dashboard(isoDay(dayBefore));
    await expect(sold).toHaveAttribute('data-value', '0');
    await dashboard(day);
    await expect(sold).toHaveAttribute('data-value', '1');
    await expect(page.locator('main')).toContainText(mark);
    await expect(page.locator('main')).toContainText(at ? '₩10,000' : '10,000원');
  }
});
