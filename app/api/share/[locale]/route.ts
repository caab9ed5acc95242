import { getTranslations } from 'next-intl/server';
import { drawSharePicture } from '@/lib/draw-share-picture';
import { isLocale } from '@/lib/i18n/locales';
import { missingSharePicture, sharePicture } from '@/lib/share-picture-answer';

/** Drawn once and kept: whoever asks for it often costs the shop nothing. */
export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** `GET /api/share/{locale}`: the shop's own picture for links to it. */
export async function GET(_request: Request, { params }: RouteContext<'/api/share/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) return missingSharePicture();
  const shell = await getTranslations({ locale, namespace: 'shell' });
  const home = await getTranslations({ locale, namespace: 'catalog.home' });
  const title = home('title');
  const drawn = await drawSharePicture({ brand: shell('brand'), title, caption: home('body') });
  return sharePicture(drawn);
}
