'use client';

import { useSession } from '@/components/live/session';
import { fillText } from '@/lib/format/fill-text';
import { formatMoney } from '@/lib/format/money';
import type { Locale } from '@/lib/i18n/locales';

type WalletBesideProps = {
  /** Won, what is about to be bought. */
  total: number;
  locale: Locale;
  /** With places for `{balance}` and `{missing}`. */
  texts: { balance: string; missing: string };
};

/** What is in the visitor's wallet, and what is missing for a total; nothing for a guest. */
export function WalletBeside({ total, locale, texts }: WalletBesideProps) {
  const user = useSession()?.user;
  if (!user) return null;
  const { balance } = user;
  const money = (won: number) => formatMoney(won, locale);
  return (
    <span className="text-sm text-muted tabular-nums">
      {balance >= total
        ? fillText(texts.balance, { balance: money(balance) })
        : fillText(texts.missing, { balance: money(balance), missing: money(total - balance) })}
    </span>
  );
}
