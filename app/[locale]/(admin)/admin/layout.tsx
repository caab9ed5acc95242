import '../../../globals.css';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { Providers } from '@/components/providers';
import { AdminChrome } from '@/components/shell/admin-chrome';
import { Document } from '@/components/shell/document';
import { shellMetadata, shellViewport } from '@/components/shell/metadata';
import { isLocale } from '@/lib/i18n/locales';

export const viewport = shellViewport;

export async function generateMetadata({ params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { ...(await shellMetadata(locale)), robots: { index: false } };
}

/** Root layout of the back office. It authorises nobody; every page and query does. */
export default async function AdminLayout({ children, params }: LayoutProps<'/[locale]/admin'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <Document locale={locale} nonce={nonce}>
      <Providers>
        <AdminChrome>{children}</AdminChrome>
      </Providers>
    </Document>
  );
}
