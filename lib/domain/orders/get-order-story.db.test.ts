import { type Database, inSnapshot } from '@/db/client';
import { expect, test } from '@/e2e/support/db-test';
import {
  fillCart,
  fillWallet,
  makeCoupon,
  makeProduct,
  makeShopper,
  NOON,
  press,
  succeeded,
} from '@/e2e/support/sample';
import { cancelOrder } from './cancel-order';
import { fulfilOrder } from './fulfil-order';
import { getOrderStory } from './get-order-story';

const readStory = (db: Database, orderId: number) =>
  inSnapshot(db, (tx) => getOrderStory(tx, orderId));

const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000);

test('a story has the presses before the order, what it moved, and what became of it', async ({
  db,
}) => {
  const userId = await makeShopper(db, { balance: 1_000 });
  const operator = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db, { price: 10_000, quantity: 5 });
  const { couponId, code } = await makeCoupon(db);
  await fillCart(db, userId, [{ productId, quantity: 2 }]);
  expect((await press(db, userId, { now: NOON })).ok).toBe(false);
  await fillWallet(db, userId, 50_000);
  const { orderId } = succeeded(
    await press(db, userId, { now: minutes(1), couponCode: code, confirmedTotal: 19_000 }),
  );
  const actor = { userId: operator, role: 'admin' } as const;
  succeeded(await cancelOrder(db, { orderId, actor }, minutes(2)));

  const story = await readStory(db, orderId);
  expect(story.map(({ kind, at }) => [kind, at])).toEqual([
    ['attempt', NOON],
    ['placed', minutes(1)],
    ['coupon', minutes(1)],
    ['payment', minutes(1)],
    ['sale', minutes(1)],
    ['cancelled', minutes(2)],
    ['refund', minutes(2)],
    ['return', minutes(2)],
    ['couponBack', minutes(2)],
  ]);
  expect(story).toMatchObject([
    {
      reason: 'INSUFFICIENT_BALANCE',
      total: 20_000,
      lines: [{ nameKo: '사과', nameEn: 'Apple', quantity: 2 }],
    },
    { accepted: 19_000, total: 18_000 },
    { couponId, code, discount: 2_000 },
    { userId, seq: 3, amount: -18_000, balanceAfter: 33_000 },
    { productId, delta: -2, quantityAfter: 3 },
    { by: '홍길동', auditId: expect.any(Number) },
    { userId, seq: 4, amount: 18_000, balanceAfter: 51_000 },
    { productId, delta: 2, quantityAfter: 5 },
    { couponId, code },
  ]);
});

test('presses of another cart, of yesterday and of others are no part of a story', async ({
  db,
}) => {
  const [userId, other] = [await makeShopper(db), await makeShopper(db)];
  const operator = await makeShopper(db, { role: 'admin' });
  const productId = await makeProduct(db);
  const dayAfter = minutes(24 * 60);
  await fillCart(db, userId, [{ productId, quantity: 1 }]);
  await fillCart(db, other, [{ productId, quantity: 1 }]);
  await press(db, userId, { now: NOON });
  await press(db, other, { now: dayAfter });
  await fillWallet(db, userId, 20_000);
  const first = succeeded(await press(db, userId, { now: dayAfter })).orderId;
  await fillCart(db, userId, [{ productId, quantity: 3 }]);
  expect((await press(db, userId, { now: minutes(24 * 60 + 1) })).ok).toBe(false);
  const kinds = async (orderId: number) => (await readStory(db, orderId)).map(({ kind }) => kind);
  expect(await kinds(first)).toEqual(['placed', 'payment', 'sale']);
  succeeded(await fulfilOrder(db, { orderId: first, actorUserId: operator }, dayAfter));
  expect(await kinds(first)).toEqual(['placed', 'payment', 'sale', 'fulfilled']);
  expect(await readStory(db, 999_999)).toEqual([]);
});
