/** Issue 2, point 4: accounts, with and without JavaScript, in Korean and in English. */

import { createHash, randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { createDatabase, type Database } from '@/db/client';
import { expect, expectAccessible, test as shopTest } from './fixtures';
import { openAccountFor } from './support/accounts';

const test = shopTest.extend<{ db: Database }>({
  db: async ({ shop }, use) => {
    const db = createDatabase({ url: shop.databaseUrl, max: 2 });
    await use(db);
    await db.close();
  },
});

const PASSWORD = 'pale green celadon';
const newEmail = () => `${randomUUID()}@example.com`;

const LANGUAGES = [
  {
    name: 'Korean',
    at: '',
    wrong: '이메일이나 비밀번호가 맞지 않아요. 다시 확인해 주세요.',
    check: '입력한 내용을 확인해 주세요',
    required: '비워 둘 수 없어요',
    common: '누구나 먼저 떠올리는 비밀번호예요',
    taken: '이미 가입한 이메일이에요. 로그인해 주세요.',
    signOut: '로그아웃',
    forbidden: '볼 수 없는 화면이에요',
  },
  {
    name: 'English',
    at: '/en',
    wrong: 'That email and password don’t match. Please check them.',
    check: 'Please check what you entered',
    required: 'This can’t be empty',
    common: 'This is a password everybody tries first',
    taken: 'This email already has an account. Please sign in.',
    signOut: 'Sign out',
    forbidden: 'You can’t see this page',
  },
];

const form = (page: Page) => page.locator('form:has([name=password])');

async function send(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    await form(page).locator(`[name=${name}]`).fill(value);
  }
  await form(page).locator('[type=submit]').click();
}

const alert = (page: Page) => page.locator('main [role=alert]');

async function whoAmI(context: BrowserContext): Promise<string | null> {
  const response = await context.request.get('/api/me');
  const { user } = await response.json();
  return user === null ? null : user.name;
}

// Words differ with the language, ways without scripts: each once.
for (const language of LANGUAGES) {
  const javaScriptEnabled = language.at === '';
  const { at } = language;
  test.describe(`${language.name}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });
    // What every-page.spec.ts does not come to; axe is itself a script.
    const audit = (page: Page) => (javaScriptEnabled ? expectAccessible(page) : undefined);

    test('sign up, be somebody, sign out, sign in again', async ({ page, context }) => {
      const account = { email: newEmail(), password: PASSWORD };
      // The way back of somebody else's making is no way of the shop's.
      await page.goto(
        `${at}/sign-up?next=${encodeURIComponent('https://elsewhere.example/wallet')}`,
      );
      await expect(page.locator('main a[href*="elsewhere"], [value*="elsewhere"]')).toHaveCount(0);
      await send(page, { name: '홍 길동', ...account });
      await expect(page).toHaveURL(at || '/');
      expect(await whoAmI(context)).toBe('홍 길동');

      await page.goto(`${at}/account`);
      await expect(page.locator('main')).toContainText(account.email);
      await page.getByRole('button', { name: language.signOut, exact: true }).click();
      await expect(page).toHaveURL(at || '/');
      expect(await whoAmI(context)).toBeNull();

      await page.goto(`${at}/account`);
      await expect(page).toHaveURL(`${at}/sign-in?next=%2Faccount`);
      await send(page, { ...account, email: account.email.toUpperCase() });
      await expect(page).toHaveURL(`${at}/account`);
    });

    test('a wrong password and an unknown e-mail read the same, and what was typed stays', async ({
      page,
      db,
    }) => {
      const known = await openAccountFor(db, { password: PASSWORD });
      await page.goto(`${at}/sign-in`);
      for (const email of [known.email, newEmail()]) {
        await send(page, { email, password: 'not this one' });
        await expect(alert(page)).toHaveText(language.wrong);
        await expect(page.locator('[name=email]')).toHaveValue(email);
        await expect(page.locator('[name=password]')).toHaveValue('');
      }
    });

    test('an incomplete form names its fields and keeps the rest', async ({ page }) => {
      await page.goto(`${at}/sign-up?next=/wallet`);
      await send(page, { name: '홍길동', email: 'no address', password: 'password' });
      await expect(alert(page)).toContainText(language.check);
      await expect(page.locator('[name=email]')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('[name=password]')).toHaveAttribute('aria-invalid', 'true');
      await expect(alert(page)).toContainText(language.common);
      await expect(page.locator('[name=name]')).toHaveValue('홍길동');
      await expect(page.locator('[name=email]')).toHaveValue('no address');
      await audit(page);

      await send(page, { name: '', email: newEmail(), password: PASSWORD });
      await expect(alert(page)).toContainText(language.required);
      await expect(page.locator('[name=next]')).toHaveValue('/wallet');
    });

    test('an e-mail has one account, in any spelling', async ({ page, db }) => {
      const { email } = await openAccountFor(db, { password: PASSWORD });
      await page.goto(`${at}/sign-up`);
      await send(page, { name: '남', email: email.replace('@', '＠'), password: PASSWORD });
      await expect(alert(page)).toHaveText(language.taken);
    });

    test('the back office is not for shoppers, nor for whoever was an admin', async ({
      page,
      context,
      db,
      allowConsole,
    }) => {
      allowConsole(/403/);
      const admin = await openAccountFor(db, { password: PASSWORD, role: 'admin' });
      await page.goto(`${at}/admin`);
      await expect(page).toHaveURL(new RegExp(`${at}/sign-in\\?next=%2Fadmin`));
      await send(page, { email: admin.email, password: PASSWORD });
      await expect(page).toHaveURL(new RegExp(`${at}/admin`));
      expect((await context.request.get(`${at}/admin`)).status()).toBe(200);

      await db.sql`update users set role = 'shopper' where id = ${admin.id}`;
      const answer = await page.goto(`${at}/admin`);
      expect(answer?.status()).toBe(403);
      await expect(page.getByRole('heading', { name: language.forbidden })).toBeVisible();
    });
  });
}

test('what everybody tries first, and what is too short, is no password', async ({ page }) => {
  await page.goto('/sign-up');
  const account = { name: '홍길동', email: newEmail() };
  await send(page, { ...account, password: 'Password1' });
  await expect(alert(page)).toContainText('누구나 먼저 떠올리는 비밀번호예요');
  await send(page, { ...account, password: 'short' });
  await expect(alert(page)).toContainText('8자 이상');
  await expect(alert(page)).toBeFocused();
  await alert(page).getByRole('link').click();
  await expect(page.locator('[name=password]')).toBeFocused();
});

test('a password can be read back, and is hidden at first', async ({ page }) => {
  await page.goto('/sign-in');
  const password = page.locator('[name=password]');
  await password.fill(PASSWORD);
  await expect(password).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: '비밀번호 보기' }).click();
  await expect(password).toHaveAttribute('type', 'text');
});

test('the header knows who came in without a reload', async ({ page, db }) => {
  const account = await openAccountFor(db, { password: PASSWORD, name: '이도' });
  await page.goto('/account');
  await send(page, { email: account.email, password: PASSWORD });
  await expect(page.locator('header')).toContainText('이도');
});

for (const next of [
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  'https://evil.example/',
]) {
  test(`signing in never leads to ${next}`, async ({ page, db }) => {
    const account = await openAccountFor(db, { password: PASSWORD });
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await send(page, { email: account.email, password: PASSWORD });
    await expect(page).toHaveURL('/');
  });
}

test('the way back keeps its query', async ({ page, db }) => {
  const account = await openAccountFor(db, { password: PASSWORD });
  await page.goto(`/en/sign-up?next=${encodeURIComponent('/products?q=차&page=1')}`);
  await page.getByRole('link', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/en\/sign-in\?next=/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await send(page, { email: account.email, password: PASSWORD });
  await expect(page).toHaveURL(`/en/products?q=${encodeURIComponent('차')}&page=1`);
});

test('a copy of the cookie is worth nothing after signing out', async ({ page, context, db }) => {
  const account = await openAccountFor(db, { password: PASSWORD, name: '장영실' });
  await page.goto('/sign-in?next=/account');
  await send(page, { email: account.email, password: PASSWORD });
  await expect(page).toHaveURL('/account');
  const copied = await context.cookies();
  expect(copied.filter(({ httpOnly }) => !httpOnly)).toEqual([]);

  await page.getByRole('button', { name: '로그아웃', exact: true }).click();
  await expect(page).toHaveURL('/');
  await context.addCookies(copied);
  expect(await whoAmI(context)).toBeNull();
  await page.goto('/account');
  await expect(page).toHaveURL(/sign-in/);
});

test('a broken or foreign cookie is a guest, never an error', async ({ context, shop }) => {
  for (const value of ['x', '%', 'eyJhbGciOiJub25lIn0.e30.', 'a'.repeat(3_000)]) {
    await context.addCookies([{ name: 'jangteo_session', value, url: shop.url }]);
    expect(await whoAmI(context)).toBeNull();
  }
});

test('after too many wrong passwords one waits some seconds, then the right one works', async ({
  page,
  db,
}) => {
  const account = await openAccountFor(db, { password: PASSWORD });
  await page.goto('/en/sign-in?next=/account');
  await send(page, { email: account.email, password: 'wrong' });
  await expect(page.locator('[name=password]')).toHaveValue('');

  // The tries are counted in the database: the clock of the test is set there, not waited for.
  const hash = createHash('sha256').update(account.email).digest('base64url');
  const setTries = (points: number, secondsLeft: number) => db.sql`
    update rate_limits set points = ${points}, expire = ${Date.now() + secondsLeft * 1000}
    where key like ${`sign-in-pair:${hash}%`}`;
  expect((await setTries(5, 60)).count).toBe(1);
  await send(page, { email: account.email, password: PASSWORD });
  await expect(page.getByText(/Too many tries\. Try again in \d+ seconds?\./)).toBeVisible();
  await setTries(5, -1);
  await send(page, { email: account.email, password: PASSWORD });
  await expect(page).toHaveURL('/en/account');
});

test('sign-in, sign-up, account and the 403 fit 320 px', async ({ page, db, allowConsole }) => {
  allowConsole(/403/);
  await page.setViewportSize({ width: 320, height: 640 });
  const account = await openAccountFor(db, { password: PASSWORD, name: '가'.repeat(60) });
  const fits = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    );
  for (const path of ['/sign-in?next=/account', '/en/sign-up', '/en/sign-in?next=/account']) {
    await page.goto(path);
    expect(await fits(), path).toBe(true);
  }
  await send(page, { email: account.email, password: PASSWORD });
  await expect(page).toHaveURL('/en/account');
  expect(await fits(), 'account').toBe(true);
  await page.goto('/admin');
  expect(await fits(), '403').toBe(true);
});
