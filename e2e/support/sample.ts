/**
 * Rows for tests, made through the domain, so that every invariant holds from the start. Each call
 * makes rows of its own: tests that share a database do not meet.
 */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import type { Database } from '@/db/client';
import { categories, stock } from '@/db/schema';
import { openAccount } from '@/lib/domain/accounts/open-account';
import { addToCart } from '@/lib/domain/cart/change-cart';
import { changeStock } from '@/lib/domain/catalog/change-stock';
import { createProduct, type NewProduct } from '@/lib/domain/catalog/create-product';
import { claimCoupon } from '@/lib/domain/coupons/claim-coupon';
import { createCoupon, type NewCoupon } from '@/lib/domain/coupons/create-coupon';
import { claimKey, finishKey } from '@/lib/domain/idempotency/store';
import { type PlaceOrderOutcome, placeOrder } from '@/lib/domain/orders/place-order';
import type { OrderCommand } from '@/lib/domain/orders/rules';
import type { Outcome } from '@/lib/domain/result';
import type { Transaction } from '@/lib/domain/transaction';
import { appendEntry, lockWallet } from '@/lib/domain/wallet/store';
import { topUpWallet } from '@/lib/domain/wallet/top-up-wallet';

/** A Monday noon in Seoul. */
export const NOON = new Date('2026-11-23T03:00:00.000Z');

export const DELIVERY = {
  recipient: '김장터',
  phone: '010-1234-5678',
  address: '서울특별시 종로구 세종대로 1',
};

export const GENEROUS_LIMITS = {
  minWon: 1,
  maxWon: 1_000_000_000_000,
  dayWon: 1_000_000_000_000,
  heldWon: 1_000_000_000_000,
};

/** The value of an outcome that must be fine. */
export function succeeded<Value>(outcome: Outcome<Value, { code: string }>): Value {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** A shopper with `balance` won. */
export async function makeShopper(
  db: Database,
  { balance = 0, role = 'shopper' }: { balance?: number; role?: 'shopper' | 'admin' } = {},
): Promise<number> {
  const email = `${randomUUID()}@example.com`;
  const account = { email, name: '홍길동', passwordHash: null, role };
  const { userId } = succeeded(await openAccount(db, account, NOON));
  if (balance > 0) await fillWallet(db, userId, balance);
  return userId;
}

/** Puts won into a wallet, past the shop's limits. */
export async function fillWallet(db: Database, userId: number, amount: number): Promise<void> {
  const topUp = { userId, amount, idempotencyKey: randomUUID() };
  // However long a crowd of them takes: they are nobody's press.
  const since = Number.POSITIVE_INFINITY;
  succeeded(await topUpWallet(db, topUp, GENEROUS_LIMITS, NOON, since));
}

/** What an adjustment writes, for a transaction that a test keeps open. Its operator is the shopper. */
export async function adjustInside(
  tx: Transaction,
  { userId, amount }: { userId: number; amount: number },
  createdAt: Date,
): Promise<void> {
  const key = { userId, action: 'adjustment', key: randomUUID(), requestHash: '' } as const;
  await claimKey(tx, key, createdAt);
  const wallet = await lockWallet(tx, userId);
  if (!wallet) throw new Error('no wallet');
  const entry = { kind: 'adjustment', amount, reason: '사과의 뜻' } as const;
  const written = await appendEntry(tx, wallet, { ...entry, actorUserId: userId, createdAt });
  const { seq: entrySeq, balanceAfter } = written;
  await finishKey(tx, key, { customerId: userId, amount, balanceAfter, entrySeq });
}

/** A product, by default ₩10,000 with 100 units. */
export async function makeProduct(
  db: Database,
  { quantity = 100, ...fields }: Partial<NewProduct> & { quantity?: number } = {},
): Promise<number> {
  await db.orm
    .insert(categories)
    .values({ slug: 'test', nameKo: '시험', nameEn: 'Test', position: 99 })
    .onConflictDoNothing();
  const slug = `product-${randomUUID()}`;
  const product: NewProduct = {
    slug,
    categorySlug: 'test',
    nameKo: '사과',
    nameEn: 'Apple',
    descriptionKo: '아삭한 사과예요.',
    descriptionEn: 'A crisp apple.',
    price: 10_000,
    art: 'apple',
    published: true,
    openingQuantity: quantity,
    ...fields,
  };
  return succeeded(await createProduct(db, product, null, NOON)).productId;
}

/** Takes a product's stock row away past every trigger and foreign key: what the shop never can. */
export async function loseStock(superuserUrl: string, productId: number): Promise<void> {
  const sql = postgres(superuserUrl, {
    max: 1,
    connection: { session_replication_role: 'replica' },
  });
  const { count } = await sql`delete from stock where product_id = ${productId}`;
  await sql.end();
  if (count !== 1) throw new Error(`product ${productId} had no stock row`);
}

/** Brings a product to `quantity` units by a correction, as an operator would. */
export async function correctStock(
  db: Database,
  productId: number,
  quantity: number,
): Promise<void> {
  const [row] = await db.orm.select().from(stock).where(eq(stock.productId, productId));
  const correction = {
    productId,
    kind: 'correction',
    delta: quantity - (row?.quantity ?? 0),
    reason: '세어 보니 달랐어요',
    actorUserId: await makeShopper(db, { role: 'admin' }),
    idempotencyKey: randomUUID(),
  } as const;
  succeeded(await changeStock(db, correction, new Date()));
}

/** A coupon that is usable at `NOON`, by default 10 % off. */
export async function makeCoupon(db: Database, terms: Partial<NewCoupon> = {}) {
  const coupon: NewCoupon = {
    code: randomUUID().slice(0, 8).toUpperCase(),
    kind: 'percent',
    percent: terms.kind === 'fixed' ? null : 10,
    amount: null,
    cap: null,
    minSubtotal: 0,
    perShopperLimit: null,
    startsAt: new Date(NOON.getTime() - 86_400_000),
    endsAt: new Date(NOON.getTime() + 86_400_000),
    enabled: true,
    totalLimit: null,
    claimLimit: null,
    ...terms,
  };
  const { couponId } = succeeded(await createCoupon(db, coupon, null, NOON));
  return { couponId, code: coupon.code };
}

/** Claims a coupon, by default now. */
export async function takeCoupon(
  db: Database,
  couponId: number,
  userId: number,
  now = new Date(),
): Promise<void> {
  succeeded(await claimCoupon(db, { couponId, userId }, now));
}

/** Puts units into a shopper's cart. */
export async function fillCart(
  db: Database,
  userId: number,
  lines: { productId: number; quantity: number }[],
): Promise<void> {
  for (const line of lines) succeeded(await addToCart(db, { owner: { userId }, ...line }, NOON));
}

/** Presses the pay button of a shopper whose page showed a total above any in the tests. */
export function press(
  db: Database,
  userId: number,
  { now = NOON, since, ...command }: Partial<OrderCommand> & { now?: Date; since?: number } = {},
): Promise<PlaceOrderOutcome> {
  return placeOrder(
    db,
    {
      userId,
      idempotencyKey: randomUUID(),
      couponCode: null,
      confirmedTotal: 1_000_000_000,
      confirmedSubtotal: null,
      delivery: DELIVERY,
      ...command,
    },
    now,
    [],
    since,
  );
}
