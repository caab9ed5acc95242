import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Money } from '@/components/ui/money';
import { PersonName } from '@/components/ui/person-name';
import { Table } from '@/components/ui/table';
import { formatDateTime } from '@/lib/format/date-time';
import { formatOrderNumber } from '@/lib/format/order-number';
import { Link } from '@/lib/i18n/link';
import type { RedemptionView } from '@/lib/views/admin-coupons';

/** Who used a coupon, by order. */
export async function RedemptionsTable({ rows }: { rows: RedemptionView[] }) {
  const t = await getTranslations('backOffice.coupons.redemptions');
  const locale = await getLocale();
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('order')}</th>
          <th scope="col">{t('at')}</th>
          <th scope="col">{t('shopper')}</th>
          <th scope="col" className="numeric">
            {t('discount')}
          </th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ orderId, at, shopper, email, discount, reversedAt }) => (
          <tr key={orderId} id={`redemption-${orderId}`} data-redemption={orderId}>
            <th scope="row" className="font-normal whitespace-nowrap">
              <Link href={`/admin/orders/${orderId}`} className="text-primary underline">
                {formatOrderNumber(orderId)}
              </Link>
            </th>
            <td className="whitespace-nowrap">{formatDateTime(at, locale)}</td>
            <td className="min-w-32">
              <PersonName name={shopper} /> <span className="text-muted">{email}</span>
            </td>
            <td className="numeric">
              <Money won={discount} locale={locale} />
            </td>
            <td className="whitespace-nowrap">
              <Badge tone={reversedAt ? 'neutral' : 'success'}>
                {t(reversedAt ? 'reversed' : 'counts')}
              </Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
