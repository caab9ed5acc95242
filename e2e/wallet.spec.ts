/** 잔액 조회 and 잔액 충전 as a shopper meets them, their failures too, with and without JavaScript. */

import type { Page } from '@playwright/test';
import postgres from 'postgres';
import type { Database } from '@/db/client';
import { expect, signIn } from './fixtures';
import { databaseUrl } from './support/cluster';
import { hold } from './support/hold';
import type { Shop } from './support/shop';
import {
  addMoney,
  expectFigures,
  formFields,
  makeAccount,
  readBooks,
  test,
} from './support/shopping';

const LANGUAGES = [
  {
    lang: 'ko',
    at: '',
    submit: '충전하기',
    notYet: '아직 충전하지 않았어요. 금액을 확인해 주세요.',
    limits:
      '한 번에 1,000원~1,000,000원, 하루 2,000,000원까지 충전할 수 있어요. 지갑에는 2,000,000원까지 담을 수 있어요.',
    left: '오늘은 2,000,000원 더 충전할 수 있어요.',
    refused: {
      '': '충전할 금액을 적어 주세요.',
      '0': '1,000원부터 충전할 수 있어요.',
      '-5000': '0보다 큰 금액을 적어 주세요.',
      '1000.5': '원 단위로 적어 주세요. 소수점은 쓸 수 없어요.',
      '１００００': '금액은 숫자로만 적어 주세요. 예: 10,000',
      '1,000,001': '한 번에 1,000,000원까지 충전할 수 있어요.',
      '99999999999999999999': '한 번에 1,000,000원까지 충전할 수 있어요.',
    },
    charged: '10,000원을 충전했어요. 잔액 10,000원.',
  },
  {
    lang: 'en',
    at: '/en',
    submit: 'Top up',
    notYet: 'Nothing was added yet. Please check the amount.',
    limits: '₩1,000 to ₩1,000,000 at a time, ₩2,000,000 a day. A wallet holds up to ₩2,000,000.',
    left: 'You can add ₩2,000,000 more today.',
    refused: {
      '': 'Enter an amount to add.',
      '0': 'Top up at least ₩1,000.',
      '-5000': 'Enter an amount above zero.',
      '1000.5': 'Enter whole won, without a decimal point.',
      '１００００': 'Enter the amount in digits only, for example 10,000.',
      '1,000,001': 'Top up at most ₩1,000,000 at a time.',
    },
    charged: 'Added ₩10,000. Balance ₩10,000.',
  },
];

/** As if the user had never been, which the shop itself cannot do. */
async function forgetUser(shop: Shop, userId: number): Promise<void> {
  const name = new URL(shop.databaseUrl).pathname.slice(1);
  const sql = postgres(databaseUrl('superuser', name), {
    max: 1,
    connection: { session_replication_role: 'replica' },
  });
  for (const table of ['sessions', 'carts', 'wallets']) {
    await sql`delete from ${sql(table)} where user_id = ${userId}`;
  }
  await sql`delete from users where id = ${userId}`;
  await sql.end();
}

const submit = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    for (const { lang, at, ...texts } of LANGUAGES) {
      // A language each: the words are the same with and without JavaScript.
      if ((lang === 'ko') !== javaScriptEnabled) continue;
      test(`limits stand there before typing, and a wrong amount is refused in words (${lang})`, async ({
        page,
        db,
      }) => {
        const account = await makeAccount(db);
        await signIn(page, account);
        await page.goto(`${at}/wallet`);
        await expectFigures(page, { balance: 0 });
        await expect(page.getByText(texts.limits)).toBeVisible();
        await expect(page.getByText(texts.left)).toBeVisible();
        const alert = page.locator('main').getByRole('alert');
        for (const [amount, words] of Object.entries(texts.refused)) {
          await page.fill('[name=amount]', amount);
          await submit(page, texts.submit).click();
          // Its own answer: two amounts are refused in the same words.
          await expect(submit(page, texts.submit)).toBeVisible();
          await expect(alert).toContainText(texts.notYet);
          await expect(alert).toContainText(words);
          await expect(page.locator('[name=amount]')).toHaveValue(amount);
          await expect(page.locator('[name=amount]')).toHaveAttribute('aria-invalid', 'true');
        }
        expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 0, balance: 0 });

        await page.fill('[name=amount]', ' 10,000 ');
        await submit(page, texts.submit).click();
        await expect(page.locator('main').getByRole('status')).toContainText(texts.charged);
        await expectFigures(page, { balance: 10_000, amount: 10_000 });
      });
    }

    test('presets add up in the field, a double click charges once, the same form again changes nothing', async ({
      page,
      shop,
      db,
    }) => {
      const account = await makeAccount(db);
      await signIn(page, account);
      await page.goto('/wallet');
      await page.fill('[name=amount]', '3,000');
      for (const won of ['10,000원', '50,000원', '50,000원']) {
        await page.getByRole('button', { name: `${won} 더하기` }).click();
      }
      await expect(page.locator('[name=amount]')).toHaveValue('113000');
      await page.fill('[name=amount]', '60,000');
      await page.getByRole('button', { name: '50,000원 더하기' }).click();
      await expect(page.locator('[name=amount]')).toHaveValue('110000');
      const sent = await formFields(page.locator('form:has([name=amount])'));
      await submit(page, '충전하기').dblclick();
      await expect(page).toHaveURL(/topped=1/);
      await expectFigures(page, { balance: 110_000 });
      if (!javaScriptEnabled) {
        const resent = await page.request.post('/wallet', {
          multipart: sent,
          headers: { origin: shop.url },
        });
        expect(await resent.text()).toContain(
          '이미 마친 충전이에요. 110,000원을 한 번만 충전했어요.',
        );
      }
      // Reloading the result sends nothing again.
      await page.reload();
      await expectFigures(page, { balance: 110_000 });
      expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 110_000 });
    });

    test('사용자 조회 실패: whose account is gone is told to sign in, and nothing is made up', async ({
      page,
      db,
      shop,
    }) => {
      const gone = await makeAccount(db);
      await signIn(page, gone);
      // The header asks who is looking when nobody is any more: the form's word on it stays.
      const letMeGo = await hold(page, '**/api/me');
      await page.goto('/wallet?amount=20000');
      await forgetUser(shop, gone.id);
      await submit(page, '충전하기').click();
      if (javaScriptEnabled) {
        const alert = page.locator('main').getByRole('alert');
        await expect(alert).toContainText('로그인이 끝났어요. 다시 로그인하면');
        letMeGo();
        await expect(page.locator('header').getByRole('link', { name: '로그인' })).toBeVisible();
        await expect(page.locator('[name=amount]')).toHaveValue('20000');
        await alert.getByRole('link', { name: '다시 로그인하기' }).click();
      }
      // With JavaScript the form's key stands in the address.
      await expect(page).toHaveURL(
        /\/sign-in\?next=%2Fwallet%3Famount%3D20000(%26form%3D[-\da-f]+)?$/,
      );
      await page.fill('[name=email]', gone.email);
      await page.fill('[name=password]', gone.password);
      await page.locator('form:has([name=password]) [type=submit]').click();
      await expect(page.locator('main').getByRole('alert')).toContainText('이메일이나 비밀번호가');
      const made = await db.sql`select user_id from wallets where user_id = ${gone.id}
        union all select user_id from wallet_entries where user_id = ${gone.id}`;
      expect([...made]).toEqual([]);
    });

    test('the way on leads nowhere but into the shop', async ({ page, db }) => {
      await signIn(page, await makeAccount(db));
      for (const next of ['https://evil.example/', '/\\evil.example']) {
        await page.goto(`/wallet?next=${encodeURIComponent(next)}`);
        await page.fill('[name=amount]', '1000');
        await submit(page, '충전하기').click();
        await expect(page).toHaveURL(/topped=\d+$/);
        await expect(page.locator('main a[href*="evil"]')).toHaveCount(0);
      }
      await page.goto('/wallet?next=/account');
      await page.fill('[name=amount]', '1000');
      await submit(page, '충전하기').click();
      await page.getByRole('link', { name: '보던 화면으로 돌아가기' }).click();
      await expect(page).toHaveURL('/account');
    });
  });
}

test('a preset pressed before the scripts arrive adds to what was typed, and Enter tops up', async ({
  page,
  db,
}) => {
  const account = await makeAccount(db);
  await signIn(page, account);
  // Scripts that are on their way for ever.
  await page.route('**/_next/static/**/*.js', () => undefined);
  await page.goto('/en/wallet?next=/account', { waitUntil: 'commit' });
  const amount = page.locator('[name=amount]');
  await amount.fill('3,000');
  await page.getByRole('button', { name: 'Add ₩10,000' }).click();
  await expect(page).toHaveURL(/\/en\/wallet\?form=[-\da-f]+&next=%2Faccount&fill=13000$/);
  await expect(amount).toHaveValue('13000');
  await amount.press('Enter');
  await expect(page).toHaveURL(/topped=1&next=%2Faccount$/);
  expect(await readBooks(db, account.id)).toEqual({ orders: 0, entries: 1, balance: 13_000 });
});

test('a preset says what stands in the field now', async ({ page, db }) => {
  await signIn(page, await makeAccount(db));
  await page.goto('/wallet');
  const presets = page.getByRole('group', { name: '금액 고르기' });
  for (const total of ['10,000원', '20,000원']) {
    await presets.getByRole('button', { name: '10,000원 더하기' }).press('Enter');
    await expect(presets.locator('[aria-live=polite]')).toHaveText(`충전할 금액 ${total}`);
  }
});

test('what is left of a limit is said, and more is refused with it', async ({ page, db }) => {
  const account = await makeAccount(db, { balance: 1_700_000 });
  await signIn(page, account);
  await page.goto('/wallet');
  await expect(page.getByText('300,000원 더 충전할 수 있어요.')).toBeVisible();
  await page.fill('[name=amount]', '300001');
  await submit(page, '충전하기').click();
  await expect(page.locator('main').getByRole('alert')).toContainText('300,000원까지');
  await page.fill('[name=amount]', '300000');
  await submit(page, '충전하기').click();
  await expectFigures(page, { balance: 2_000_000 });
  await expect(page.getByText('지금은 더 충전할 수 없어요.')).toBeVisible();
});

test('a wallet that can take less than the day still allows says so', async ({ page, db }) => {
  const account = await makeAccount(db);
  await addMoney(db, account.id, 243_680, new Date(Date.now() - 172_800_000));
  await signIn(page, account);
  await page.goto('/wallet');
  await expect(page.getByText('지갑 한도까지 1,756,320원 남았어요.')).toBeVisible();
  await expect(page.getByText(/오늘은 .+ 더 충전할 수 있어요\./)).toHaveCount(0);
});

/** An account with as many entries: +1원, +2원, and so on. */
async function accountWithHistory(db: Database, length: number) {
  const account = await makeAccount(db);
  for (let amount = 1; amount <= length; amount++) await addMoney(db, account.id, amount);
  return account;
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('history stands by day, twenty entries a page, newest first', async ({ page, db }) => {
    await signIn(page, await accountWithHistory(db, 21));
    await page.goto('/wallet');
    const main = page.locator('main');
    const entries = main.locator('[data-entry]');
    await expect(entries).toHaveCount(20);
    await expect(entries.first()).toHaveAttribute('data-entry', '21');
    await expect(main.locator('section[aria-label] h3')).toHaveCount(1);
    await main.getByRole('link', { name: '이전 내역 보기' }).click();
    await expect(entries).toHaveCount(1);
    await expect(entries).toContainText('+1원');
    await expect(main.getByRole('link', { name: '이전 내역 보기' })).toHaveCount(0);
    await main.getByRole('link', { name: '최근 내역으로' }).click();
    await expect(entries).toHaveCount(20);
  });
});

test('history goes on by itself where its end comes into sight, until a press is wanted', async ({
  page,
  db,
  allowConsole,
}) => {
  allowConsole(/ERR_FAILED/);
  await signIn(page, await accountWithHistory(db, 125));
  await page.goto('/en/wallet?kind=top_up');
  const main = page.locator('main');
  const entries = main.locator('[data-entry]');
  const older = main.getByRole('link', { name: 'Older entries' });
  // Five pages, then whoever wants to see what stands below the history can.
  await expect(async () => {
    await page.mouse.wheel(0, 20_000);
    await expect(entries).toHaveCount(100, { timeout: 500 });
  }).toPass();
  await older.focus();
  await page.keyboard.press('Enter');
  await expect(entries).toHaveCount(120);
  await expect(main.locator('section[aria-label] h3')).toHaveCount(1);
  const numbers = await entries.evaluateAll((lines) =>
    lines.map((line) => Number(line.getAttribute('data-entry'))),
  );
  expect(numbers).toEqual(Array.from({ length: 120 }, (_, i) => 125 - i));
  // Where nothing comes through, the link is a link.
  await page.route('**/api/wallet/entries*', (route) => route.abort());
  await older.click();
  await older.click();
  await expect(page).toHaveURL(/kind=top_up&before=6$/);
  await expect(entries).toHaveCount(5);
});

test('history goes on too where a busy browser tells late that its end came into sight', async ({
  page,
  db,
}) => {
  await page.addInitScript(() => {
    const Observer = IntersectionObserver;
    window.IntersectionObserver = class extends Observer {
      constructor(told: IntersectionObserverCallback, options?: IntersectionObserverInit) {
        let kept: IntersectionObserverEntry[] = [];
        super((moves, observer) => {
          kept.push(...moves);
          document.documentElement.dataset.out = '';
          if (kept.length < 2) return;
          told(kept, observer);
          kept = [];
        }, options);
      }
    };
  });
  await signIn(page, await accountWithHistory(db, 21));
  await page.goto('/wallet');
  await expect(page.locator('html[data-out]')).toHaveCount(1);
  await page.mouse.wheel(0, 20_000);
  await expect(page.locator('main [data-entry]')).toHaveCount(21);
});

test('who follows the history to its end has the focus on what came last', async ({ page, db }) => {
  await signIn(page, await accountWithHistory(db, 21));
  await page.goto('/wallet');
  const older = page.getByRole('link', { name: '이전 내역 보기' });
  await older.focus();
  await expect(older).toHaveCount(0);
  await expect(page.locator('main [data-entry="1"] a').first()).toBeFocused();
});

test('nobody reads the history of another', async ({ page, db }) => {
  const [own, other] = [await accountWithHistory(db, 3), await makeAccount(db)];
  const read = () => page.request.get('/api/wallet/entries?before=3');
  await signIn(page, other);
  expect(await (await read()).json()).toEqual({ rows: [], olderBefore: null });
  expect((await page.request.get('/api/wallet/entries?before=x')).status()).toBe(400);
  await page.context().clearCookies();
  expect((await read()).status()).toBe(401);
  await signIn(page, own);
  expect(await (await read()).json()).toMatchObject({ rows: [{ seq: 2 }, { seq: 1 }] });
});
