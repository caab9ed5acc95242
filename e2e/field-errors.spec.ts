/** Fields say what is wrong when they are left, and stop as soon as it is put right. */

import { expect, signIn } from './fixtures';
import { hold, SCRIPTS } from './support/hold';
import { enterWithCart, makeAccount, test } from './support/shopping';

test('an e-mail and an empty field, before anything is sent', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await page.goto('/sign-up');
  const email = page.locator('[name=email]');
  const wrong = page.getByText('이메일 주소를 name@example.com처럼 써 주세요');
  await email.fill('dalgi');
  await expect(wrong).toHaveCount(0);
  await email.press('Tab');
  await expect(wrong).toBeVisible();
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toHaveAccessibleDescription(/name@example\.com처럼/);
  await email.fill('dalgi@example.com');
  await expect(wrong).toHaveCount(0);
  await page.locator('[name=name]').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('[id$="name-error"]')).toHaveText('비워 둘 수 없어요');
  await page.locator('[name=name]').fill('달기');
  await expect(page.locator('[id$="name-error"]')).toHaveCount(0);
  expect(sent).toEqual([]);
});

test('where an order goes, in the words of the server', async ({ page, db }) => {
  await enterWithCart(page, db, { balance: 50_000 });
  await page.goto('/en/checkout');
  const phone = page.locator('[name=phone]');
  await phone.fill('010-1');
  await page.locator('[name=address]').focus();
  const wrong = page.locator('main').getByText(/8 to 15 digits/);
  await expect(wrong).toBeVisible();
  await phone.focus();
  await phone.pressSequentially('234-5678');
  await expect(wrong).toHaveCount(0);
  await page.locator('[name=recipient]').focus();
  await page.keyboard.press('Tab');
  const missing = page.locator('[id$="recipient-error"]');
  await expect(missing).toHaveText(/\S/);
  const onLeaving = await missing.textContent();
  await page.getByRole('button', { name: 'Pay ₩10,000' }).click();
  await expect(page.locator('[data-error-summary]')).toContainText(String(onLeaving));
});

test('an amount, refused by the server and then put right', async ({ page, db }) => {
  await signIn(page, await makeAccount(db));
  await page.goto('/wallet');
  const amount = page.locator('[name=amount]');
  const submit = page.getByRole('button', { name: '충전하기', exact: true });
  await amount.fill('1.5');
  await amount.press('Tab');
  await expect(page.getByText('소수점은 쓸 수 없어요')).toBeVisible();
  // A press of the mouse is not lost to what appears or goes on the way to it.
  await amount.fill('천 원');
  await submit.click();
  await expect(page.locator('[data-error-summary]')).toContainText('숫자로만');
  await page.getByRole('button', { name: '10,000원 더하기' }).click();
  await expect(amount).toHaveValue('10000');
  await expect(amount).not.toHaveAttribute('aria-invalid', 'true');
  await amount.fill('₩10 000원');
  await expect(amount).not.toHaveAttribute('aria-invalid', 'true');
  await amount.fill('1');
  await submit.click();
  await expect(amount).toHaveAccessibleDescription(/1,000원부터/);
  await amount.press('0');
  await expect(amount).not.toHaveAttribute('aria-invalid', 'true');
});

test('what is typed or emptied before the scripts arrive stays', async ({ page, db }) => {
  await enterWithCart(page, db, { balance: 50_000 });
  await page.goto('/account/profile');
  await page.locator('[name=recipient]').fill('김장터');
  await page.locator('[name=phone]').fill('010-1234-5678');
  await page.locator('[name=address]').fill('서울특별시 종로구 세종대로 1');
  await page.getByRole('button', { name: '저장하기' }).click();
  await expect(page.getByText('저장했어요.')).toBeVisible();
  const letGo = await hold(page, SCRIPTS);
  await page.goto('/checkout', { waitUntil: 'commit' });
  const typed = { recipient: '이장터', phone: '010', address: '부산광역시 중구 1' };
  for (const [name, text] of Object.entries(typed)) await page.fill(`[name=${name}]`, text);
  letGo();
  // A field that is left is checked as soon as scripts run.
  await expect(async () => {
    await page.locator('[name=phone]').focus();
    await page.locator('[name=phone]').press('Tab');
    await expect(page.locator('[id$="phone-error"]')).toBeVisible({ timeout: 500 });
  }).toPass();
  for (const [name, text] of Object.entries(typed)) {
    await expect(page.locator(`[name=${name}]`)).toHaveValue(text);
  }
});
