import 'server-only';
import { cookies } from 'next/headers';
import { type Locale, localeCookie } from './locales';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers a chosen language in the visitor's browser. Only inside a Server Action or a route. */
export async function rememberLanguage(language: Locale): Promise<void> {
  const options = { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax' } as const;
  (await cookies()).set(localeCookie, language, options);
}
