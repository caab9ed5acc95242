/** Issue 4, point 8: profile, password, signing out everywhere and closing the account. */

import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn } from './fixtures';
import {
  addMoney,
  enterWithCart,
  expectFigures,
  fillDelivery,
  makeAccount,
  send,
  test,
} from './support/shopping';

const NEW_PASSWORD = 'celadon moon jar';

const LANGUAGES = [
  {
    name: 'Korean',
    at: '',
    saved: '저장했어요.',
    addressMissing: '받을 주소를 적어 주세요',
    wrong: '지금 비밀번호가 맞지 않아요',
    changed: '비밀번호를 바꿨어요',
    everywhere: '모든 기기에서 로그아웃',
    signedOut: '모든 기기에서 로그아웃했어요.',
    ended: '로그인이 끝났어요',
    blocked: '아직 탈퇴할 수 없어요',
    left: '지갑에 10,000원이 남아 있어요',
    waiting: '아직 보내지 않은 주문이 1건 있어요',
    closed: '탈퇴했어요',
    closedName: '탈퇴한 회원',
    wrongToClose: '비밀번호가 맞지 않아요',
  },
  {
    name: 'English',
    at: '/en',
    saved: 'Saved.',
    addressMissing: 'Enter the delivery address',
    wrong: 'That isn’t your current password',
    changed: 'Password changed',
    everywhere: 'Sign out everywhere',
    signedOut: 'You have been signed out everywhere.',
    ended: 'You have been signed out',
    blocked: 'You can’t close your account yet',
    left: 'There is still ₩10,000 in your wallet',
    waiting: '1 order is still to be sent',
    closed: 'Your account is closed',
    closedName: 'Closed account',
    wrongToClose: 'That isn’t your password',
  },
];

const submit = (page: Page) => page.locator('main form [type=submit]').last();

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    await page.locator(`main [name=${name}]`).fill(value);
  }
  await submit(page).click();
}

// Words differ with the language, ways without scripts: each once.
for (const language of LANGUAGES) {
  const javaScriptEnabled = language.at === '';
  const { at } = language;
  test.describe(`${language.name}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });
    // What every-page.spec.ts does not come to; axe is itself a script.
    const audit = (page: Page) => (javaScriptEnabled ? expectAccessible(page) : undefined);

    test('what is saved in the account begins the next checkout, and can be forgotten', async ({
      page,
      db,
    }) => {
      await enterWithCart(page, db, { balance: 10_000 });
      await page.goto(`${at}/account/profile`);
      await fill(page, { name: '신 사임당', recipient: '이이', phone: '010-9876-5432' });
      await expect(page.locator('main [role=alert]')).toContainText(language.addressMissing);
      await expect(page.locator('[name=recipient]')).toHaveValue('이이');
      await fill(page, { address: '강릉시 율곡로 1' });
      await expect(page.locator('main [role=status]')).toHaveText(language.saved);

      await page.goto(`${at}/account`);
      await expect(page.locator('main')).toContainText('신 사임당');
      await expect(page.locator('main')).toContainText('강릉시 율곡로 1');
      await page.goto(`${at}/checkout`);
      await expect(page.locator('[name=recipient]')).toHaveValue('이이');
      await expect(page.locator('[name=phone]')).toHaveValue('010-9876-5432');

      await page.goto(`${at}/account/profile`);
      await fill(page, { recipient: '', phone: '', address: '' });
      await expect(page.locator('main [role=status]')).toHaveText(language.saved);
      await page.goto(`${at}/checkout`);
      await expect(page.locator('[name=recipient]')).toHaveValue('');
    });

    test('another password ends the sessions elsewhere and keeps this one', async ({
      page,
      browser,
      baseURL,
      db,
    }) => {
      const account = await makeAccount(db);
      const elsewhere = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled });
      const otherPage = await elsewhere.newPage();
      await signIn(otherPage, account);
      await signIn(page, account);

      await page.goto(`${at}/account/password`);
      await fill(page, { currentPassword: 'not this one', newPassword: NEW_PASSWORD });
      await expect(page.locator('main [role=alert]')).toContainText(language.wrong);
      await expect(page.locator('[name=newPassword]')).toHaveValue('');
      await audit(page);
      await fill(page, { currentPassword: account.password, newPassword: NEW_PASSWORD });
      await expect(page).toHaveURL(`${at}/account?done=password`);
      await expect(page.locator('main [role=status]')).toContainText(language.changed);

      // Sent again, as by Back and a second press: it is done already, and stays done once.
      await page.goto(`${at}/account/password`);
      await fill(page, { currentPassword: account.password, newPassword: NEW_PASSWORD });
      await expect(page).toHaveURL(`${at}/account?done=password`);

      await otherPage.goto(`${at}/wallet`);
      await expect(otherPage).toHaveURL(`${at}/sign-in?next=%2Fwallet`);
      await expect(otherPage.locator('main [role=status]')).toContainText(language.ended);
      await fill(otherPage, { email: account.email, password: NEW_PASSWORD });
      await expect(otherPage).toHaveURL(`${at}/wallet`);
      await elsewhere.close();
    });

    test('signing out everywhere ends this session and all others', async ({
      page,
      browser,
      baseURL,
      db,
    }) => {
      const account = await makeAccount(db);
      const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
      const otherPage = await elsewhere.newPage();
      await signIn(otherPage, account);
      await signIn(page, account);
      await page.goto(`${at}/account`);
      await page.getByRole('button', { name: language.everywhere }).click();
      await expect(page).toHaveURL(`${at}/sign-in?done=everywhere`);
      await expect(page.locator('main [role=status]')).toHaveText(language.signedOut);
      await audit(page);
      for (const { request } of [page.context(), elsewhere]) {
        expect((await (await request.get('/api/me')).json()).user).toBeNull();
      }
      await elsewhere.close();
    });

    test('an account with money or orders on their way stays open, and says where to look', async ({
      page,
      db,
    }) => {
      await enterWithCart(page, db, { balance: 20_000 });
      await buy(page);
      await page.goto(`${at}/account/close`);
      const notice = page.locator('main');
      await expect(notice).toContainText(language.blocked);
      await expect(notice).toContainText(language.left);
      await expect(notice).toContainText(language.waiting);
      await expect(page.locator('main form')).toHaveCount(0);
      await page.locator(`main a[href="${at}/wallet"]`).click();
      await expectFigures(page, { balance: 10_000 });
    });

    test('closing asks for the password, says what it did, and frees the e-mail', async ({
      page,
      db,
      browser,
      baseURL,
    }) => {
      const { account } = await enterWithCart(page, db, { balance: 10_000 });
      const orderId = await buy(page);
      await send(db, orderId);

      await page.goto(`${at}/account/close`);
      await audit(page);
      await fill(page, { password: 'not this one' });
      await expect(page.locator('main [role=alert]')).toContainText(language.wrongToClose);
      const cookies = await page.context().cookies();
      await fill(page, { password: account.password });
      await expect(page).toHaveURL(`${at}/sign-in?done=closed`);
      await expect(page.locator('main [role=status]')).toContainText(language.closed);

      // A browser that did not get the answer still has the cookie: it learns what became of it.
      const late = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled });
      await late.addCookies(cookies);
      const latePage = await late.newPage();
      await latePage.goto(`${at}/account/close`);
      await expect(latePage.locator('main [role=status]')).toContainText(language.closed);
      await late.close();

      await page.goto(`${at}/sign-up`);
      await fill(page, { name: '새 사람', email: account.email, password: NEW_PASSWORD });
      await expect(page).toHaveURL(at || '/');
      await page.goto(`${at}/orders`);
      await expect(page.locator('main')).not.toContainText(String(orderId));

      const admin = await makeAccount(db, { role: 'admin' });
      const office = await browser.newContext({ baseURL: baseURL ?? '' });
      const officePage = await office.newPage();
      await signIn(officePage, admin);
      await officePage.goto(`${at}/admin/orders/${orderId}`);
      await expect(officePage.locator('main')).toContainText(language.closedName);
      await expect(officePage.locator('main')).not.toContainText('세종대로');
      await officePage.goto(`${at}/admin/audit`);
      await expect(officePage.locator('[data-audit="account.close"]').first()).toContainText(
        language.closedName,
      );
      await office.close();
    });
  });
}

/** Pays for what is in the cart; the order's id. */
async function buy(page: Page): Promise<number> {
  await page.goto('/checkout');
  await fillDelivery(page);
  await page.locator('main button[value=pay]:visible').first().click();
  await expect(page).toHaveURL(/\/orders\/\d+/);
  return Number(/orders\/(\d+)/.exec(page.url())?.[1]);
}

test('money that comes in while the page is open keeps the account open, kindly', async ({
  page,
  db,
}) => {
  const account = await makeAccount(db);
  await signIn(page, account);
  await page.goto('/account/close');
  await page.locator('[name=password]').fill(account.password);
  await addMoney(db, account.id, 7_000);
  await submit(page).click();
  const alert = page.locator('main [role=alert]');
  await expect(alert).toContainText('지갑에 7,000원이 남아 있어 탈퇴하지 않았어요');
  await alert.getByRole('link').click();
  await expect(page).toHaveURL('/wallet');
});

test('wrong passwords asked for in the account are slowed down as at the sign-in', async ({
  page,
  db,
}) => {
  const account = await makeAccount(db);
  await signIn(page, account);
  await page.goto('/en/account/close');
  const pressWith = async (password: string) => {
    await page.locator('[name=password]').fill(password);
    await submit(page).click();
  };
  await pressWith('wrong');
  await expect(page.locator('main [role=alert]')).toContainText('That isn’t your password');
  // The tries are counted in the database: the clock of the test is set there, not waited for.
  const hash = createHash('sha256').update(account.email).digest('base64url');
  const { count } = await db.sql`
    update rate_limits set points = 5, expire = ${Date.now() + 60_000}
    where key like ${`sign-in-pair:${hash}%`}`;
  expect(count).toBe(1);
  await pressWith(account.password);
  await expect(page.getByText(/Too many tries\. Try again in \d+ seconds?\./)).toBeVisible();
  await page.goto('/en/account');
  await expect(page).toHaveURL('/en/account');
});

test('an operator cannot close the account here', async ({ page, db }) => {
  await signIn(page, await makeAccount(db, { role: 'admin' }));
  await page.goto('/account/close');
  await expect(page.locator('main')).toContainText('관리자 계정은 여기서 닫을 수 없어요');
  await expect(page.locator('main form')).toHaveCount(0);
});
