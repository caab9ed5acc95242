import { getMessages, getTranslations } from 'next-intl/server';
import type { CouponExampleTexts } from './coupon-example';

/** The texts of a coupon's forms, in the page's language; the example speaks as checkout does. */
export async function couponTexts() {
  const forms = await getTranslations('forms');
  const { admin, backOffice } = await getMessages();
  const { errors: _, done: __, title: ___, ...fields } = admin.coupons.form;
  const { preview, enabled, on, off, empty } = backOffice.coupons;
  const words = { preview, enabled, on, off, empty };
  return { ...fields, ...words, pending: forms('pending'), check: forms('check') };
}

/** The texts of a coupon's example; amounts are left open for what is typed. */
export async function couponExampleTexts(): Promise<CouponExampleTexts> {
  const checkout = await getTranslations('checkout');
  const reason = checkout('couponReasons.MIN_ORDER', { minimum: '{minimum}', gap: '{gap}' });
  return {
    ...(await getMessages()).backOffice.coupons.example,
    applied: checkout('coupon.applied', { code: '{code}', discount: '{discount}' }),
    below: checkout('coupon.unusable', { reason, total: '{total}' }),
  };
}
