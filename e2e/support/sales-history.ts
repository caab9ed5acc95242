import type { Database } from '@/db/client';
import { cancelOrder } from '@/lib/domain/orders/cancel-order';
import { fulfilOrder } from '@/lib/domain/orders/fulfil-order';
import { fillCart, makeCoupon, makeProduct, makeShopper, press, succeeded } from './sample';

/** Instants in Korean time. */
export const seoul = (text: string) => new Date(`${text}+09:00`);

/** Orders one product at an instant, by a shopper of its own. */
export async function orderAt(
  db: Database,
  at: string,
  line: { productId: number; quantity: number },
  couponCode: string | null = null,
) {
  const userId = await makeShopper(db, { balance: 1_000_000 });
  await fillCart(db, userId, [line]);
  return succeeded(await press(db, userId, { now: seoul(at), couponCode }));
}

/** Cancels an order at an instant, as an operator would. */
export async function cancelAt(db: Database, orderId: number, at: string) {
  const userId = await makeShopper(db, { role: 'admin' });
  succeeded(await cancelOrder(db, { orderId, actor: { userId, role: 'admin' } }, seoul(at)));
}

/**
 * A history with every awkward case: both sides of midnight, cancels on later days and inside the
 * range of an order outside it, coupons of every kind, a ₩0 order, an order that was sent, and
 * orders after the same time yesterday.
 */
export async function makeSalesHistory(db: Database) {
  const apple = await makeProduct(db, { price: 10_000 });
  const pear = await makeProduct(db, { price: 7_000, nameKo: '배', nameEn: 'Pear' });
  const free = await makeCoupon(db, { percent: 100 });
  const tenth = await makeCoupon(db, { percent: 10 });
  const capped = await makeCoupon(db, { percent: 50, cap: 4_000 });
  const long = { startsAt: seoul('2026-01-01T00:00:00'), endsAt: seoul('2027-01-01T00:00:00') };
  const always = await makeCoupon(db, { kind: 'fixed', amount: 3_000, ...long });

  const old = await orderAt(db, '2026-11-10T12:00:00', { productId: apple, quantity: 5 });
  await orderAt(db, '2026-11-16T09:00:00', { productId: apple, quantity: 2 }, always.code);
  await orderAt(db, '2026-11-16T23:59:59.999', { productId: pear, quantity: 1 });
  await orderAt(db, '2026-11-17T00:00:00', { productId: pear, quantity: 2 });
  await orderAt(db, '2026-11-21T23:59:00', { productId: apple, quantity: 1 });
  const late = await orderAt(db, '2026-11-22T00:01:00', { productId: apple, quantity: 3 });
  await orderAt(db, '2026-11-22T15:30:00', { productId: pear, quantity: 4 });
  await orderAt(db, '2026-11-22T15:31:00', { productId: pear, quantity: 6 });
  const sent = await orderAt(
    db,
    '2026-11-22T23:59:00',
    { productId: apple, quantity: 1 },
    tenth.code,
  );
  await orderAt(db, '2026-11-23T00:01:00', { productId: apple, quantity: 2 }, tenth.code);
  await orderAt(db, '2026-11-23T14:00:00', { productId: pear, quantity: 3 }, capped.code);
  await orderAt(db, '2026-11-23T15:00:00', { productId: pear, quantity: 1 }, free.code);
  const taken = await orderAt(db, '2026-11-23T15:05:00', { productId: apple, quantity: 9 });
  await cancelAt(db, old.orderId, '2026-11-22T10:00:00');
  await cancelAt(db, late.orderId, '2026-11-23T00:00:00');
  await cancelAt(db, taken.orderId, '2026-11-23T15:10:00');
  const adminId = await makeShopper(db, { role: 'admin' });
  const fulfilment = { orderId: sent.orderId, actorUserId: adminId };
  succeeded(await fulfilOrder(db, fulfilment, seoul('2026-11-23T09:00:00')));
  return { apple, pear, tenth, always };
}
