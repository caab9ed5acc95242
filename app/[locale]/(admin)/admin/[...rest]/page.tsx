import { MissingPerRequest } from '@/components/shell/missing-per-request';
import { requireAdmin } from '@/lib/auth/session';
import type { Locale } from '@/lib/i18n/locales';

/**
 * Unmatched addresses below /admin stay in the admin document: the proxy has given them the nonce
 * policy, under which a static shop page could not run.
 */
export default async function Unmatched({ params }: PageProps<'/[locale]/admin/[...rest]'>) {
  await requireAdmin((await params).locale as Locale, '/admin');
  return <MissingPerRequest />;
}
