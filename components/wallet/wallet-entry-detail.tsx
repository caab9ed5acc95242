import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { formatDateTime, formatTimestamp } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import type { WalletEntryPageView, WalletEntryView } from '@/lib/views/wallet';
import { EntryReference } from './entry-reference';
import { SignedMoney } from './signed-money';

/** One entry: what moved, why, by whom, and that it follows from the one before it. */
export async function WalletEntryDetail({ view }: { view: WalletEntryPageView }) {
  const t = await getTranslations('wallet');
  const locale = await getLocale();
  const { entry, before, after, follows } = view;
  const { amount, balanceAfter, kind, seq } = entry;
  // Entries are numbered without a gap: only the first has none before it.
  const lost = before === null && seq > 1;
  const money = (won: number) => formatMoney(won, locale);
  const sum = {
    before: money(before?.balanceAfter ?? 0),
    sign: amount < 0 ? '−' : '+',
    amount: money(Math.abs(amount)),
    after: money(balanceAfter),
  };
  return (
    <>
      <Card>
        <p className="text-muted">{t(`kinds.${kind}`)}</p>
        <p className="text-3xl font-bold">
          <SignedMoney won={amount} locale={locale} />
        </p>
        <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
          <Fact term={t('entry.number')}>{entry.number}</Fact>
          <Fact term={t('entry.time')}>
            <time dateTime={formatTimestamp(entry.createdAt)}>
              {formatDateTime(entry.createdAt, locale)}
            </time>
          </Fact>
          {entry.orderId !== null && (
            <Fact term={t('entry.reference')}>
              <EntryReference entry={entry} />
            </Fact>
          )}
          {entry.reason !== null && <Fact term={t('entry.reason')}>{entry.reason}</Fact>}
          <Fact term={t('entry.actor')}>
            {t(entry.byOperator ? 'entry.operator' : 'entry.self')}
          </Fact>
          {!lost && <Fact term={t('entry.before')}>{sum.before}</Fact>}
          <Fact term={t('entry.after')}>
            <span data-balance-after={balanceAfter}>{sum.after}</span>
          </Fact>
        </dl>
        <div className="mt-4" data-follows={follows}>
          {follows ? (
            <p className="flex items-start gap-1.5 text-sm">
              <Icon name="circle-check" size={18} className="mt-0.5 shrink-0 text-success" />
              <span>{t('entry.follows', sum)}</span>
            </p>
          ) : (
            <Notice tone="danger" announce="alert" title={t('proof.broken')}>
              <p>{lost ? t('entry.lost') : t('entry.broken', sum)}</p>
              <p>{t('proof.brokenBody')}</p>
            </Notice>
          )}
        </div>
      </Card>
      <nav aria-label={t('entry.neighbours')} className="grid gap-3 sm:grid-cols-2">
        <Neighbour
          title={t('entry.previous')}
          none={lost ? t('entry.lost') : t('entry.first')}
          entry={before}
          rel="prev"
        />
        <Neighbour title={t('entry.next')} none={t('entry.last')} entry={after} rel="next" />
      </nav>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="text-right tabular-nums">{children}</dd>
    </>
  );
}

type NeighbourProps = {
  title: string;
  /** Said when there is none. */
  none: string;
  entry: WalletEntryView | null;
  rel: 'prev' | 'next';
};

async function Neighbour({ title, none, entry, rel }: NeighbourProps) {
  const t = await getTranslations('wallet');
  const locale = await getLocale();
  const box = 'flex min-h-11 flex-col rounded-card border border-line p-4';
  if (!entry) {
    return (
      <p className={`${box} text-muted`}>
        <span className="text-sm">{title}</span>
        {none}
      </p>
    );
  }
  return (
    <Link href={`/wallet/entries/${entry.seq}`} rel={rel} className={`${box} hover:bg-surface`}>
      <span className="text-sm text-muted">{title}</span>
      <span className="flex flex-wrap justify-between gap-x-3">
        <span className="font-semibold">{t(`kinds.${entry.kind}`)}</span>
        <SignedMoney won={entry.amount} locale={locale} />
      </span>
      <span className="text-right text-sm text-muted tabular-nums">
        {t('history.balanceAfter', { balance: formatMoney(entry.balanceAfter, locale) })}
      </span>
    </Link>
  );
}
