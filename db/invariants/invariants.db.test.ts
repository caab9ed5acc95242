import { randomUUID } from 'node:crypto';
import { createDatabase, type Database } from '@/db/client';
import { categories } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { expectInvariants } from '@/e2e/support/expect-invariants';
import { openAccount } from '@/lib/domain/accounts/open-account';
import { addToCart } from '@/lib/domain/cart/change-cart';
import { createProduct } from '@/lib/domain/catalog/create-product';
import { claimCoupon } from '@/lib/domain/coupons/claim-coupon';
import { createCoupon } from '@/lib/domain/coupons/create-coupon';
import { cancelOrder } from '@/lib/domain/orders/cancel-order';
import { placeOrder } from '@/lib/domain/orders/place-order';
import { topUpWallet } from '@/lib/domain/wallet/top-up-wallet';
import { checkInside } from '../check-invariants';
import { INVARIANTS } from '.';
import { PLANTED_FAULTS } from './planted-faults';

const NOW = new Date('2026-03-04T05:06:07.890Z');
const LIMITS = { minWon: 1_000, maxWon: 1_000_000, dayWon: 2_000_000, heldWon: 2_000_000 };
const DELIVERY = { recipient: '김하나', phone: '010-0000-0000', address: '서울' };

/** The shop that `planted-faults.ts` describes. */
async function smallShop(db: Database): Promise<void> {
  await db.orm.insert(categories).values({ slug: 'tea', nameKo: '차', nameEn: 'Tea', position: 1 });
  const texts = { nameKo: '차', nameEn: 'Tea', descriptionKo: '차', descriptionEn: 'Tea' };
  const common = { ...texts, categorySlug: 'tea', art: 'tea', published: true, price: 7_000 };
  await createProduct(db, { ...common, slug: 'green', openingQuantity: 10 }, null, NOW);
  await createProduct(db, { ...common, slug: 'black', openingQuantity: 5 }, null, NOW);
  const limits = { perShopperLimit: 1, totalLimit: 9, claimLimit: null };
  const terms = { ...limits, percent: null, cap: null, minSubtotal: 0 };
  const period = { startsAt: new Date(0), endsAt: new Date('2099-01-01'), enabled: true };
  const less = { ...terms, ...period, kind: 'fixed', amount: 1_000 } as const;
  await createCoupon(db, { ...less, code: 'LESS' }, null, NOW);
  await createCoupon(db, { ...less, code: 'CLAIM', claimLimit: 2 }, null, NOW);
  const buy = async (userId: number, productId: number, couponCode: string | null) => {
    await addToCart(db, { owner: { userId }, productId, quantity: 2 }, NOW);
    const confirmed = { confirmedTotal: 14_000, confirmedSubtotal: null };
    const command = { userId, idempotencyKey: randomUUID(), couponCode, ...confirmed };
    const placed = await placeOrder(db, { ...command, delivery: DELIVERY }, NOW);
    if (!placed.ok) throw new Error(placed.refusal.code);
    return placed.value.orderId;
  };
  for (const userId of [1, 2]) {
    const email = `shopper-${userId}@example.com`;
    await openAccount(db, { email, name: '하나', passwordHash: null, role: 'shopper' }, NOW);
    const command = { userId, amount: 100_000, idempotencyKey: randomUUID() };
    await topUpWallet(db, command, LIMITS, NOW);
  }
  await claimCoupon(db, { couponId: 2, userId: 1 }, NOW);
  await buy(1, 1, null);
  await buy(2, 1, 'LESS');
  const orderId = await buy(2, 2, null);
  await cancelOrder(db, { orderId, actor: { userId: 2, role: 'shopper' } }, NOW);
  await addToCart(db, { owner: { userId: 2 }, productId: 1, quantity: 1 }, NOW);
}

class Undo extends Error {}

/** Takes away every CHECK, and every unique index that is no primary key and that no foreign key needs. */
const DROP_RULES = `
  do $$ declare statement text; begin
    for statement in
      select format('alter table %s drop constraint %I', conrelid::regclass, conname)
      from pg_constraint where contype in ('c', 'u') and connamespace = 'public'::regnamespace
      union all
      select format('drop index %s', indexrelid::regclass)
      from pg_index join pg_class on pg_class.oid = indexrelid
      where indisunique and not indisprimary and relnamespace = 'public'::regnamespace
        and not exists (select from pg_constraint where conindid = indexrelid)
    loop execute statement; end loop;
  end $$`;

test('every fault that an invariant knows is planted', () => {
  const known = INVARIANTS.flatMap(({ name, faults }) =>
    Object.keys(faults).map((fault) => `${name}: ${fault}`),
  );
  const planted = PLANTED_FAULTS.map(({ invariant, fault }) => `${invariant}: ${fault}`);
  expect([...new Set(planted)].sort()).toEqual(known.sort());
});

test('an empty shop and one with orders break none', async ({ db }) => {
  await expectInvariants(db);
  await smallShop(db);
  await expectInvariants(db);
});

for (const { invariant, fault, plant, row, also = [] } of PLANTED_FAULTS) {
  test(`${invariant} names the row: ${fault} (${JSON.stringify(row)})`, async ({
    db,
    workerDatabase,
  }) => {
    await smallShop(db);
    const superuser = createDatabase({ url: workerDatabase.url('superuser'), max: 1 });
    const check = superuser.sql.begin(async (tx) => {
      // Past triggers, foreign keys and checks; everything is undone afterwards.
      await tx`set local session_replication_role = replica`;
      await tx.unsafe(DROP_RULES);
      for (const statement of plant) await tx.unsafe(statement);
      const broken = (await checkInside(tx)).filter(({ brokenCount }) => brokenCount > 0);
      expect(broken.map((result) => result.name)).toEqual(
        INVARIANTS.map(({ name }) => name).filter((name) => [invariant, ...also].includes(name)),
      );
      const caught = broken.find(({ name }) => name === invariant);
      expect(caught?.broken).toContainEqual(expect.objectContaining({ fault, ...row }));
      expect(caught?.checked).toBeGreaterThan(0);
      throw new Undo();
    });
    await expect(check).rejects.toThrow(Undo);
    await superuser.close();
  });
}
