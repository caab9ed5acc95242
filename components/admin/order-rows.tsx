import { getLocale, getTranslations } from 'next-intl/server';
import { Money } from '@/components/ui/money';
import { PersonName } from '@/components/ui/person-name';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { formatDateTime } from '@/lib/format/date-time';
import { formatOrderNumber } from '@/lib/format/order-number';
import { Link } from '@/lib/i18n/link';
import type { OrderRowView } from '@/lib/views/admin-orders';
import { FulfilTick } from './fulfil-many-form';
import { OrderStatus } from './order-status';

type OrderRowsProps = {
  orders: OrderRowView[];
  /** The list goes by the day of the cancel. */
  byCancel: boolean;
  /** Units and money are those of one product's lines. */
  ofProduct: boolean;
  /** Paid orders can be ticked. */
  open: boolean;
  /** Every order that can be marked begins ticked. */
  ticked: boolean;
};

/** Orders as lines that lead to their detail, each that is paid with a box to tick. */
export async function OrderRows({ orders, byCancel, ofProduct, open, ticked }: OrderRowsProps) {
  const t = await getTranslations('office.orders');
  const locale = await getLocale();
  const link = 'inline-flex min-h-6 items-center whitespace-nowrap text-primary underline';
  return (
    <Table label={t('label')}>
      <thead>
        <tr>
          {open && <th scope="col">{t('columns.tick')}</th>}
          <th scope="col">{t('columns.number')}</th>
          <th scope="col">{t(byCancel ? 'columns.cancelledAt' : 'columns.placedAt')}</th>
          {(['customer', 'status'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
          {(['units', 'discount', 'total'] as const).map((column) => (
            <th key={column} scope="col" className="numeric">
              {t(ofProduct ? `columns.ofProduct.${column}` : `columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.orderId} data-order={order.orderId}>
            {open && (
              <td>
                {order.status === 'paid' && (
                  <FulfilTick
                    orderId={order.orderId}
                    label={t('tick', { number: formatOrderNumber(order.orderId) })}
                    ticked={ticked}
                  />
                )}
              </td>
            )}
            <th scope="row" className="font-normal">
              <Link href={`/admin/orders/${order.orderId}`} className={link}>
                {formatOrderNumber(order.orderId)}
              </Link>
            </th>
            <td className="whitespace-nowrap">
              {formatDateTime((byCancel && order.cancelledAt) || order.placedAt, locale)}
            </td>
            <td>
              <Link href={`/admin/customers/${order.customerId}`} className={link}>
                <PersonName name={order.customer} />
              </Link>
            </td>
            <td className="whitespace-nowrap">
              <OrderStatus status={order.status} />
            </td>
            <td className="numeric">{formatCount(order.units, locale)}</td>
            <td className="numeric">
              <Money won={-order.discount} locale={locale} />
            </td>
            <td className="numeric">
              <Money won={order.total} locale={locale} mark="total" />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
