import { getLocale, getTranslations } from 'next-intl/server';
import { PersonName } from '@/components/ui/person-name';
import { Table } from '@/components/ui/table';
import { formatCount, formatCountChange } from '@/lib/format/count';
import { formatDateTime } from '@/lib/format/date-time';
import { formatOrderNumber } from '@/lib/format/order-number';
import { Link } from '@/lib/i18n/link';
import type { StockMovementView } from '@/lib/views/admin-lists';

/** Every movement of a product's stock with what caused it. */
export async function StockHistory({ movements }: { movements: StockMovementView[] }) {
  const t = await getTranslations('admin.stock.history');
  const locale = await getLocale();
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('at')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col" className="numeric">
            {t('delta')}
          </th>
          <th scope="col" className="numeric">
            {t('after')}
          </th>
          <th scope="col">{t('why')}</th>
          <th scope="col">{t('who')}</th>
        </tr>
      </thead>
      <tbody>
        {movements.map((movement) => (
          <tr key={movement.id} id={`movement-${movement.id}`} data-movement={movement.delta}>
            <td className="whitespace-nowrap">{formatDateTime(movement.at, locale)}</td>
            <td className="whitespace-nowrap">{t(`kinds.${movement.kind}`)}</td>
            <td className="numeric font-semibold">{formatCountChange(movement.delta, locale)}</td>
            <td className="numeric">{formatCount(movement.quantityAfter, locale)}</td>
            <td className="min-w-32">
              {movement.orderId === null ? (
                movement.reason
              ) : (
                <Link
                  href={`/admin/orders/${movement.orderId}`}
                  className="whitespace-nowrap text-primary underline"
                >
                  {t('order', { number: formatOrderNumber(movement.orderId) })}
                </Link>
              )}
            </td>
            <td className="whitespace-nowrap">
              {movement.actor !== null && <PersonName name={movement.actor} />}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
