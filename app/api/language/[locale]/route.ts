import { pageToReturnTo } from '@/lib/i18n/language-switch';
import { isLocale } from '@/lib/i18n/locales';
import { rememberLanguage } from '@/lib/i18n/remember-language';

/**
 * `GET /api/language/{ko|en}`: remembers the language in a cookie and leads back to the page the
 * link stood on, in that language. It is a link so that it works on static pages without
 * JavaScript; the cookie is a preference, never an authority.
 */
export async function GET(request: Request, { params }: RouteContext<'/api/language/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const host = request.headers.get('host');
  await rememberLanguage(locale);
  return new Response(null, {
    status: 303,
    headers: {
      Location: pageToReturnTo(locale, request.headers.get('referer'), host),
      'Cache-Control': 'no-store',
    },
  });
}
