'use server';

import { z } from 'zod';
import { database } from '@/db';
import { clientAddress } from '@/lib/auth/client-address';
import { type CodePurpose, waitForCode } from '@/lib/auth/coupon-limits';
import { getEndedUserId } from '@/lib/auth/session';
import { dropCheckoutDraft, keepCheckoutDraft, readCheckoutDraft } from '@/lib/checkout-draft';
import { LONGEST_CODE } from '@/lib/checkout-limits';
import { setCartQuantity } from '@/lib/domain/cart/change-cart';
import { getCouponExists } from '@/lib/domain/coupons/get-coupon';
import { normaliseCouponCode } from '@/lib/domain/coupons/rules';
import { getKeyResult } from '@/lib/domain/idempotency/get-key-result';
import { placeOrder } from '@/lib/domain/orders/place-order';
import { quoteOrder } from '@/lib/domain/orders/quote-order';
import { isUnsettled } from '@/lib/domain/result';
import type { Locale } from '@/lib/i18n/locales';
import { redirect } from '@/lib/i18n/redirect';
import { rememberLanguage } from '@/lib/i18n/remember-language';
import { readShownCart, shownUnits } from '@/lib/views/shown-cart';
import { defineAction, type Texts } from './define-action';
import { deliverySchema } from './delivery-fields';
import { fieldErrorsOf, fieldMessages } from './field-errors';

/** Won as a page writes it into a field. */
const shownWon = (t: Texts) =>
  z
    .string({ error: t('checkout.stale') })
    .regex(/^\d{1,15}$/, t('checkout.stale'))
    .transform(Number);

/**
 * Where the buttons lead that stand in for links (`components/checkout/way-out.tsx`): a fixed path each,
 * never one that a form sends.
 */
const WAYS_OUT: Partial<Record<string, { path: string; language?: Locale }>> = {
  home: { path: '/' },
  cart: { path: '/cart' },
  coupons: { path: '/coupons' },
  'language:ko': { path: '/checkout', language: 'ko' },
  'language:en': { path: '/checkout', language: 'en' },
};

/**
 * The buttons of the form. `fit:12:3` sets the cart's line of product 12 to 3 units, `use:CODE` puts a
 * coupon into the field and tries it, `use:` none.
 */
const INTENT =
  /^(?:pay|apply|top-up|home|cart|coupons|language:(?:ko|en)|fit:\d{1,15}:\d{1,2}|use:.{0,100})$/u;

/**
 * The checkout form with all its buttons: pay, try a coupon, pick one, go and top up, set a short line to what
 * is left, and every way out. Whatever is pressed, everything typed is kept, signed in or not.
 *
 * Codes that do not exist are limited (`lib/auth/coupon-limits.ts`): a code that has to wait is looked
 * up by no button and by no drawing of the page. Paying with it asks, without a charge, to wait or to
 * clear it: charging the full price for a code that may be good would cost the shopper its discount,
 * and honouring only good ones would give them away. A code whose try cannot be counted is not looked
 * up either: whoever keeps the database busy would guess without an end. Paying without a code, or with
 * one that was answered before, never waits.
 */
export const checkOut = defineAction({
  name: 'checkout',
  // A session that ended meanwhile must not cost what was typed: `run` sends such a guest on.
  role: 'guest',
  schema: (t) =>
    z.strictObject({
      intent: z.string().regex(INTENT).default('pay'),
      recipient: z.string().default(''),
      phone: z.string().default(''),
      address: z.string().default(''),
      couponCode: z.string().max(LONGEST_CODE).default(''),
      confirmedTotal: shownWon(t),
      // The tick beside the coupon: sent when ticked, with the subtotal that the page showed.
      confirmedSubtotal: shownWon(t).optional(),
      // What the page showed, line by line: nothing else is bought unasked, the next page tells what
      // changed, and checkout whom this order waits with.
      shown: z.string().optional(),
      idempotencyKey: z.uuid(t('checkout.stale')),
    }),
  async run({ input, user, locale, t, now, since }) {
    const { intent, confirmedTotal, confirmedSubtotal = null, ...rest } = input;
    const { shown, idempotencyKey, ...fields } = rest;
    const picked = intent.startsWith('use:') ? intent.slice('use:'.length) : null;
    const typed = { ...fields, couponCode: picked ?? fields.couponCode };
    const couponCode = normaliseCouponCode(typed.couponCode) || null;
    const purpose = intent === 'pay' ? 'pay' : 'apply';
    const waitSeconds = await waitToLookUp(couponCode, user?.id ?? null, purpose);
    const lookUpCode = waitSeconds === 0 ? couponCode : null;
    const acceptsFullPrice = confirmedSubtotal !== null;
    const draft = { ...typed, lookUpCode, acceptsFullPrice, idempotencyKey };
    const keepDraft = async () => keepCheckoutDraft(user?.id ?? (await getEndedUserId()), draft);
    const wayOut = WAYS_OUT[intent];
    if (wayOut) {
      const { path, language = locale } = wayOut;
      await keepDraft();
      if (language !== locale) await rememberLanguage(language);
      return redirect(language, path);
    }
    if (!user) {
      await keepDraft();
      return redirect(locale, `/sign-in?next=${encodeURIComponent('/checkout')}`);
    }
    // Everything below keeps it once the database has answered: a new cookie has the page drawn again,
    // which fails while the database is away, and takes the form and its key with it.

    const userId = user.id;
    const again = {
      ok: true,
      data: { idempotencyKey, shown },
      message: t('checkout.done'),
    } as const;

    if (intent === 'apply' || picked !== null) {
      if (waitSeconds === null) return { ok: false, refusal: { code: 'UNAVAILABLE' } };
      await keepDraft();
      return waitSeconds > 0 ? tooManyCodes(waitSeconds) : again;
    }
    if (intent === 'top-up') {
      // Priced with the code that stands in the field, applied or not.
      const quote = await quoteOrder(database(), { userId, couponCode: lookUpCode }, now);
      await keepDraft();
      if (!quote.ok) return quote;
      const { gap } = quote.value;
      if (gap === 0) return again;
      // With a form's key of its own: whoever comes back to this address cannot add it twice.
      const form = crypto.randomUUID();
      return redirect(locale, `/wallet?amount=${gap}&next=/checkout&form=${form}`);
    }
    if (intent.startsWith('fit:')) {
      const [, productId, quantity] = intent.split(':').map(Number) as [number, number, number];
      const outcome = await setCartQuantity(
        database(),
        { owner: { userId }, productId, quantity },
        now,
      );
      if (outcome.ok || !isUnsettled(outcome.refusal)) await keepDraft();
      if (!outcome.ok) return outcome;
      return {
        ...again,
        // The shopper's own doing: said as that, and not as what changed meanwhile.
        data: { idempotencyKey, shown: undefined },
        message: t(quantity === 0 ? 'cart.removed' : 'cart.changed'),
      };
    }

    // A form that has bought its order is shown it, however often it is sent.
    const key = { userId, action: 'checkout', key: idempotencyKey } as const;
    if (waitSeconds !== 0 && !(await getKeyResult(database(), key))) {
      if (waitSeconds === null) return { ok: false, refusal: { code: 'UNAVAILABLE' } };
      await keepDraft();
      return tooManyCodes(waitSeconds);
    }
    const delivery = deliverySchema(t).safeParse(draft, { error: fieldMessages(t) });
    if (!delivery.success) {
      await keepDraft();
      return { ok: false, fieldErrors: fieldErrorsOf(delivery.error) };
    }
    const shownCart = readShownCart(shown);
    const outcome = await placeOrder(
      database(),
      {
        userId,
        idempotencyKey,
        couponCode,
        confirmedTotal,
        confirmedSubtotal,
        shownUnits: shownCart ? shownUnits(shownCart) : undefined,
        delivery: delivery.data,
      },
      now,
      shownCart?.lines.map((line) => line.productId),
      since,
    );
    if (outcome.ok) {
      await dropCheckoutDraft();
      const { orderId } = outcome.value;
      return redirect(locale, `/orders/${orderId}?placed=${outcome.replayed ? 'again' : '1'}`);
    }
    const { refusal } = outcome;
    if (refusal.code === 'ALREADY_ORDERED') {
      return redirect(locale, `/orders/${refusal.orderId}?placed=again`);
    }
    if (refusal.code === 'KEY_REUSED') {
      // This form has bought an order, and asks for another: what it bought is shown instead.
      const bought = await getKeyResult(database(), key);
      if (bought) return redirect(locale, `/orders/${bought.orderId}?placed=other`);
    }
    if (!isUnsettled(refusal)) await keepDraft();
    return outcome;
  },
});

const tooManyCodes = (waitSeconds: number) =>
  ({ ok: false, refusal: { code: 'TOO_MANY_CODES', waitSeconds } }) as const;

/** @returns as `waitForCode`: seconds until the code may be looked up, 0: now */
async function waitToLookUp(
  code: string | null,
  userId: number | null,
  purpose: CodePurpose,
): Promise<number | null> {
  if (code === null) return 0;
  const draft = userId === null ? null : await readCheckoutDraft(userId);
  // Asked and answered before: the same answer again tells nobody anything.
  if (draft?.lookUpCode === code) return 0;
  const address = await clientAddress();
  return waitForCode(database(), { userId, address, purpose }, () =>
    getCouponExists(database(), code, userId),
  );
}
