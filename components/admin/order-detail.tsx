import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Money } from '@/components/ui/money';
import { PersonName } from '@/components/ui/person-name';
import { Table } from '@/components/ui/table';
import { isolate } from '@/lib/format/isolate';
import { Link } from '@/lib/i18n/link';
import type { AdminOrderView } from '@/lib/views/admin-lists';
import { productName } from '@/lib/views/admin-sales';

/** What an order bought and paid, as it was at that moment, and where it goes. */
export async function OrderDetail({ order }: { order: AdminOrderView }) {
  const t = await getTranslations('admin.orders');
  const locale = await getLocale();
  const facts = [
    [
      t('shopper'),
      <>
        <Link
          href={`/admin/customers/${order.customerId}`}
          className="inline-flex min-h-6 items-center text-primary underline"
        >
          <PersonName name={order.shopper} />
        </Link>{' '}
        <bdi>({order.email})</bdi>
      </>,
    ],
    // A closed account leaves none.
    [t('recipient'), order.recipient || '–'],
    [t('phone'), order.phone || '–'],
    [t('address'), order.address || '–'],
    [t('coupon'), await couponText(order)],
  ] as const;
  return (
    <>
      <Card title={t('items')}>
        <Table label={t('items')}>
          <thead>
            <tr>
              <th scope="col">{t('product')}</th>
              {(['unitPrice', 'quantity', 'lineTotal', 'discountShare'] as const).map((column) => (
                <th key={column} scope="col" className="numeric">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => (
              <tr key={line.productId} data-product={line.productId}>
                <th scope="row" className="min-w-32 font-normal">
                  <Link href={`/admin/stock/${line.productId}`} className="text-primary underline">
                    {productName(line, locale)}
                  </Link>
                </th>
                <td className="numeric">
                  <Money won={line.unitPrice} locale={locale} />
                </td>
                <td className="numeric">{line.quantity}</td>
                <td className="numeric">
                  <Money won={line.unitPrice * line.quantity} locale={locale} />
                </td>
                <td className="numeric">
                  <Money won={-line.discountShare} locale={locale} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
        <dl className="mt-4 ml-auto grid max-w-80 grid-cols-[1fr_auto] gap-x-6 gap-y-1 pr-3">
          <dt className="text-muted">{t('subtotal')}</dt>
          <dd className="text-right">
            <Money won={order.subtotal} locale={locale} />
          </dd>
          <dt className="text-muted">{t('discount')}</dt>
          <dd className="text-right">
            <Money won={-order.discount} locale={locale} />
          </dd>
          <dt className="font-bold">{t('total')}</dt>
          <dd className="text-right">
            <Money won={order.total} locale={locale} mark="total" className="font-bold" />
          </dd>
        </dl>
      </Card>
      <Card title={t('delivery')}>
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[8rem_1fr]">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-sm text-muted">{name}</dt>
              <dd className="max-sm:mb-2">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </>
  );
}

async function couponText({ couponCode, couponReason }: AdminOrderView): Promise<string> {
  const t = await getTranslations('admin.orders');
  if (couponCode === null) return t('couponNone');
  if (couponReason === null) return t('couponApplied', { code: isolate(couponCode) });
  return t('couponRefused', {
    code: isolate(couponCode),
    reason: t(`couponReason.${couponReason}`),
  });
}
