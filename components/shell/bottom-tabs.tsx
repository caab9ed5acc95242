import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/ui/icon';
import { localizedPath } from '@/lib/i18n/localized-path';
import { CurrentLink } from './current-link';
import { CartText, WalletText } from './session-parts';

/** The five tabs at the bottom of narrow screens: what the header shows on wide ones. */
export async function BottomTabs() {
  const t = await getTranslations('shell');
  const locale = await getLocale();
  const units = {
    one: t('session.units.one'),
    other: t('session.units.other', { count: '{count}' }),
  };
  const tabs: { path: string; name: ReactNode; icon: IconName; otherDocument: boolean }[] = [
    { path: '/', name: <span>{t('home')}</span>, icon: 'house', otherDocument: false },
    { path: '/popular', name: <span>{t('popular')}</span>, icon: 'flame', otherDocument: false },
    {
      path: '/cart',
      name: <CartText text={t('cart')} units={units} />,
      icon: 'shopping-bag',
      otherDocument: true,
    },
    {
      path: '/wallet',
      name: <WalletText text={t('wallet')} locale={locale} />,
      icon: 'wallet',
      otherDocument: true,
    },
    { path: '/account', name: <span>{t('my')}</span>, icon: 'user', otherDocument: true },
  ];
  return (
    <nav
      aria-label={t('navigation')}
      className="chrome-nav fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-bg pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {tabs.map(({ path, name, icon, otherDocument }) => (
        <CurrentLink
          key={path}
          href={localizedPath(locale, path)}
          includeBelow={path !== '/'}
          otherDocument={otherDocument}
          className="bottom-tab"
        >
          <Icon name={icon} size={22} />
          {name}
        </CurrentLink>
      ))}
    </nav>
  );
}
