import { getLocale, getTranslations } from 'next-intl/server';
import { localizedPath } from '@/lib/i18n/localized-path';
import { Brand } from './brand';
import { CurrentLink } from './current-link';
import { HeaderTools } from './header-tools';
import { SearchForm } from './search-form';
import { SessionMenu } from './session-menu';

/** The header of shop and member pages: one row on wide screens, search below on narrow ones. */
export async function ShopHeader({ hasCheckout }: { hasCheckout: boolean }) {
  const t = await getTranslations('shell');
  const locale = await getLocale();
  const href = (path: string) => localizedPath(locale, path);
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-bg max-md:static">
      <div className="page-width flex min-h-16 flex-wrap items-center gap-x-2 py-2 md:flex-nowrap">
        <Brand hasCheckout={hasCheckout} />
        <nav aria-label={t('navigation')} className="chrome-nav flex max-md:hidden">
          <CurrentLink href={href('/products')} includeBelow className="shell-link">
            {t('products')}
          </CurrentLink>
          <CurrentLink href={href('/popular')} includeBelow className="shell-link">
            {t('popular')}
          </CurrentLink>
          <CurrentLink href={href('/coupons')} otherDocument className="shell-link max-lg:hidden">
            {t('coupons')}
          </CurrentLink>
        </nav>
        <div className="chrome-nav order-last w-full grow pt-1 md:order-none md:mx-auto md:w-auto md:max-w-sm md:pt-0">
          <SearchForm />
        </div>
        <div className="ml-auto flex items-center">
          <div className="chrome-nav">
            <SessionMenu />
          </div>
          <HeaderTools hasCheckout={hasCheckout} />
        </div>
      </div>
    </header>
  );
}
