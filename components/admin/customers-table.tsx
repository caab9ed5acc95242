import { getLocale, getTranslations } from 'next-intl/server';
import { Money } from '@/components/ui/money';
import { PersonName } from '@/components/ui/person-name';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { formatDate } from '@/lib/format/date-time';
import { Link } from '@/lib/i18n/link';
import type { CustomerRowView } from '@/lib/views/admin-lists';

/** Accounts with wallet and orders. */
export async function CustomersTable({ rows }: { rows: CustomerRowView[] }) {
  const t = await getTranslations('admin.customers');
  const locale = await getLocale();
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          {(['name', 'email', 'joined'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
          {(['balance', 'orders', 'spent'] as const).map((column) => (
            <th key={column} scope="col" className="numeric">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((customer) => (
          <tr key={customer.userId} data-customer={customer.userId}>
            <th scope="row" className="whitespace-nowrap">
              <Link
                href={`/admin/customers/${customer.userId}`}
                className="inline-flex min-h-6 items-center text-primary underline"
              >
                <PersonName name={customer.name} />
              </Link>
            </th>
            <td className="min-w-56">
              <bdi>{customer.email}</bdi>
            </td>
            <td className="whitespace-nowrap">{formatDate(customer.joinedAt, locale)}</td>
            <td className="numeric">
              <Money won={customer.balance} locale={locale} mark="balance" />
            </td>
            <td className="numeric">{formatCount(customer.orders, locale)}</td>
            <td className="numeric">
              <Money won={customer.spent} locale={locale} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
