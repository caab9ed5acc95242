'use server';

import { refresh } from 'next/cache';
import { database } from '@/db';
import { createProduct } from '@/lib/domain/catalog/create-product';
import { planPrice } from '@/lib/domain/catalog/plan-price';
import { updateProduct } from '@/lib/domain/catalog/update-product';
import { redirect } from '@/lib/i18n/redirect';
import { defineAction, type Texts } from '../define-action';
import { editProductForm, newProductForm, planPriceForm } from './product-form';

/** Adds a product, or shows what it would look like (admin.md: Products and stock). */
export const createProductAction = defineAction({
  name: 'admin.create-product',
  role: 'admin',
  schema: newProductForm,
  async run({ input: { intent, ...product }, user, locale, t, now }) {
    if (intent === 'preview') return previewed(t);
    const outcome = await createProduct(database(), product, user.id, now);
    if (!outcome.ok) return atItsField(outcome.refusal, t) ?? outcome;
    return redirect(locale, `/admin/products/${outcome.value.productId}?created=1`);
  },
});

/** Edits a product, or shows what it would look like. Its stock is no part of the form. */
export const updateProductAction = defineAction({
  name: 'admin.update-product',
  role: 'admin',
  schema: editProductForm,
  async run({ input: { intent, productId, version, shownPrice, ...fields }, user, t, now }) {
    if (intent === 'preview') return previewed(t);
    const command = { productId, version, shownPrice, fields };
    const outcome = await updateProduct(database(), command, user.id, now);
    if (!outcome.ok) return atItsField(outcome.refusal, t) ?? outcome;
    refresh();
    const message = t('backOffice.products.form.saved');
    return { ok: true, data: null, message, replayed: outcome.replayed };
  },
});

/** Plans the price that a product has from a moment on, or takes the plan back. */
export const planPriceAction = defineAction({
  name: 'admin.plan-price',
  role: 'admin',
  schema: planPriceForm,
  async run({ input, user, t, now }) {
    const outcome = await planPrice(database(), input, user.id, now);
    if (!outcome.ok) return atItsField(outcome.refusal, t) ?? outcome;
    refresh();
    const message = t('backOffice.prices.saved');
    return { ok: true, data: null, message, replayed: outcome.replayed };
  },
});

/** The page draws the preview from what was typed. */
function previewed(t: Texts) {
  const message = t('backOffice.preview.unsaved');
  return { ok: true, data: null, message, keepTyped: true } as const;
}

/** A refusal that one field can mend stands at that field. */
function atItsField(
  refusal: { code: string },
  t: Texts,
): { ok: false; fieldErrors: Record<string, string> } | null {
  switch (refusal.code) {
    case 'SLUG_TAKEN':
      return { ok: false, fieldErrors: { slug: t('refusals.SLUG_TAKEN') } };
    case 'UNKNOWN_CATEGORY':
      return { ok: false, fieldErrors: { categorySlug: t('refusals.UNKNOWN_CATEGORY') } };
    case 'UNKNOWN_PICTURE':
      return { ok: false, fieldErrors: { art: t('refusals.UNKNOWN_PICTURE') } };
    case 'PLAN_IN_PAST':
      return { ok: false, fieldErrors: { plannedFrom: t('refusals.PLAN_IN_PAST') } };
    default:
      return null;
  }
}
