/** The cart, with scripts and without: put in, change, take out, what changed since, and who owns it. */

import { eq } from 'drizzle-orm';
import { createDatabase, type Database } from '@/db/client';
import { products } from '@/db/schema';
import { test as base, expect, signIn } from './fixtures';
import { correctStock, fillCart, makeProduct } from './support/sample';
import { expectFigures, makeAccount } from './support/shopping';

const test = base.extend<{ db: Database }>({
  db: async ({ shop }, use) => {
    const db = createDatabase({ url: shop.databaseUrl, max: 2 });
    await use(db);
    await db.close();
  },
});

/** A product of this test alone, ₩10,000 a piece. */
async function ownProduct(db: Database, quantity = 9) {
  const mark = crypto.randomUUID().slice(0, 8);
  const slug = `own-${mark}`;
  const names = { nameKo: `시험 ${mark}`, nameEn: `Own ${mark}` };
  return { id: await makeProduct(db, { slug, quantity, ...names }), slug };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('a guest puts in, changes, takes out and takes that back', async ({ page, db }) => {
      const { slug } = await ownProduct(db);
      await page.goto(`/products/${slug}`);
      await page.getByRole('spinbutton', { name: '수량' }).fill('2');
      await page.getByRole('button', { name: '장바구니에 담기' }).click();
      await expect(page.getByText('장바구니에 담았어요.')).toBeVisible();
      await page.getByRole('link', { name: '장바구니 보기' }).click();

      await expect(page).toHaveURL('/cart');
      const total = page.locator('[data-total]');
      await expect(total).toHaveAttribute('data-total', '20000');
      await expect(total).toHaveText('20,000원');

      await page.getByRole('spinbutton').fill('5');
      if (!javaScriptEnabled) await page.getByRole('button', { name: '수량 변경' }).click();
      await expect(total).toHaveAttribute('data-total', '50000');

      await page.getByRole('button', { name: /빼기$/ }).last().click();
      await expect(page.getByText('장바구니가 비어 있어요')).toBeVisible();
      await page.getByRole('button', { name: '되돌리기' }).click();
      await expect(total).toHaveAttribute('data-total', '50000');
      await page.reload();
      await expect(page.getByRole('spinbutton')).toHaveValue('5');
    });

    test("a guest's cart joins the shopper's at sign-in, and the checkout costs what it says", async ({
      page,
      db,
    }) => {
      const [mine, both, fresh] = [
        await ownProduct(db),
        await ownProduct(db),
        await ownProduct(db),
      ];
      const account = await makeAccount(db, { balance: 100_000 });
      await fillCart(db, account.id, [
        { productId: mine.id, quantity: 1 },
        { productId: both.id, quantity: 2 },
      ]);
      for (const { slug } of [both, fresh]) {
        await page.goto(`/products/${slug}`);
        await page.getByRole('button', { name: '장바구니에 담기' }).click();
        await expect(page.getByText('장바구니에 담았어요.')).toBeVisible();
      }
      await page.goto('/cart');
      await page.getByRole('link', { name: '주문하기' }).click();
      await page.locator('[name=email]').fill(account.email);
      await page.locator('[name=password]').fill(account.password);
      await page.locator('form:has([name=password]) [type=submit]').click();
      await expect(page).toHaveURL('/checkout');
      await expectFigures(page, { total: 50_000 });
      await page.goto('/cart');
      await expectFigures(page, { total: 50_000 });
      for (const [{ slug }, units] of [
        [mine, 1] as const,
        [both, 3] as const,
        [fresh, 1] as const,
      ]) {
        await expect(page.locator(`[data-product="${slug}"] input[type=number]`)).toHaveValue(
          `${units}`,
        );
      }
    });

    test('what finds no room at sign-in is told, and comes over once there is some', async ({
      page,
      db,
    }) => {
      // A cart of fifty products is filled first.
      test.slow();
      const account = await makeAccount(db);
      const full = await Promise.all(Array.from({ length: 50 }, () => ownProduct(db)));
      await fillCart(
        db,
        account.id,
        full.map(({ id }) => ({ productId: id, quantity: 1 })),
      );
      const { slug } = await ownProduct(db);
      await page.goto(`/products/${slug}`);
      await page.getByRole('button', { name: '장바구니에 담기' }).click();
      await expect(page.getByText('장바구니에 담았어요.')).toBeVisible();
      await signIn(page, account);
      await page.goto('/cart');
      await expect(page.getByText('자리가 없어 1가지는 아직 옮기지 못했어요')).toBeVisible();
      const move = page.getByRole('button', { name: '마저 옮기기' });
      await move.click();
      await expect(page.getByText('한 번에 50가지 상품까지 주문할 수 있어요.')).toBeVisible();
      await page
        .locator(`[data-product="${full[0]?.slug}"]`)
        .getByRole('button', { name: /빼기$/ })
        .last()
        .click();
      await expect(page.getByRole('button', { name: '되돌리기' })).toBeVisible();
      await move.click();
      await expect(page.locator(`[data-product="${slug}"]`)).toBeVisible();
      await expect(page.getByText('1가지를 옮겼어요.')).toBeVisible();
      await expect(move).toHaveCount(0);
    });

    test('more than there is is refused with what can be had', async ({ page, db }) => {
      const { id, slug } = await ownProduct(db, 3);
      await page.goto(`/products/${slug}`);
      await correctStock(db, id, 2);
      await page.getByRole('spinbutton', { name: '수량' }).fill('3');
      await page.getByRole('button', { name: '장바구니에 담기' }).click();
      await expect(page.getByText('2개까지 살 수 있어요.')).toBeVisible();
      await page.goto('/cart');
      await expect(page.getByText('장바구니가 비어 있어요')).toBeVisible();
    });

    test('what changed since stands at its line', async ({ page, db }) => {
      const { id, slug } = await ownProduct(db, 9);
      await page.goto(`/en/products/${slug}`);
      await page.getByRole('spinbutton', { name: 'Quantity' }).fill('4');
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await expect(page.getByText('Added to your cart.')).toBeVisible();
      await db.orm.update(products).set({ price: 12_000 }).where(eq(products.id, id));
      await correctStock(db, id, 2);

      await page.goto('/en/cart');
      const line = page.locator(`[data-product="${slug}"]`);
      await expect(line).toContainText('The price changed from ₩10,000 to ₩12,000.');
      await expect(line).toContainText('You can buy up to 2.');
      await line.getByRole('button', { name: 'Change to 2' }).click();
      await expect(page.locator('[data-total]')).toHaveAttribute('data-total', '24000');
      await expect(line).not.toContainText('The price changed');

      await db.orm.update(products).set({ published: false }).where(eq(products.id, id));
      await page.goto('/en/cart');
      await expect(line).toContainText('We no longer sell this');
    });

    test('what is sold out is not counted, and something else stands in its place', async ({
      page,
      db,
    }) => {
      const [gone, fine] = [await ownProduct(db, 2), await ownProduct(db)];
      await Promise.all([ownProduct(db), ownProduct(db)]);
      const account = await makeAccount(db, { balance: 100_000 });
      await fillCart(db, account.id, [
        { productId: gone.id, quantity: 2 },
        { productId: fine.id, quantity: 3 },
      ]);
      await signIn(page, account);
      await page.goto('/cart');
      await expectFigures(page, { total: 50_000 });
      await correctStock(db, gone.id, 0);
      await page.goto('/cart');
      await expectFigures(page, { total: 30_000 });
      const summary = page.getByRole('region', { name: '주문 요약' });
      await expect(summary).toContainText('지금 살 수 없는 1가지는 합계에 넣지 않았어요.');
      const line = page.locator(`[data-product="${gone.slug}"]`);
      await expect(line).toContainText('지금은 품절이라 합계에 넣지 않았어요.');
      await expect(line).not.toContainText('20,000원');
      await expect(line.getByRole('spinbutton')).toBeDisabled();
      const instead = line.getByRole('list', { name: '대신 이런 상품은 어때요?' });
      await expect(instead.getByRole('link')).toHaveCount(2);
      for (const { slug } of [gone, fine]) {
        await expect(instead.locator(`a[href$="${slug}"]`)).toHaveCount(0);
      }

      // The checkout costs the same, and pays it once the line is taken out: one press.
      await summary.getByRole('link', { name: '주문하기' }).click();
      await expect(page).toHaveURL('/checkout');
      await expectFigures(page, { total: 30_000 });
      const short = page.locator(`[data-short="${gone.id}"]`);
      await expect(short).toContainText('지금은 품절이라 합계에 넣지 않았어요.');
      await short.getByRole('button', { name: '빼기' }).click();
      await expect(short).toHaveCount(0);
      await expect(page.getByRole('button', { name: '30,000원 결제하기' })).toBeVisible();

      // Nothing that can be bought: no way to pay, but a way back.
      await correctStock(db, fine.id, 0);
      await page.goto('/checkout');
      await expect(page.getByRole('button', { name: /결제하기/ })).toHaveCount(0);
      await page.getByRole('button', { name: '장바구니 고치기' }).last().click();
      await expect(page).toHaveURL('/cart');
      await expectFigures(page, { total: 0 });
      await expect(summary).toContainText('담은 상품을 지금은 살 수 없어요.');
      await expect(summary.getByRole('link')).toHaveCount(0);
    });

    test('buying at once goes through the cart to the checkout', async ({ page, db }) => {
      const { slug } = await ownProduct(db);
      await page.goto(`/products/${slug}`);
      await page.getByRole('button', { name: '바로 구매' }).click();
      // A guest signs in first and comes back.
      await expect(page).toHaveURL(/\/sign-in\?next=%2Fcheckout/);
      await page.goto('/cart');
      await expect(page.locator('[data-total]')).toHaveAttribute('data-total', '10000');
    });
  });
}

test('the header counts what is put in', async ({ page, db }) => {
  const { slug } = await ownProduct(db);
  await page.goto(`/products/${slug}`);
  await page.getByRole('spinbutton', { name: '수량' }).fill('3');
  await page.getByRole('button', { name: '장바구니에 담기' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: /장바구니/ })).toContainText('3');
});
