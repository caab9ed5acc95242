import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDate, formatTime } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import type { WalletEntryView, WalletView } from '@/lib/views/wallet';
import { type EntryChoice, entriesAddress } from '@/lib/views/wallet-address';
import { EntryFilter } from './entry-filter';
import { EntryReference } from './entry-reference';
import { SignedMoney } from './signed-money';

type WalletHistoryProps = {
  wallet: WalletView;
  choice: EntryChoice;
  /** What else the page's address holds and must keep. */
  kept: Record<string, string>;
};

/** The wallet's entries by Seoul day, newest first: a choice of them, and links to older ones. */
export async function WalletHistory({ wallet, choice, kept }: WalletHistoryProps) {
  const t = await getTranslations('wallet.history');
  const { entries, olderBefore, newest, ledger } = wallet;
  if (ledger.entries === 0) return <EmptyState title={t('empty')} body={t('emptyBody')} />;
  return (
    <>
      <EntryFilter wallet={wallet} choice={choice} kept={kept} />
      {entries.length === 0 ? <EmptyState title={t('none')} /> : <Days entries={entries} />}
      {(olderBefore !== null || !newest) && (
        <nav aria-label={t('pages')} className="mt-6 flex flex-wrap gap-2">
          {!newest && (
            <Link
              rel="prev"
              href={entriesAddress('/wallet', choice, kept)}
              className="shell-link underline"
            >
              {t('newest')}
            </Link>
          )}
          {olderBefore !== null && (
            <Link
              rel="next"
              href={entriesAddress('/wallet', choice, { ...kept, before: olderBefore })}
              className="shell-link underline"
            >
              {t('older')}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

async function Days({ entries }: { entries: WalletEntryView[] }) {
  const locale = await getLocale();
  const days = new Map<string, WalletEntryView[]>();
  for (const entry of entries) {
    const day = formatDate(entry.createdAt, locale);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return (
    <div className="flex flex-col gap-6">
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <h3 className="text-sm font-semibold text-muted">{day}</h3>
          <ul className="mt-1 divide-y divide-line">
            {ofDay.map((entry) => (
              <WalletEntry key={entry.seq} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

async function WalletEntry({ entry }: { entry: WalletEntryView }) {
  const t = await getTranslations('wallet');
  const locale = await getLocale();
  const { kind, amount, balanceAfter, reason, createdAt, seq, number } = entry;
  return (
    <li data-entry={seq} className="flex items-start justify-between gap-4 py-2">
      <div className="min-w-0">
        <Link
          href={`/wallet/entries/${seq}`}
          prefetch={false}
          aria-label={t('history.open', { kind: t(`kinds.${kind}`), number })}
          className="inline-flex min-h-8 items-center font-semibold underline decoration-line underline-offset-4 hover:decoration-current"
        >
          {t(`kinds.${kind}`)}
        </Link>
        <p className="flex flex-wrap gap-x-2 text-sm text-muted">
          <time dateTime={createdAt.toISOString()}>{formatTime(createdAt, locale)}</time>
          <EntryReference entry={entry} />
          {reason !== null && <span>{reason}</span>}
        </p>
      </div>
      <div className="shrink-0 text-right tabular-nums">
        <p className="flex min-h-8 items-center justify-end">
          <SignedMoney won={amount} locale={locale} />
        </p>
        <p className="text-sm whitespace-nowrap text-muted">
          {t('history.balanceAfter', { balance: formatMoney(balanceAfter, locale) })}
        </p>
      </div>
    </li>
  );
}
