import { count } from 'drizzle-orm';
import { auditLog, pictures, products } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { makeProduct, makeShopper, NOON, succeeded } from '@/e2e/support/sample';
import { createProduct } from './create-product';
import { getPicture } from './get-picture';
import { keepPicture } from './keep-picture';

test('the same picture is kept once, and comes back byte for byte', async ({ db }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  const webp = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256);
  const keep = () => keepPicture(db, webp, admin, NOON);
  const kept = await Promise.all([keep(), keep(), keep()]);
  const hashes = new Set(kept.map((outcome) => succeeded(outcome).hash));
  expect(hashes.size).toBe(1);
  expect(await db.orm.select({ n: count() }).from(pictures)).toEqual([{ n: 1 }]);
  expect(await db.orm.select({ n: count() }).from(auditLog)).toEqual([{ n: 1 }]);
  const [hash = ''] = hashes;
  expect(Buffer.from((await getPicture(db, hash)) ?? []).equals(webp)).toBe(true);
  expect(await getPicture(db, 'f'.repeat(32))).toBeNull();
});

test('a product takes an uploaded picture that is there, and no other', async ({ db }) => {
  const admin = await makeShopper(db, { role: 'admin' });
  await makeProduct(db);
  const [there] = await db.orm.select().from(products);
  if (!there) throw new Error('no product');
  const product = { ...there, openingQuantity: 0 };
  const { hash } = succeeded(await keepPicture(db, Uint8Array.of(1, 2, 3), admin, NOON));
  const create = (slug: string, art: string) => {
    const { categorySlug, nameKo, nameEn, descriptionKo, descriptionEn, price } = product;
    const fields = { categorySlug, nameKo, nameEn, descriptionKo, descriptionEn, price };
    const added = { ...fields, slug, art, published: true, openingQuantity: 0 };
    return createProduct(db, added, admin, NOON);
  };
  expect(await create('with-picture', hash)).toMatchObject({ ok: true });
  expect(await create('without', 'f'.repeat(32))).toEqual({
    ok: false,
    refusal: { code: 'UNKNOWN_PICTURE' },
  });
});
