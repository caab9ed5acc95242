import 'server-only';
import { eq, inArray } from 'drizzle-orm';
import { database } from '@/db';
import { carts, products } from '@/db/schema';
import type { CheckoutDraft } from '@/lib/checkout-draft';
import { getKeyResult } from '@/lib/domain/idempotency/get-key-result';
import { quoteOrder } from '@/lib/domain/orders/quote-order';
import type { Locale } from '@/lib/i18n/locales';
import type { CheckoutView } from '@/lib/views/checkout';
import { planTopUp } from '@/lib/views/top-up-plan';
import { couponView, listOwnCoupons } from './coupons';
import { rememberedDelivery } from './remembered-delivery';
import { getTopUpRoom } from './top-up-room';

/**
 * Everything the checkout shows for one shopper: the cart priced now with the coupon of the draft,
 * and the delivery as typed, or as remembered (spec.md: Delivery).
 *
 * @returns `unknownUser`, or `empty` with the order that the cart became, if it was just ordered
 */
export async function getCheckout(
  userId: number,
  draft: CheckoutDraft | null,
  locale: Locale,
  now: Date,
): Promise<
  | { kind: 'ready'; view: CheckoutView }
  | { kind: 'empty'; lastOrderId: number | null }
  | { kind: 'unknownUser' }
> {
  const couponCode = draft?.lookUpCode ?? null;
  const outcome = await quoteOrder(database(), { userId, couponCode }, now);
  if (!outcome.ok) return { kind: 'unknownUser' };
  const quote = outcome.value;
  if (quote.lines.length + quote.leftOut.length === 0) {
    return { kind: 'empty', lastOrderId: await lastOrderOf(userId) };
  }
  const { gap, balance } = quote;
  const [idempotencyKey, art, delivery, ownCoupons, topUp] = await Promise.all([
    formKey(userId, draft),
    artOf(quote.lines.map(({ productId }) => productId)),
    draft ?? rememberedDelivery(userId),
    listOwnCoupons(userId, quote.subtotal, now),
    gap > 0 ? planTopUp(gap, balance, await getTopUpRoom(userId, balance, now)) : null,
  ]);
  const name = (line: { nameKo: string; nameEn: string }) =>
    locale === 'ko' ? line.nameKo : line.nameEn;
  const view: CheckoutView = {
    idempotencyKey,
    lines: quote.lines.map((line) => ({
      productId: line.productId,
      name: name(line),
      art: art.get(line.productId)?.art ?? '',
      category: art.get(line.productId)?.category ?? '',
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      amount: line.unitPrice * line.quantity,
    })),
    leftOut: quote.leftOut.map((line) => ({
      productId: line.productId,
      name: name(line),
      quantity: line.quantity,
      unitPrice: line.unitPrice,
    })),
    subtotal: quote.subtotal,
    discount: quote.discount,
    total: quote.total,
    balance,
    gap,
    topUp,
    coupon: quote.coupon && couponView(couponCode ?? '', quote.coupon, quote.couponTerms),
    ownCoupons,
    short: quote.short.map(({ productId, wanted, left, ...names }) => ({
      productId,
      name: name(names),
      wanted,
      left,
    })),
    unavailable: quote.leftOut
      .filter(({ productId }) => quote.unavailableProductIds.includes(productId))
      .map((line) => ({ productId: line.productId, name: name(line) })),
    delivery: {
      recipient: delivery.recipient,
      phone: delivery.phone,
      address: delivery.address,
    },
    couponCode: draft?.couponCode ?? '',
    acceptsFullPrice: draft?.acceptsFullPrice ?? false,
  };
  return { kind: 'ready', view };
}

/** A key that has bought an order would show that order again instead of buying what the cart holds now. */
async function formKey(userId: number, draft: CheckoutDraft | null): Promise<string> {
  const key = draft?.idempotencyKey;
  const used = key && (await getKeyResult(database(), { userId, action: 'checkout', key }));
  return key && !used ? key : crypto.randomUUID();
}

async function lastOrderOf(userId: number): Promise<number | null> {
  const [cart] = await database()
    .orm.select({ lastOrderId: carts.lastOrderId })
    .from(carts)
    .where(eq(carts.userId, userId));
  return cart?.lastOrderId ?? null;
}

async function artOf(productIds: number[]) {
  const rows = await database()
    .orm.select({ id: products.id, art: products.art, category: products.categorySlug })
    .from(products)
    .where(inArray(products.id, productIds));
  return new Map(rows.map((row) => [row.id, row]));
}
