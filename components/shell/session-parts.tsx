'use client';

/** What static pages learn about their visitor in the browser, as parts of links that work without. */

import type { ReactNode } from 'react';
import { useSession } from '@/components/live/session';
import { fillText } from '@/lib/format/fill-text';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';

/** The name of the wallet's link: the balance, once it is known, read with the word before it. */
export function WalletText({ text, locale }: { text: string; locale: Locale }) {
  const user = useSession()?.user;
  if (!user) return <span>{text}</span>;
  return (
    <span>
      <span className="sr-only">{text} </span>
      <span className="tabular-nums" data-balance={user.balance}>
        {formatMoney(user.balance, locale)}
      </span>
    </span>
  );
}

type CartTextProps = {
  text: string;
  /** Said after it: of one unit, and of `{count}`. */
  units: { one: string; other: string };
};

/** The name of the cart's link, with the units in it as a badge that is read in words. */
export function CartText({ text, units }: CartTextProps) {
  const me = useSession();
  const count = me?.user ? me.user.cartCount : (me?.cartCount ?? 0);
  return (
    <>
      <span>{text}</span>
      {count > 0 && (
        <>
          <span className="count-badge" aria-hidden>
            {count > 99 ? '99+' : count}
          </span>
          <span className="sr-only">
            {' '}
            {fillText(count === 1 ? units.one : units.other, { count: String(count) })}
          </span>
        </>
      )}
    </>
  );
}

type AccountLinkProps = {
  hrefs: { account: string; signIn: string };
  texts: { account: string; signIn: string };
  children: ReactNode;
};

/** Leads to the account under its owner's name, or a guest to the sign-in. */
export function AccountLink({ hrefs, texts, children }: AccountLinkProps) {
  const me = useSession();
  const guest = me?.user === null;
  return (
    <a href={guest ? hrefs.signIn : hrefs.account} className="shell-link">
      {children}
      <span className="max-w-24 truncate">
        {me?.user ? me.user.name : guest ? texts.signIn : texts.account}
      </span>
    </a>
  );
}
