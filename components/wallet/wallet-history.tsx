import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/lib/i18n/link';
import { localizedPath } from '@/lib/i18n/localized-path';
import type { WalletView } from '@/lib/views/wallet';
import { type EntryChoice, entriesAddress } from '@/lib/views/wallet-address';
import { EndlessEntries } from './endless-entries';
import { EntryFilter } from './entry-filter';
import { entryRows } from './entry-rows';

type WalletHistoryProps = {
  wallet: WalletView;
  choice: EntryChoice;
  /** What else the page's address holds and must keep. */
  kept: Record<string, string>;
};

/** The wallet's entries by Seoul day, newest first: a choice of them, and the way on to older ones. */
export async function WalletHistory({ wallet, choice, kept }: WalletHistoryProps) {
  const t = await getTranslations('wallet.history');
  const locale = await getLocale();
  const { entries, olderBefore, newest, ledger } = wallet;
  if (ledger.entries === 0) return <EmptyState title={t('empty')} body={t('emptyBody')} />;
  const [, chosen = ''] = entriesAddress('/wallet', choice).split('?');
  return (
    <>
      <EntryFilter wallet={wallet} choice={choice} kept={kept} />
      {!newest && (
        <p className="mb-4">
          <Link
            rel="prev"
            href={entriesAddress('/wallet', choice, kept)}
            className="shell-link underline"
          >
            {t('newest')}
          </Link>
        </p>
      )}
      {entries.length === 0 ? (
        <EmptyState title={t('none')} />
      ) : (
        <EndlessEntries
          // Other entries are another history.
          key={`${chosen} ${entries[0]?.seq}`}
          first={{ rows: await entryRows(entries, locale), olderBefore }}
          locale={locale}
          choice={chosen}
          address={localizedPath(locale, entriesAddress('/wallet', choice, kept))}
          texts={{ older: t('older'), loading: t('loading'), pages: t('pages') }}
        />
      )}
    </>
  );
}
