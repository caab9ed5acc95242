import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/ui/icon';
import { localizedPath } from '@/lib/i18n/localized-path';
import { BrandMark } from './brand-mark';
import { CurrentLink } from './current-link';
import { HeaderTools } from './header-tools';

/** Around every admin page: a rail of 220 px, on narrow screens a row that scrolls sideways. */
export async function AdminChrome({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell');
  const locale = await getLocale();
  const items: { path: string; text: string; icon: IconName }[] = [
    { path: '/admin', text: t('admin.sales'), icon: 'chart-column' },
    { path: '/admin/lost-demand', text: t('admin.lost'), icon: 'trending-down' },
    { path: '/admin/orders', text: t('admin.orders'), icon: 'clipboard-list' },
    { path: '/admin/products', text: t('admin.products'), icon: 'package' },
    { path: '/admin/stock', text: t('admin.stock'), icon: 'warehouse' },
    { path: '/admin/coupons', text: t('admin.coupons'), icon: 'ticket' },
    { path: '/admin/customers', text: t('admin.customers'), icon: 'users' },
    { path: '/admin/wallet-entries', text: t('admin.entries'), icon: 'arrow-left-right' },
    { path: '/admin/integrity', text: t('admin.integrity'), icon: 'shield-check' },
    { path: '/admin/audit', text: t('admin.audit'), icon: 'history' },
  ];
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
        <nav
          aria-label={t('admin.navigation')}
          className="chrome-nav flex scroll-px-[30%] gap-1 overflow-x-auto px-3 pb-2 lg:flex-col"
        >
          {items.map(({ path, text, icon }) => (
            <CurrentLink
              key={path}
              href={localizedPath(locale, path)}
              includeBelow={path !== '/admin'}
              className="rail-link"
            >
              <Icon name={icon} size={20} />
              {text}
            </CurrentLink>
          ))}
          <a href={localizedPath(locale, '/')} className="rail-link lg:mt-4">
            <Icon name="store" size={20} />
            {t('admin.shop')}
          </a>
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none lg:px-6">
        {children}
      </main>
    </div>
  );
}
