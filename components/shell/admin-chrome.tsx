import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AdminRail } from './admin-rail';
import { BrandMark } from './brand-mark';
import { HeaderTools } from './header-tools';

/** Around every admin page: a rail of 220 px, on narrow screens a row that scrolls sideways. */
export async function AdminChrome({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell');
  const locale = await getLocale();
  const texts = {
    sales: t('admin.sales'),
    lost: t('admin.lost'),
    orders: t('admin.orders'),
    products: t('admin.products'),
    stock: t('admin.stock'),
    coupons: t('admin.coupons'),
    customers: t('admin.customers'),
    entries: t('admin.entries'),
    integrity: t('admin.integrity'),
    audit: t('admin.audit'),
    shop: t('admin.shop'),
  };
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[220px_minmax(0,1fr)]">
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <header className="border-line bg-surface max-lg:border-b lg:sticky lg:top-0 lg:h-dvh lg:overflow-y-auto lg:border-r print:hidden">
        <div className="flex items-center justify-between gap-2 px-4 py-2 lg:flex-col lg:items-stretch lg:px-3 lg:pt-4">
          <p className="flex min-h-11 items-center gap-2 font-bold lg:px-2">
            <BrandMark size={24} />
            {t('admin.title')}
          </p>
          <HeaderTools />
        </div>
        <AdminRail label={t('admin.navigation')} texts={texts} locale={locale} />
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none lg:px-6">
        {children}
      </main>
    </div>
  );
}
