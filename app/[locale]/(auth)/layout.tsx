import '../../globals.css';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { Document } from '@/components/shell/document';
import { shellMetadata, shellViewport } from '@/components/shell/metadata';
import { QuietChrome } from '@/components/shell/quiet-chrome';
import { isLocale } from '@/lib/i18n/locales';

export const viewport = shellViewport;

export async function generateMetadata({ params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { ...(await shellMetadata(locale)), robots: { index: false } };
}

/**
 * Root layout of sign-in and sign-up: as the member pages', without the shop around them, which
 * distracts and is most of what such a page would load.
 */
export default async function AuthLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <Document locale={locale} nonce={nonce}>
      <QuietChrome>{children}</QuietChrome>
    </Document>
  );
}
