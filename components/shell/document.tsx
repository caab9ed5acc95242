import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { ThemeScript } from './theme-script';

/**
 * The html document that the three root layouts share.
 * `suppressHydrationWarning`: the theme script marks `<html>` before React arrives.
 *
 * @param props.nonce of the request, on member and admin pages
 */
export function Document({
  locale,
  nonce,
  children,
}: {
  locale: Locale;
  nonce?: string | undefined;
  children: ReactNode;
}) {
  return (
    <html lang={locale} suppressHydrationWarning>
      <body>
        <ThemeScript nonce={nonce} />
        {children}
      </body>
    </html>
  );
}
