import { getLocale, getTranslations } from 'next-intl/server';
import { Money } from '@/components/ui/money';
import { PersonName } from '@/components/ui/person-name';
import { Table } from '@/components/ui/table';
import { formatDateTime } from '@/lib/format/date-time';
import { formatOrderNumber } from '@/lib/format/order-number';
import { Link } from '@/lib/i18n/link';
import type { RecentOrderView } from '@/lib/views/admin-sales';
import { OrderStatus } from './order-status';

/** Orders as lines that lead to their detail. */
export async function OrdersTable({ orders, label }: { orders: RecentOrderView[]; label: string }) {
  const t = await getTranslations('admin.orders.columns');
  const locale = await getLocale();
  return (
    <Table label={label}>
      <thead>
        <tr>
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('placedAt')}</th>
          <th scope="col">{t('shopper')}</th>
          <th scope="col">{t('status')}</th>
          <th scope="col" className="numeric">
            {t('total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map(({ orderId, placedAt, shopper, status, total }) => (
          <tr key={orderId} data-order={orderId}>
            <th scope="row" className="font-normal">
              <Link
                href={`/admin/orders/${orderId}`}
                className="inline-flex min-h-6 items-center whitespace-nowrap text-primary underline"
              >
                {formatOrderNumber(orderId)}
              </Link>
            </th>
            <td className="whitespace-nowrap">{formatDateTime(placedAt, locale)}</td>
            <td className="whitespace-nowrap">
              <PersonName name={shopper} />
            </td>
            <td className="whitespace-nowrap">
              <OrderStatus status={status} />
            </td>
            <td className="numeric">
              <Money won={total} locale={locale} mark="total" />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
