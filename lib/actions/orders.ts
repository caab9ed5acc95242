'use server';

import { z } from 'zod';
import { database } from '@/db';
import { type RefilledShort, refillCart } from '@/lib/domain/cart/refill-cart';
import { cancelOrder } from '@/lib/domain/orders/cancel-order';
import { MOST_PRODUCTS_PER_ORDER } from '@/lib/domain/orders/rules';
import { isolate } from '@/lib/format/isolate';
import type { Locale } from '@/lib/i18n/locales';
import { redirect } from '@/lib/i18n/redirect';
import { defineAction, type Texts } from './define-action';
import { rowNumber } from './row-number';

/**
 * Cancels an own order (spec.md: Cancel). Also for an admin it is only an own one here; others are
 * cancelled in the back office.
 */
export const cancelOwnOrder = defineAction({
  name: 'orders.cancel',
  role: 'shopper',
  schema: () => z.strictObject({ orderId: rowNumber }),
  async run({ input: { orderId }, user, locale, now, since }) {
    const actor = { userId: user.id, role: 'shopper' } as const;
    const outcome = await cancelOrder(database(), { orderId, actor }, now, since);
    if (!outcome.ok) return outcome;
    return redirect(locale, `/orders/${orderId}?cancelled=${outcome.replayed ? 'again' : '1'}`);
  },
});

/**
 * Puts what can still be bought of an own order into the cart, and says of the rest why not. It stays
 * on the receipt, where that can be read; the cart is a link away.
 */
export const orderAgain = defineAction({
  name: 'orders.again',
  role: 'shopper',
  schema: () => z.strictObject({ orderId: rowNumber }),
  async run({ input: { orderId }, user, locale, t, now }) {
    const outcome = await refillCart(database(), { userId: user.id, orderId }, now);
    if (!outcome.ok) return outcome;
    const { products, short } = outcome.value;
    const message =
      products > 0 ? t('orders.again.done', { count: products }) : t('orders.again.nothing');
    return { ok: true, data: { short: short.map((line) => sentence(line, locale, t)) }, message };
  },
});

function sentence({ nameKo, nameEn, why, wanted, got }: RefilledShort, locale: Locale, t: Texts) {
  const name = isolate(locale === 'ko' ? nameKo : nameEn);
  return t(`orders.again.${why}`, { name, wanted, got, most: MOST_PRODUCTS_PER_ORDER });
}
