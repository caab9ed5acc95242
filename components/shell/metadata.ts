import type { Metadata, Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';

/** Title, description and icons of a root layout; pages give only their own `title`. */
export async function shellMetadata(locale: Locale): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: 'shell' });
  return {
    title: { default: t('brand'), template: `%s · ${t('brand')}` },
    description: t('description'),
    applicationName: t('brand'),
    formatDetection: { telephone: false, email: false, address: false },
  };
}

/** The browser's own bars in the colour of the page. */
export const shellViewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#FFFFFF' },
    { media: '(prefers-color-scheme: dark)', color: '#0E1413' },
  ],
};
