import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { BottomTabs } from './bottom-tabs';
import { ShopFooter } from './shop-footer';
import { ShopHeader } from './shop-header';

/**
 * Everything around the content of shop and member pages: skip link, header, footer, bottom tabs.
 * A page that must not distract (checkout, sign-in) puts `data-chrome="quiet"` on any element of
 * its own: navigation and search then go, the mark and the language stay.
 *
 * @param props.hasCheckout whether the checkout is among the pages that it stands around
 */
export async function ShopChrome({
  hasCheckout = false,
  children,
}: {
  hasCheckout?: boolean;
  children: ReactNode;
}) {
  const t = await getTranslations('shell');
  return (
    <div className="flex min-h-dvh flex-col max-md:not-has-data-[chrome=quiet]:pb-20">
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <ShopHeader hasCheckout={hasCheckout} />
      <main id="main" tabIndex={-1} className="page-width grow py-6 outline-none md:py-8">
        {children}
      </main>
      <ShopFooter />
      <BottomTabs />
    </div>
  );
}
