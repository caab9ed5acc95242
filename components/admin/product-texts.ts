import { getMessages, getTranslations } from 'next-intl/server';

/** The texts of a product's form, in the page's language. */
export async function productTexts() {
  const forms = await getTranslations('forms');
  const {
    errors: _,
    saved: __,
    create: ___,
    ...texts
  } = (await getMessages()).backOffice.products.form;
  return { ...texts, pending: forms('pending'), check: forms('check') };
}
