import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { formatDateTime } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import type { PriceChangeView } from '@/lib/views/admin-products';

/** What a product has cost and was planned to cost, the newest change first. */
export async function PriceHistory({ changes }: { changes: PriceChangeView[] }) {
  const t = await getTranslations('backOffice.prices');
  const locale = await getLocale();
  if (changes.length === 0) return <p className="text-muted">{t('empty')}</p>;
  return (
    <Table label={t('history')}>
      <thead>
        <tr>
          <th scope="col">{t('at')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('by')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ id, at, by, change }) => (
          <tr key={id} data-price-change={change.kind}>
            <td className="whitespace-nowrap">{formatDateTime(at, locale)}</td>
            <td className="min-w-40">
              {change.kind === 'unplanned'
                ? t('unplanned')
                : t(change.kind, {
                    price: formatMoney(change.price, locale),
                    from: change.from ? formatDateTime(change.from, locale) : '',
                  })}
            </td>
            <td className="whitespace-nowrap">{by}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
