import { getTranslations } from 'next-intl/server';
import { formatDate, formatTime } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import { formatOrderNumber } from '@/lib/format/order-number';
import type { Locale } from '@/lib/i18n/locales';
import { localizedPath } from '@/lib/i18n/localized-path';
import type { EntryRowView, WalletEntryView } from '@/lib/views/wallet';

/** Entries as the lines of a history, in words: dates are written on the server only. */
export async function entryRows(
  entries: readonly WalletEntryView[],
  locale: Locale,
): Promise<EntryRowView[]> {
  const t = await getTranslations({ locale, namespace: 'wallet' });
  return entries.map(({ seq, number, orderId, reason, amount, createdAt, ...entry }) => {
    const kind = t(`kinds.${entry.kind}`);
    return {
      ...{ seq, kind, reason, amount },
      href: localizedPath(locale, `/wallet/entries/${seq}`),
      label: t('history.open', { kind, number }),
      day: formatDate(createdAt, locale),
      time: formatTime(createdAt, locale),
      createdAt: createdAt.toISOString(),
      reference:
        orderId === null
          ? { text: number, href: null }
          : {
              text: t('history.order', { number: formatOrderNumber(orderId) }),
              href: localizedPath(locale, `/orders/${orderId}`),
            },
      balanceAfter: t('history.balanceAfter', { balance: formatMoney(entry.balanceAfter, locale) }),
    };
  });
}
