import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDate, formatTime } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import { formatOrderNumber } from '@/lib/format/order-number';
import { Link } from '@/lib/i18n/link';
import type { WalletEntryView, WalletView } from '@/lib/views/wallet';

/** The wallet's entries by Seoul day, newest first, with links to older ones. */
export async function WalletHistory({
  wallet: { entries, olderBefore, newest },
  hrefFor,
}: {
  wallet: WalletView;
  /** The address of the page that begins before an entry; null: of the newest. */
  hrefFor: (before: number | null) => string;
}) {
  const t = await getTranslations('wallet.history');
  const locale = await getLocale();
  if (entries.length === 0) return <EmptyState title={t('empty')} body={t('emptyBody')} />;
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
      {(olderBefore !== null || !newest) && (
        <nav aria-label={t('pages')} className="flex flex-wrap gap-2">
          {!newest && (
            <Link rel="prev" href={hrefFor(null)} className="shell-link underline">
              {t('newest')}
            </Link>
          )}
          {olderBefore !== null && (
            <Link rel="next" href={hrefFor(olderBefore)} className="shell-link underline">
              {t('older')}
            </Link>
          )}
        </nav>
      )}
    </div>
  );
}

async function WalletEntry({ entry }: { entry: WalletEntryView }) {
  const t = await getTranslations('wallet');
  const locale = await getLocale();
  const { kind, amount, balanceAfter, orderId, reason, createdAt, seq } = entry;
  const sign = amount > 0 ? '+' : '';
  return (
    <li data-entry={seq} className="flex items-start justify-between gap-4 py-3">
      <div className="min-w-0">
        <p className="font-semibold">{t(`kinds.${kind}`)}</p>
        <p className="flex flex-wrap gap-x-2 text-sm text-muted">
          <time dateTime={createdAt.toISOString()}>{formatTime(createdAt, locale)}</time>
          {orderId !== null && (
            <Link href={`/orders/${orderId}`} className="text-primary underline">
              {t('history.order', { number: formatOrderNumber(orderId) })}
            </Link>
          )}
          {reason !== null && <span>{reason}</span>}
        </p>
      </div>
      <div className="shrink-0 text-right tabular-nums">
        <p className="font-bold whitespace-nowrap" data-amount={amount}>
          {sign}
          {formatMoney(amount, locale)}
        </p>
        <p className="text-sm whitespace-nowrap text-muted">
          {t('history.balanceAfter', { balance: formatMoney(balanceAfter, locale) })}
        </p>
      </div>
    </li>
  );
}
