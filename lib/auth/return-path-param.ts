import 'server-only';
import type { Locale } from '@/lib/i18n/locales';
import { unlocalizedPath } from '@/lib/i18n/localized-path';
import { redirect } from '@/lib/i18n/redirect';
import { safeReturnPath } from './return-path';
import { getSessionUser } from './session';

/**
 * Where `?next=` leads, without a language prefix.
 * @returns undefined when it is absent or not a path of ours
 */
export function nextPath(query: Record<string, string | string[] | undefined>): string | undefined {
  const path = unlocalizedPath(safeReturnPath(query.next));
  return path === '/' ? undefined : path;
}

/** Sign-in and sign-up are not for somebody who is in already. */
export async function skipWhenSignedIn(locale: Locale, next: string | undefined): Promise<void> {
  if (await getSessionUser()) redirect(locale, next ?? '/account');
}
