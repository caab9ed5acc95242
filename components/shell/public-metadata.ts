import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';

interface PublicPage {
  locale: Locale;
  /** The one address of this page, without a language prefix. */
  path: string;
  /** The shop's own name where there is none. */
  title?: string | undefined;
  /** Its own, so that what is found can be told apart. */
  description: string;
  /** The picture shown where the page is shared; the shop's own where there is none. */
  picture?: string | undefined;
  /** False for what is found by searching already: answers of the shop's own search. */
  indexed?: boolean;
}

/**
 * What a public page tells search engines and whoever it is shared with: title, description, its one
 * address, the same page in the other language, and a picture. Addresses become absolute by the
 * layout's `metadataBase`.
 */
export async function publicMetadata(page: PublicPage): Promise<Metadata> {
  const { locale, path, title, description, indexed = true } = page;
  const { picture = `/api/share/${locale}` } = page;
  const t = await getTranslations({ locale, namespace: 'shell' });
  const url = localizedPath(locale, path);
  const shared = { title: title ?? t('brand'), description };
  return {
    ...(title !== undefined && { title }),
    description,
    // Null takes back what the layout of the member pages says.
    robots: indexed ? null : { index: false, follow: true },
    alternates: {
      canonical: url,
      languages: { ko: path, en: localizedPath('en', path), 'x-default': path },
    },
    openGraph: {
      ...shared,
      url,
      type: 'website',
      siteName: t('brand'),
      locale: locale === 'ko' ? 'ko_KR' : 'en_US',
      alternateLocale: locale === 'ko' ? 'en_US' : 'ko_KR',
      images: [{ url: picture, width: 1200, height: 630, alt: shared.title }],
    },
    twitter: { card: 'summary_large_image', ...shared, images: [picture] },
  };
}
