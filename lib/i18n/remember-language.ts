import 'server-only';
import { cookies } from 'next/headers';
import { LOCALE_COOKIE_SECONDS, type Locale, localeCookie } from './locales';

/** Remembers a chosen language as the language link does. Only inside a Server Action. */
export async function rememberLanguage(language: Locale): Promise<void> {
  const maxAge = LOCALE_COOKIE_SECONDS;
  (await cookies()).set(localeCookie, language, { path: '/', maxAge, sameSite: 'lax' });
}
