'use client';

import { ShoppingBag, User, Wallet } from 'lucide-react';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';
import { useSession } from './live/session';

type SessionMenuProps = {
  locale: Locale;
  texts: {
    label: string;
    wallet: string;
    cart: string;
    account: string;
    signIn: string;
  };
  hrefs: { wallet: string; cart: string; account: string; signIn: string };
};

/**
 * Balance, cart with its count, and account. Static pages know nothing about the visitor: until
 * `/api/me` answers, and without JavaScript, these are plain working links. They are `<a>`, not
 * `next/link`: member pages are another document with a stricter policy.
 */
export function SessionMenu({ locale, texts, hrefs }: SessionMenuProps) {
  const data = useSession();
  const user = data?.user;
  const cartCount = data ? (data.user?.cartCount ?? ('cartCount' in data ? data.cartCount : 0)) : 0;
  const guest = data !== undefined && !user;
  return (
    <nav aria-label={texts.label} className="flex items-center gap-1">
      <a href={hrefs.wallet} className="shell-link max-md:hidden">
        <Wallet aria-hidden size={20} />
        {user ? (
          <span className="tabular-nums" data-balance={user.balance}>
            {formatMoney(user.balance, locale)}
          </span>
        ) : (
          <span>{texts.wallet}</span>
        )}
      </a>
      <a href={hrefs.cart} className="shell-link max-md:hidden">
        <ShoppingBag aria-hidden size={20} />
        <span>{texts.cart}</span>
        {cartCount > 0 && <span className="count-badge">{cartCount > 99 ? '99+' : cartCount}</span>}
      </a>
      <a href={guest ? hrefs.signIn : hrefs.account} className="shell-link">
        <User aria-hidden size={20} />
        <span className="max-w-24 truncate">
          {user ? user.name : guest ? texts.signIn : texts.account}
        </span>
      </a>
    </nav>
  );
}
