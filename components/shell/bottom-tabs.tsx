import { Flame, House, ShoppingBag, User, Wallet } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { localizedPath } from '@/lib/i18n/localized-path';
import { CurrentLink } from './current-link';

/** The five tabs at the bottom of narrow screens. */
export async function BottomTabs() {
  const t = await getTranslations('shell');
  const locale = await getLocale();
  const tabs = [
    { path: '/', text: t('home'), Icon: House, otherDocument: false },
    { path: '/popular', text: t('popular'), Icon: Flame, otherDocument: false },
    { path: '/cart', text: t('cart'), Icon: ShoppingBag, otherDocument: true },
    { path: '/wallet', text: t('wallet'), Icon: Wallet, otherDocument: true },
    { path: '/account', text: t('my'), Icon: User, otherDocument: true },
  ];
  return (
    <nav
      aria-label={t('footer.navigation')}
      className="chrome-nav fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-bg pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {tabs.map(({ path, text, Icon, otherDocument }) => (
        <CurrentLink
          key={path}
          href={localizedPath(locale, path)}
          includeBelow={path !== '/'}
          otherDocument={otherDocument}
          className="bottom-tab"
        >
          <Icon aria-hidden size={22} />
          <span>{text}</span>
        </CurrentLink>
      ))}
    </nav>
  );
}
