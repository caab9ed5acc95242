import { locale as rootLocale } from 'next/root-params';
import { getRequestConfig } from 'next-intl/server';
import { defaultLocale, isLocale } from './locales';
import { messages } from './messages';

/**
 * What next-intl asks for on the server. The language is the `[locale]` root parameter, so static
 * pages stay static without calling `setRequestLocale`. Server Actions and route handlers have no
 * root parameter: they pass it, `getTranslations({ locale, namespace })`.
 */
export default getRequestConfig(async ({ locale: explicit }) => {
  const candidate = explicit ?? (await rootLocale());
  const locale = isLocale(candidate) ? candidate : defaultLocale;
  return { locale, messages: messages[locale], timeZone: 'Asia/Seoul' };
});
