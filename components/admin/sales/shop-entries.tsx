import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { PersonName } from '@/components/ui/person-name';
import { Table } from '@/components/ui/table';
import { SignedMoney } from '@/components/wallet/signed-money';
import { formatDateTime } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import { formatOrderNumber } from '@/lib/format/order-number';
import { Link } from '@/lib/i18n/link';
import { officeAddress } from '@/lib/views/sales-address';
import type { SalesFilter } from '@/lib/views/sales-filter';
import type { ShopEntryView } from '@/lib/views/shop-entries';

type ShopEntriesProps = { entries: readonly ShopEntryView[]; filter: SalesFilter };

/** Entries of several wallets, each with its order or reason. */
export async function ShopEntries({ entries, filter }: ShopEntriesProps) {
  const t = await getTranslations('sales.entries');
  const locale = await getLocale();
  if (entries.length === 0) return <EmptyState title={t('empty')} />;
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          {(['at', 'number', 'shopper', 'kind', 'reference'] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
          {(['amount', 'after'] as const).map((column) => (
            <th key={column} scope="col" className="numeric">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.number} data-shop-entry={entry.number}>
            <td className="whitespace-nowrap">
              <time dateTime={entry.at.toISOString()}>{formatDateTime(entry.at, locale)}</time>
            </td>
            <th scope="row" className="font-normal whitespace-nowrap">
              {entry.number}
            </th>
            <td className="whitespace-nowrap">
              <Link
                href={officeAddress(`/admin/customers/${entry.userId}`, filter)}
                className="row-link"
              >
                <PersonName name={entry.shopper} />
              </Link>
            </td>
            <td className="whitespace-nowrap">{t(`kinds.${entry.kind}`)}</td>
            <td className="min-w-32">
              {entry.orderId === null ? (
                (entry.reason ?? '–')
              ) : (
                <Link
                  href={`/admin/orders/${entry.orderId}`}
                  className="row-link whitespace-nowrap"
                >
                  {formatOrderNumber(entry.orderId)}
                </Link>
              )}
            </td>
            <td className="numeric">
              <SignedMoney won={entry.amount} locale={locale} />
            </td>
            <td className="numeric">{formatMoney(entry.balanceAfter, locale)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
