import { getMessages, getTranslations } from 'next-intl/server';

/** The texts of a product's form, in the page's language. */
export async function productTexts() {
  const forms = await getTranslations('forms');
  const {
    errors: { price: wrongPrice },
    saved: _,
    create: __,
    ...texts
  } = (await getMessages()).backOffice.products.form;
  return { ...texts, wrongPrice, pending: forms('pending'), check: forms('check') };
}

/** Writes the name of the n-th uploaded picture, in both languages as the shop's own have theirs. */
export async function pictureName() {
  const ko = await getTranslations({ locale: 'ko', namespace: 'backOffice.pictures' });
  const en = await getTranslations({ locale: 'en', namespace: 'backOffice.pictures' });
  return (number: number) => ({ nameKo: ko('name', { number }), nameEn: en('name', { number }) });
}

/** The texts of the form that plans a price; what a colleague changed is named as on the product. */
export async function pricePlanTexts() {
  const { prices } = (await getMessages()).backOffice;
  return { ...(await productTexts()), ...prices.form };
}
