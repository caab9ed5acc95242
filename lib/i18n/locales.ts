/** The languages of the shop. Korean is the default and has no prefix in the address. */
export const locales = ['ko', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'ko';

/** The cookie that remembers a chosen language; `next.config.mjs` reads it on `/`. */
export const localeCookie = 'NEXT_LOCALE';

/** Whether a path segment or a form value names a language of ours. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
