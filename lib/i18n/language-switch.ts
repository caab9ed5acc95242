import type { Locale } from './locales';
import { localizedPath, unlocalizedPath } from './localized-path';

/**
 * Where the language link leads: the same page and query in the other language, or that language's
 * home when the browser does not say where it was, or was elsewhere.
 *
 * @param referer the request's `Referer`
 * @param host the request's `Host`
 * @returns a path on this origin; never one that a browser reads as another host
 */
export function pageToReturnTo(
  locale: Locale,
  referer: string | null,
  host: string | null,
): string {
  const page = referer && URL.canParse(referer) ? new URL(referer) : undefined;
  if (!page || page.host !== host) return localizedPath(locale, '/');
  // Two leading slashes or a backslash would make a redirect to another host of it.
  const path = unlocalizedPath(page.pathname).replace(/^[/\\]+/, '/');
  return localizedPath(locale, path + page.search);
}
