import '../../../globals.css';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { AdminChrome } from '@/components/shell/admin-chrome';
import { Document } from '@/components/shell/document';
import { shellMetadata, shellViewport } from '@/components/shell/metadata';
import { getSessionUser } from '@/lib/auth/session';
import { isLocale } from '@/lib/i18n/locales';
import { setPageStatus } from '@/lib/page-status';
import Forbidden from './forbidden';

export const viewport = shellViewport;

export async function generateMetadata({ params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { ...(await shellMetadata(locale)), robots: { index: false } };
}

/**
 * Root layout of the back office. It authorises nobody; every page and query does. It only draws
 * the 403 of a shopper in place of the page, whose own refusal has no body without JavaScript.
 */
export default async function AdminLayout({ children, params }: LayoutProps<'/[locale]/admin'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  // Without a database the page fails by itself, on its error screen inside this layout.
  const user = await getSessionUser().catch(() => null);
  const refused = user !== null && user.role !== 'admin';
  if (refused) setPageStatus(403);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <Document locale={locale} nonce={nonce}>
      <AdminChrome>{refused ? <Forbidden /> : children}</AdminChrome>
    </Document>
  );
}
