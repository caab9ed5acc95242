import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LostTextsProvider } from '@/components/ui/lost-texts';
import type { Locale } from '@/lib/i18n/locales';
import { KeepOfflinePage } from './keep-offline-page';
import { ThemeScript } from './theme-script';

/**
 * The html document that the three root layouts share.
 * `suppressHydrationWarning`: the theme script marks `<html>` before React arrives.
 *
 * @param props.nonce of the request, on member and admin pages
 */
export async function Document({
  locale,
  nonce,
  children,
}: {
  locale: Locale;
  nonce?: string | undefined;
  children: ReactNode;
}) {
  const t = await getTranslations({ locale, namespace: 'forms.lost' });
  const lost = {
    offline: t('offline'),
    outdated: t('outdated'),
    cut: t('cut'),
    reload: t('reload'),
    stuck: t('stuck'),
    noNetwork: t('noNetwork'),
  };
  return (
    <html lang={locale} suppressHydrationWarning>
      <body>
        <ThemeScript nonce={nonce} />
        <KeepOfflinePage />
        <LostTextsProvider texts={lost}>{children}</LostTextsProvider>
      </body>
    </html>
  );
}
