import { getLocale, getTranslations } from 'next-intl/server';
import { PersonName } from '@/components/ui/person-name';
import { Table } from '@/components/ui/table';
import { SignedMoney } from '@/components/wallet/signed-money';
import { formatDateTime } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import { formatOrderNumber } from '@/lib/format/order-number';
import { Link } from '@/lib/i18n/link';
import type { CustomerEntryView } from '@/lib/views/admin-customers';

/** Entries of a customer's wallet; each can be linked to as `#entry-3`. */
export async function CustomerEntries({ entries }: { entries: CustomerEntryView[] }) {
  const t = await getTranslations('office.customer.entries');
  const kinds = await getTranslations('wallet.kinds');
  const locale = await getLocale();
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          {(['at', 'number', 'kind'] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
          {(['amount', 'after'] as const).map((column) => (
            <th key={column} scope="col" className="numeric">
              {t(column)}
            </th>
          ))}
          {(['why', 'who'] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.seq} id={`entry-${entry.seq}`} data-entry={entry.seq}>
            <td className="whitespace-nowrap">{formatDateTime(entry.at, locale)}</td>
            <th scope="row" className="font-normal whitespace-nowrap">
              {entry.number}
            </th>
            <td className="whitespace-nowrap">{kinds(entry.kind)}</td>
            <td className="numeric">
              <SignedMoney won={entry.amount} locale={locale} />
            </td>
            <td className="numeric">{formatMoney(entry.balanceAfter, locale)}</td>
            <td className="min-w-32">
              {entry.orderId === null ? (
                <bdi>{entry.reason}</bdi>
              ) : (
                <Link
                  href={`/admin/orders/${entry.orderId}`}
                  className="whitespace-nowrap text-primary underline"
                >
                  {formatOrderNumber(entry.orderId)}
                </Link>
              )}
            </td>
            <td className="whitespace-nowrap">
              <PersonName name={entry.actor} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
