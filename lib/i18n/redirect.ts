import { redirect as nextRedirect } from 'next/navigation';
import type { Locale } from './locales';
import { localizedPath } from './localized-path';

/**
 * Ends a page or a Server Action by sending the visitor to another page in the same language.
 * @param path without a language prefix
 */
export function redirect(locale: Locale, path: string): never {
  return nextRedirect(localizedPath(locale, path));
}
