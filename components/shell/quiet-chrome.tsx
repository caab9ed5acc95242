import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { localizedPath } from '@/lib/i18n/localized-path';
import { BrandMark } from './brand-mark';
import { HeaderTools } from './header-tools';

/** What stands around sign-in and sign-up: the way home, language and theme, and nothing else. */
export async function QuietChrome({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell');
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <header className="border-b border-line bg-bg">
        <div className="page-width flex min-h-16 items-center justify-between gap-x-2 py-2">
          <a
            href={localizedPath(await getLocale(), '/')}
            className="shell-link -ml-2 gap-2 text-lg font-bold text-ink"
          >
            <BrandMark />
            <span>{t('brand')}</span>
          </a>
          <HeaderTools />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page-width grow py-6 outline-none md:py-8">
        {children}
      </main>
    </div>
  );
}
