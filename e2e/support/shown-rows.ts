/** What the tests that look at all pages have them show. */

import { randomUUID } from 'node:crypto';
import type { Database } from '@/db/client';
import { createStockImport } from '@/lib/domain/catalog/create-stock-import';
import { cancelOrder } from '@/lib/domain/orders/cancel-order';
import { asOfText } from '@/lib/views/as-of';
import { correctStock, fillCart, press, succeeded } from './sample';
import { type Account, addMoney, makeAccount, ownCoupon, ownProduct } from './shopping';

const DAY_MS = 86_400_000;

/** Rows of its own that the pages show, and who may see them. */
export interface ShownRows {
  shopper: Account;
  admin: Account;
  /** Whose wallet and stock fall short of what stands in the cart; one line is sold out. */
  short: Account;
  /** In the shopper's cart and in the order. */
  product: { id: number; slug: string };
  orderId: number;
  cancelledId: number;
  couponId: number;
  /** Of that coupon. */
  code: string;
  importId: number;
  soldOut: { slug: string };
  /** A day ago, as `?asOf=` names it. */
  earlier: string;
}

/** Makes what the pages show: an order, a filled cart, a coupon, an uploaded table of stock. */
export async function makeShownRows(db: Database): Promise<ShownRows> {
  const now = new Date();
  const shopper = await makeAccount(db, { balance: 100_000 });
  const admin = await makeAccount(db, { role: 'admin' });
  const product = await ownProduct(db);
  const { couponId, code } = await ownCoupon(db);
  await fillCart(db, shopper.id, [{ productId: product.id, quantity: 2 }]);
  const { orderId } = succeeded(await press(db, shopper.id, { now, couponCode: code }));
  await fillCart(db, shopper.id, [{ productId: product.id, quantity: 1 }]);
  const { orderId: cancelledId } = succeeded(await press(db, shopper.id, { now }));
  succeeded(
    await cancelOrder(
      db,
      { orderId: cancelledId, actor: { userId: shopper.id, role: 'shopper' } },
      now,
    ),
  );
  // One for each language.
  for (const claimLimit of [10, 10]) await ownCoupon(db, { claimLimit });
  await fillCart(db, shopper.id, [{ productId: product.id, quantity: 1 }]);
  await addMoney(db, shopper.id, 1_000);
  const lines = [{ line: 2, product: product.slug, delta: '5', reason: '새로 들어왔어요' }];
  const upload = { uploadKey: randomUUID(), lines };
  const { importId } = succeeded(await createStockImport(db, upload, admin.id, now));
  const short = await makeAccount(db, { balance: 1_000 });
  const scarce = await ownProduct(db, { price: 10_000, quantity: 2 });
  const soldOut = await ownProduct(db, { quantity: 1 });
  await fillCart(db, short.id, [
    { productId: scarce.id, quantity: 2 },
    { productId: soldOut.id, quantity: 1 },
  ]);
  await correctStock(db, scarce.id, 1);
  await correctStock(db, soldOut.id, 0);
  const earlier = asOfText(new Date(now.getTime() - DAY_MS));
  return {
    ...{ shopper, admin, short, product, orderId, cancelledId, couponId, code, importId, soldOut },
    earlier,
  };
}
