'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { database } from '@/db';
import { cartOwnerForChange } from '@/lib/auth/guest-cart';
import { takeGuestCartOver } from '@/lib/auth/guest-token';
import { addToCart, setCartQuantity } from '@/lib/domain/cart/change-cart';
import { MOST_PRODUCTS_PER_ORDER } from '@/lib/domain/orders/rules';
import { isUnsettled } from '@/lib/domain/result';
import { redirect } from '@/lib/i18n/redirect';
import { defineAction, type Texts } from './define-action';
import { rowNumber } from './row-number';

/** Digits alone; the domain says what is too many. */
const units = (t: Texts, shape: RegExp) =>
  z.string().regex(shape, t('cart.quantityInvalid')).transform(Number);

/**
 * Puts units of a product into the visitor's cart, a guest's too (spec.md: Cart).
 * With `next=checkout` it goes on to the checkout instead of answering.
 */
export const addProductToCart = defineAction({
  name: 'cart.add',
  role: 'guest',
  schema: (t) =>
    z.strictObject({
      productId: rowNumber,
      quantity: units(t, /^[1-9]\d{0,8}$/),
      next: z.enum(['cart', 'checkout']).optional(),
    }),
  async run({ input: { productId, quantity, next }, locale, t, now }) {
    const owner = await cartOwnerForChange();
    if ('waitSeconds' in owner) return { ok: false, refusal: { code: 'TOO_MANY_TRIES', ...owner } };
    const outcome = await addToCart(database(), { owner, productId, quantity }, now);
    if (!outcome.ok) return outcome;
    if (next === 'checkout') redirect(locale, '/checkout');
    const held = outcome.value.quantity;
    const message =
      held === quantity
        ? t('catalog.product.added')
        : t('catalog.product.addedAgain', { quantity: held });
    return { ok: true, data: { quantity: held }, message };
  },
});

/**
 * Sets a line of the visitor's cart to a quantity; 0 takes it out. `was` comes back: the units that
 * undoing that would put in again, 0 where none can be had.
 */
export const changeCartLine = defineAction({
  name: 'cart.change',
  role: 'guest',
  schema: (t) =>
    z.strictObject({
      productId: rowNumber,
      quantity: units(t, /^(?:0|[1-9]\d{0,8})$/),
      was: units(t, /^(?:0|[1-9]\d?)$/).optional(),
    }),
  async run({ input: { productId, quantity, was }, t, now }) {
    const owner = await cartOwnerForChange();
    if ('waitSeconds' in owner) return { ok: false, refusal: { code: 'TOO_MANY_TRIES', ...owner } };
    const outcome = await setCartQuantity(database(), { owner, productId, quantity }, now);
    // Refused or not, the page shows what the cart holds now. Without the database it would fail.
    if (outcome.ok || !isUnsettled(outcome.refusal)) refresh();
    if (!outcome.ok) return outcome;
    const removed = quantity === 0 ? { productId, was: was ?? 1 } : null;
    return { ok: true, data: { removed }, message: t(removed ? 'cart.removed' : 'cart.changed') };
  },
});

/** Moves what was put in before signing in, and found no room then, into the shopper's cart. */
export const moveLeftBehind = defineAction({
  name: 'cart.move',
  role: 'shopper',
  schema: () => z.strictObject({}),
  async run({ user, t, now }) {
    const moved = await takeGuestCartOver(user.id, now);
    refresh();
    if (moved === 0) {
      return { ok: false, refusal: { code: 'TOO_MANY_PRODUCTS', most: MOST_PRODUCTS_PER_ORDER } };
    }
    return { ok: true, data: null, message: t('cart.leftBehind.moved', { count: moved }) };
  },
});
