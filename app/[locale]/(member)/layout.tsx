import '../../globals.css';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { Document } from '@/components/shell/document';
import { shellMetadata, shellViewport } from '@/components/shell/metadata';
import { ShopChrome } from '@/components/shell/shop-chrome';
import { env } from '@/lib/env';
import { isLocale } from '@/lib/i18n/locales';

export const viewport = shellViewport;

export async function generateMetadata({ params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return {
    ...(await shellMetadata(locale)),
    metadataBase: new URL(env().publicUrl),
    robots: { index: false },
  };
}

/**
 * Root layout of cart, checkout, wallet, orders, account and coupons: rendered per request under the nonce
 * policy of proxy.ts. No `loading.tsx` and no `<Suspense>` below it around anything that counts:
 * streamed content stays hidden without JavaScript. It authorises nobody; pages do.
 */
export default async function MemberLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <Document locale={locale} nonce={nonce}>
      <ShopChrome hasCheckout>{children}</ShopChrome>
    </Document>
  );
}
