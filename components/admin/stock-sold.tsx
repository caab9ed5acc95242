import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Money } from '@/components/ui/money';
import { formatCount } from '@/lib/format/count';
import { formatDateTime } from '@/lib/format/date-time';
import { formatOrderNumber } from '@/lib/format/order-number';
import { Link } from '@/lib/i18n/link';
import type { ProductStockView } from '@/lib/views/admin-lists';

/** What a product had sold until an earlier moment. */
export async function StockSold({
  sold: { units, revenue, lastSale },
}: {
  sold: Exclude<ProductStockView['past'], 'notIn' | null>;
}) {
  const t = await getTranslations('admin.stock');
  const locale = await getLocale();
  return (
    <Card title={t('sold.title')}>
      {lastSale === null ? (
        <p className="text-muted">{t('sold.none')}</p>
      ) : (
        <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-2">
          <dt className="text-muted">{t('sold.units')}</dt>
          <dd className="text-right tabular-nums" data-units={units}>
            {formatCount(units, locale)}
          </dd>
          <dt className="text-muted">{t('sold.revenue')}</dt>
          <dd className="text-right" data-revenue={revenue}>
            <Money won={revenue} locale={locale} />
          </dd>
          <dt className="text-muted">{t('sold.lastPrice')}</dt>
          <dd className="text-right">
            <Money won={lastSale.unitPrice} locale={locale} />
          </dd>
          <dt className="text-muted">{t('sold.lastOrder')}</dt>
          <dd className="text-right">
            <Link href={`/admin/orders/${lastSale.orderId}`} className="text-primary underline">
              {t('history.order', { number: formatOrderNumber(lastSale.orderId) })}
            </Link>
            <span className="block text-sm text-muted">
              {formatDateTime(lastSale.placedAt, locale)}
            </span>
          </dd>
        </dl>
      )}
    </Card>
  );
}
