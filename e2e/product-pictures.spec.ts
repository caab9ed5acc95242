/** A picture that an operator uploads: chosen, shown to shoppers, served for ever, closed to others. */

import { readFileSync } from 'node:fs';
import { ACCOUNTS, expect, signIn } from './fixtures';
import { test, VISITS } from './support/operator';
import { makeProduct } from './support/sample';

const UPLOAD = '/api/admin/pictures';
const picture = (name: string) => ({
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  buffer: readFileSync(`public/products/${name}.webp`),
});

for (const { name, prefix, javaScriptEnabled } of VISITS) {
  test.describe(name, () => {
    test.use({ javaScriptEnabled });

    test('an uploaded picture is looked at, saved and seen by shoppers', async ({ page, db }) => {
      const productId = await makeProduct(db);
      const [row] = await db.sql<{ slug: string }[]>`
        select slug from products where id = ${productId}`;
      await signIn(page, ACCOUNTS.admin);
      await page.goto(`${prefix}/admin/products/${productId}`);
      await page.locator('[name=descriptionEn]').fill('Half typed.');
      // Without scripts the answer comes in a tab of its own, so that what is typed stays.
      const upload = async (file: ReturnType<typeof picture>) => {
        const tab = javaScriptEnabled ? page : page.context().waitForEvent('page');
        await page.locator('[name=picture]').setInputFiles(file);
        await page.getByRole('button', { name: /올리기|Upload/ }).click();
        return tab;
      };
      const broken = { ...picture('apple'), buffer: Buffer.from('no picture at all') };
      const refused = await upload(broken);
      await expect(refused.getByRole('main').getByRole('alert')).toContainText(
        /읽을 수 없는|can’t be read/,
      );
      const answered = await upload(picture('honey'));
      await expect(answered.getByRole('status')).toContainText(/올렸어요|is here/);
      const chosen = answered.locator('[name=art]:checked');
      await expect(chosen).toHaveValue(/^[0-9a-f]{32}$/);
      const hash = await chosen.inputValue();
      if (!javaScriptEnabled) {
        await page.getByRole('button', { name: /미리보기|Preview/ }).click();
        await page.locator(`[name=art][value="${hash}"]`).check();
        await page.getByRole('button', { name: /미리보기|Preview/ }).click();
      }
      await expect(page.locator('[name=descriptionEn]')).toHaveValue('Half typed.');
      const shown = page.locator('[data-preview=ko] img').first();
      await expect(shown).toHaveAttribute('src', `/api/pictures/${hash}`);
      expect(await shown.evaluate((img: HTMLImageElement) => img.decode())).toBeUndefined();
      await page.getByRole('button', { name: /^(?:저장|Save)$/ }).click();
      await expect(page.getByRole('status').last()).toContainText(/저장했어요|Saved/);
      expect(
        await db.sql`select art, description_en from products where id = ${productId}`,
      ).toMatchObject([{ art: hash, description_en: 'Half typed.' }]);

      await expect(async () => {
        const html = await (await page.request.get(`${prefix}/products/${row?.slug}`)).text();
        expect(html).toContain(`/api/pictures/${hash}`);
      }).toPass();
    });
  });
}

test('what is typed stays while a picture comes, and while one does not', async ({
  page,
  db,
  allowConsole,
}) => {
  test.setTimeout(180_000);
  allowConsole(/Failed to load resource/);
  const productId = await makeProduct(db);
  await signIn(page, ACCOUNTS.admin);
  for (const path of [`/admin/products/${productId}`, '/en/admin/products/new']) {
    await page.goto(path);
    const upload = async (buffer = picture('honey').buffer) => {
      await page.locator('[name=picture]').setInputFiles({ ...picture('honey'), buffer });
      await page.getByRole('button', { name: /올리기|Upload/ }).click();
    };
    const typed = {
      nameKo: '반쯤 적은 이름',
      descriptionEn: 'Half a\nsentence',
      price: '1,2',
      published: 'false',
    };
    for (const name of ['nameKo', 'descriptionEn', 'price'] as const) {
      await page.locator(`[name=${name}]`).fill(typed[name]);
    }
    await page.locator('[name=published]').selectOption(typed.published);
    const expectTyped = async () => {
      for (const [name, value] of Object.entries(typed)) {
        await expect(page.locator(`[name=${name}]`)).toHaveValue(value);
      }
    };
    // The server has seen it once, and found it wrong.
    await page.getByRole('button', { name: /^(?:저장|Save|상품 만들기|Create product)$/ }).click();
    await expect(page.locator('[data-error-summary]')).toBeVisible();

    await upload(Buffer.from('no picture at all'));
    await expect(page.getByRole('main').getByText(/읽을 수 없는|can’t be read/)).toBeVisible();
    await expectTyped();
    await page.route('**/api/admin/pictures*', (route) => route.abort());
    await upload();
    await expect(page.getByRole('main').getByText(/올리지 못했어요|couldn’t be/)).toBeVisible();
    await expectTyped();
    await page.unroute('**/api/admin/pictures*');

    await upload();
    await expect(page.getByRole('main').getByText(/올렸어요|is here/)).toBeVisible();
    await expectTyped();
    const chosen = page.locator('[name=art]:checked');
    await expect(chosen).toHaveValue(/^[0-9a-f]{32}$/);
    const preview = page.locator('[data-preview=ko]');
    await expect(preview.locator('img').first()).toHaveAttribute(
      'src',
      `/api/pictures/${await chosen.inputValue()}`,
    );
    await expect(preview).toContainText(typed.nameKo);
  }
});

test('a picture is served for ever, as a picture and nothing else', async ({ page, shop }) => {
  await signIn(page, ACCOUNTS.admin);
  const sent = await page.request.post(UPLOAD, {
    multipart: { picture: picture('kite') },
    headers: { Origin: shop.url },
    maxRedirects: 0,
  });
  const hash = /picture=([0-9a-f]{32})$/.exec(sent.headers().location ?? '')?.[1];
  const address = `/api/pictures/${hash}`;
  const served = await page.request.get(address);
  expect(served.status()).toBe(200);
  const headers = served.headers();
  expect(headers['content-type']).toBe('image/webp');
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  const again = await page.request.get(address, {
    headers: { 'If-None-Match': headers.etag ?? '' },
  });
  expect(again.status()).toBe(304);
  for (const missing of ['f'.repeat(32), 'apple', '%00', 'x'.repeat(5_000)]) {
    expect((await page.request.get(`/api/pictures/${missing}`)).status(), missing).toBeGreaterThan(
      399,
    );
  }
});

test('nobody but an admin uploads a picture, and none too large or of a wrong kind', async ({
  page,
  browser,
  shop,
  db,
}) => {
  const Origin = shop.url;
  const count = async () => (await db.sql`select from pictures`).length;
  const before = await count();
  const post = (request: typeof page.request, buffer: Buffer, origin = Origin) =>
    request.post(UPLOAD, {
      multipart: { picture: { ...picture('apple'), buffer } },
      headers: { Origin: origin },
      maxRedirects: 0,
    });
  const { buffer } = picture('spoon');
  const guest = await browser.newContext({ baseURL: shop.url });
  expect((await post(guest.request, buffer)).headers().location).toContain('/sign-in');
  const shopper = await browser.newContext({ baseURL: shop.url });
  await signIn(await shopper.newPage(), ACCOUNTS.shopper);
  expect((await post(shopper.request, buffer)).status()).toBe(403);
  await signIn(page, ACCOUNTS.admin);
  expect((await post(page.request, buffer, 'https://evil.example')).status()).toBe(403);
  const refused = async (bytes: Buffer) => (await post(page.request, bytes)).headers().location;
  expect(await refused(Buffer.alloc(9_000_000))).toContain('refused=TOO_LARGE');
  expect(await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toContain(
    'refused=NOT_A_PICTURE',
  );
  expect(await refused(Buffer.alloc(0))).toContain('refused=NO_FILE');
  expect(await count()).toBe(before);
  await guest.close();
  await shopper.close();
});
