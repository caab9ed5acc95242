import { z } from 'zod';
import { isUploadedArt, MOST_PRICE } from '@/lib/domain/catalog/product-rules';
import { countOf, wonOf } from '@/lib/parse-amount';
import { SHOP_ART } from '@/lib/views/shop-art';
import type { Texts } from '../define-action';
import { rowNumber } from '../row-number';
import { neededNumber, numberField, seoulMoment } from './fields';

const LONGEST_NAME = 100;
const LONGEST_DESCRIPTION = 2_000;
const LONGEST_SLUG = 100;
const MOST_OPENING_UNITS = 100_000;

/** What a product's form must say, with words for everything that it may not (spec.md: Products). */
function productFields(t: Texts) {
  const text = (key: 'name' | 'slug' | 'price' | 'art' | 'quantity') =>
    t(`backOffice.products.form.errors.${key}`);
  const name = z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_NAME)
    .regex(/^\P{Cc}*$/u, text('name'));
  const description = z
    .string()
    .transform((written) => written.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(LONGEST_DESCRIPTION)
        .regex(/^(?:\P{Cc}|\n)*$/u, text('name')),
    );
  return {
    nameKo: name,
    nameEn: name,
    descriptionKo: description,
    descriptionEn: description,
    categorySlug: z.string().min(1),
    price: neededNumber(wonOf, 0, MOST_PRICE, text('price')),
    slug: z
      .string()
      .trim()
      .toLowerCase()
      .max(LONGEST_SLUG)
      .regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/, text('slug')),
    art: z
      .string()
      .refine(
        (art) => isUploadedArt(art) || SHOP_ART.some((known) => known.art === art),
        text('art'),
      ),
    published: z.enum(['true', 'false']).transform((choice) => choice === 'true'),
    /** The button: `preview` saves nothing. */
    intent: z.enum(['save', 'preview']).default('save'),
  };
}

/** An empty address is made from the English name. */
function withSlug<Form extends { slug: string; nameEn: string }>(
  form: Form,
  context: z.core.$RefinementCtx,
): Form {
  const slug = form.slug || slugFrom(form.nameEn);
  if (slug === '') context.addIssue({ code: 'custom', path: ['slug'], input: '' });
  return { ...form, slug };
}

/** `Jeju tangerines, 3 kg` becomes `jeju-tangerines-3-kg`; empty where no letter is Latin. */
export function slugFrom(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '');
}

/** The form that adds a product. */
export function newProductForm(t: Texts) {
  const units = t('backOffice.products.form.errors.quantity');
  return z
    .strictObject({
      ...productFields(t),
      openingQuantity: neededNumber(countOf, 0, MOST_OPENING_UNITS, units),
    })
    .transform(withSlug);
}

/** The form that edits one, with the version and the price that its page showed. */
export function editProductForm(t: Texts) {
  return z
    .strictObject({
      ...productFields(t),
      productId: rowNumber,
      version: rowNumber,
      shownPrice: neededNumber(wonOf, 0, MOST_PRICE, t('backOffice.products.form.errors.price')),
    })
    .transform(withSlug);
}

/** The form that plans a price: both fields, or neither to take the plan back. */
export function planPriceForm(t: Texts) {
  const both = t('backOffice.prices.errors.both');
  return z
    .strictObject({
      productId: rowNumber,
      version: rowNumber,
      plannedPrice: numberField(wonOf, 0, MOST_PRICE, t('backOffice.products.form.errors.price')),
      plannedFrom: z.literal('').or(seoulMoment(t('admin.coupons.form.errors.moment'))),
    })
    .refine((form) => form.plannedPrice !== undefined || form.plannedFrom === '', {
      path: ['plannedPrice'],
      error: both,
    })
    .refine((form) => form.plannedPrice === undefined || form.plannedFrom !== '', {
      path: ['plannedFrom'],
      error: both,
    })
    .transform(({ plannedPrice, plannedFrom, ...form }) => ({
      ...form,
      plan:
        plannedPrice === undefined || plannedFrom === ''
          ? null
          : { price: plannedPrice, from: plannedFrom },
    }));
}
