import { defaultLocale, isLocale, type Locale } from './locales';

/**
 * The outside address of a page in one language (contract.md: Addresses): `/cart` becomes `/cart`
 * in Korean and `/en/cart` in English. Query and hash stay. Safe in client components.
 *
 * @param path begins with `/` and has no language prefix
 */
export function localizedPath(locale: Locale, path: string): string {
  if (locale === defaultLocale) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path.startsWith('/?') ? path.slice(1) : path}`;
}

/** Takes the language prefix off an outside path: `/en/cart` and `/cart` both give `/cart`. */
export function unlocalizedPath(path: string): string {
  const [, first = '', ...rest] = path.split('/');
  return isLocale(first) ? `/${rest.join('/')}` : path;
}
