import { getLocale, getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { localizedPath } from '@/lib/i18n/localized-path';
import { AccountLink, CartText, WalletText } from './session-parts';

/**
 * Balance, cart with its count, and account. Static pages know nothing about the visitor: until
 * `/api/me` answers, and without JavaScript, these are plain working links. They are `<a>`, not
 * `next/link`: member pages are another document with a stricter policy.
 */
export async function SessionMenu() {
  const t = await getTranslations('shell');
  const locale = await getLocale();
  const href = (path: string) => localizedPath(locale, path);
  return (
    <nav aria-label={t('session.label')} className="flex items-center gap-1">
      <a href={href('/wallet')} className="shell-link max-md:hidden">
        <Icon name="wallet" size={20} />
        <WalletText text={t('wallet')} locale={locale} />
      </a>
      <a href={href('/cart')} className="shell-link max-md:hidden">
        <Icon name="shopping-bag" size={20} />
        <CartText
          text={t('cart')}
          units={{
            one: t('session.units.one'),
            other: t('session.units.other', { count: '{count}' }),
          }}
        />
      </a>
      <AccountLink
        hrefs={{ account: href('/account'), signIn: href('/sign-in') }}
        texts={{ account: t('account'), signIn: t('session.signIn') }}
      >
        <Icon name="user" size={20} />
      </AccountLink>
    </nav>
  );
}
