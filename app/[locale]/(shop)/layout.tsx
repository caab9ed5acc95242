import '../../globals.css';
import { notFound } from 'next/navigation';
import { Document } from '@/components/shell/document';
import { shellMetadata, shellViewport } from '@/components/shell/metadata';
import { ShopChrome } from '@/components/shell/shop-chrome';
import { env } from '@/lib/env';
import { isLocale } from '@/lib/i18n/locales';

/** Rendered at the first visit, not at build time: `next build` needs no database. */
export function generateStaticParams() {
  return [];
}

// At most a few seconds old (`expireTime` in next.config.mjs); every page of the group inherits it.
export const revalidate = 1;

export const viewport = shellViewport;

export async function generateMetadata({ params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { ...(await shellMetadata(locale)), metadataBase: new URL(env().publicUrl) };
}

/** Root layout of the public pages: static, nothing about a visitor in it. */
export default async function ShopLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <Document locale={locale}>
      <ShopChrome>{children}</ShopChrome>
    </Document>
  );
}
