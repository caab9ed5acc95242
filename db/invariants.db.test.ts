import { randomUUID } from 'node:crypto';
import { createDatabase, type Database } from '@/db/client';
import { categories } from '@/db/schema';
import { expect, test } from '@/e2e/support/db-test';
import { expectInvariants } from '@/e2e/support/expect-invariants';
import { openAccount } from '@/lib/domain/accounts/open-account';
import { addToCart } from '@/lib/domain/cart/change-cart';
import { createProduct } from '@/lib/domain/catalog/create-product';
import { createCoupon } from '@/lib/domain/coupons/create-coupon';
import { cancelOrder } from '@/lib/domain/orders/cancel-order';
import { placeOrder } from '@/lib/domain/orders/place-order';
import { topUpWallet } from '@/lib/domain/wallet/top-up-wallet';
import { checkInside } from './check-invariants';
import { INVARIANTS } from './invariants';

const NOW = new Date('2026-03-04T05:06:07.890Z');
const LIMITS = { minWon: 1_000, maxWon: 1_000_000, dayWon: 2_000_000, heldWon: 2_000_000 };
const DELIVERY = { recipient: '김하나', phone: '010-0000-0000', address: '서울' };

/** What goes wrong in the books for each invariant, with what forbids it taken away first. */
const FAULTS: Record<string, string[]> = {
  'wallet-balance-is-sum-of-entries': [
    'update wallets set balance = balance + 1 where user_id = 1',
  ],
  'wallet-entries-unbroken': [
    'update wallet_entries set balance_after = balance_after + 1 where user_id = 1 and seq = 2',
  ],
  'nothing-negative': [
    'alter table products drop constraint products_price_range',
    'update products set price = -1 where id = 2',
  ],
  'stock-is-sum-of-movements': ['update stock set quantity = quantity + 1 where product_id = 1'],
  'order-units-left-stock-and-came-back-once': [
    `update stock_movements set order_id = (select max(id) from orders) + 1
     where id = (select min(id) from stock_movements where kind = 'sale')`,
  ],
  'coupon-uses-counted-within-limits': ['update coupon_usage set used = used + 1'],
  'order-adds-up': [
    'alter table orders drop constraint orders_discount_needs_coupon',
    `update orders set subtotal = subtotal + 1, discount = discount + 1
     where id = (select min(id) from orders where coupon_id is null)`,
  ],
  'order-paid-once-and-refunded-once': [
    `update wallet_entries set kind = 'adjustment', order_id = null, reason = 'lost'
     where kind = 'payment' and user_id = 1`,
  ],
  'one-order-per-key-and-every-key-finished': [
    `update idempotency_keys set result = null where action = 'checkout' and user_id = 1`,
  ],
  'sales-history-is-sum-of-order-lines': [
    'update sales_rollup set units = units + 1 where product_id = 1',
  ],
  'every-product-has-stock-every-user-a-wallet': [
    `insert into users (email, name, created_at) values ('no-wallet@example.com', 'x', now())`,
  ],
};

/** Two shoppers, two products; one order with a coupon, one cancelled, one plain. */
async function smallShop(db: Database): Promise<void> {
  await db.orm.insert(categories).values({ slug: 'tea', nameKo: '차', nameEn: 'Tea', position: 1 });
  const texts = { nameKo: '차', nameEn: 'Tea', descriptionKo: '차', descriptionEn: 'Tea' };
  const common = { ...texts, categorySlug: 'tea', art: 'tea', published: true, price: 7_000 };
  await createProduct(db, { ...common, slug: 'green', openingQuantity: 10 }, null, NOW);
  await createProduct(db, { ...common, slug: 'black', openingQuantity: 5 }, null, NOW);
  const terms = { percent: null, cap: null, minSubtotal: 0, perShopperLimit: 1, totalLimit: 9 };
  const period = { startsAt: new Date(0), endsAt: new Date('2099-01-01'), enabled: true };
  await createCoupon(
    db,
    { ...terms, ...period, code: 'LESS', kind: 'fixed', amount: 1_000 },
    null,
    NOW,
  );
  const buy = async (userId: number, productId: number, couponCode: string | null) => {
    await addToCart(db, { owner: { userId }, productId, quantity: 2 }, NOW);
    const command = { userId, idempotencyKey: randomUUID(), couponCode, confirmedTotal: 14_000 };
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
  await buy(1, 1, null);
  await buy(2, 1, 'LESS');
  const orderId = await buy(2, 2, null);
  await cancelOrder(db, { orderId, actor: { userId: 2, role: 'shopper' } }, NOW);
}

class Undo extends Error {}

test('every invariant has a fault planted', () => {
  expect(Object.keys(FAULTS)).toEqual(INVARIANTS.map(({ name }) => name));
});

test('an empty shop and one with orders break none', async ({ db }) => {
  await expectInvariants(db);
  await smallShop(db);
  await expectInvariants(db);
});

for (const [name, statements] of Object.entries(FAULTS)) {
  test(`a planted fault is caught by ${name} alone`, async ({ db, workerDatabase }) => {
    await smallShop(db);
    const superuser = createDatabase({ url: workerDatabase.url('superuser'), max: 1 });
    const check = superuser.sql.begin(async (tx) => {
      // Past the triggers and the foreign keys; everything is undone afterwards.
      await tx`set local session_replication_role = replica`;
      for (const statement of statements) await tx.unsafe(statement);
      const broken = (await checkInside(tx)).filter(({ brokenCount }) => brokenCount > 0);
      expect(broken.map((result) => result.name)).toEqual([name]);
      expect(broken[0]?.broken.length).toBeGreaterThan(0);
      expect(broken[0]?.checked).toBeGreaterThan(0);
      throw new Undo();
    });
    await expect(check).rejects.toThrow(Undo);
    await superuser.close();
  });
}
