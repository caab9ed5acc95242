import { pageToReturnTo } from '@/lib/i18n/language-switch';
import { isLocale, LOCALE_COOKIE_SECONDS, localeCookie } from '@/lib/i18n/locales';

/**
 * `GET /api/language/{ko|en}`: remembers the language in a cookie and leads back to the page the
 * link stood on, in that language. It is a link so that it works on static pages without
 * JavaScript; the cookie is a preference, never an authority.
 */
export async function GET(request: Request, { params }: RouteContext<'/api/language/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const host = request.headers.get('host');
  return new Response(null, {
    status: 303,
    headers: {
      Location: pageToReturnTo(locale, request.headers.get('referer'), host),
      'Set-Cookie': `${localeCookie}=${locale}; Path=/; Max-Age=${LOCALE_COOKIE_SECONDS}; SameSite=Lax`,
      'Cache-Control': 'no-store',
    },
  });
}
