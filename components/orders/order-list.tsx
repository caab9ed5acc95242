import { getLocale, getTranslations } from 'next-intl/server';
import { ProductArt } from '@/components/catalog/product-art';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Money } from '@/components/ui/money';
import { formatDateTime } from '@/lib/format/date-time';
import { isolate } from '@/lib/format/isolate';
import { formatOrderNumber } from '@/lib/format/order-number';
import { Link } from '@/lib/i18n/link';
import type { OrderSummaryView, OrdersView } from '@/lib/views/orders';
import { OrderStatusBadge } from './order-status-badge';

/** A shopper's orders, newest first, each a link to its receipt. */
export async function OrderList({ orders, olderBefore, newest }: OrdersView) {
  const t = await getTranslations('orders.list');
  if (orders.length === 0 && newest) {
    return (
      <EmptyState
        title={t('empty')}
        body={t('emptyBody')}
        action={<ButtonLink href="/products">{t('browse')}</ButtonLink>}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="order-table">
        {/* Each row says what it holds; this is for the eye. */}
        <p aria-hidden className="order-head">
          {(['what', 'placedAt', 'number', 'total', 'status'] as const).map((column) => (
            <span key={column}>{t(`columns.${column}`)}</span>
          ))}
        </p>
        <ul>
          {orders.map((order) => (
            <OrderRow key={order.orderId} order={order} />
          ))}
        </ul>
      </div>
      {(olderBefore !== null || !newest) && (
        <nav aria-label={t('pages')} className="flex flex-wrap gap-2">
          {!newest && (
            <Link rel="prev" href="/orders" className="shell-link underline">
              {t('newest')}
            </Link>
          )}
          {olderBefore !== null && (
            <Link
              rel="next"
              href={`/orders?before=${olderBefore}`}
              className="shell-link underline"
            >
              {t('older')}
            </Link>
          )}
        </nav>
      )}
    </div>
  );
}

async function OrderRow({ order }: { order: OrderSummaryView }) {
  const t = await getTranslations('orders.list');
  const locale = await getLocale();
  const { orderId, status, total, placedAt, firstName, others, art, category } = order;
  return (
    <li data-order={orderId}>
      <Link href={`/orders/${orderId}`} className="order-row">
        <ProductArt art={art} category={category} className="size-14 shrink-0 rounded-control" />
        <div className="min-w-0 grow lg:contents">
          <p className="font-semibold">{t('items', { first: isolate(firstName), others })}</p>
          <p className="flex flex-wrap gap-x-2 text-sm text-muted lg:contents">
            <time dateTime={placedAt.toISOString()}>{formatDateTime(placedAt, locale)}</time>
            <span className="whitespace-nowrap">{formatOrderNumber(orderId)}</span>
          </p>
        </div>
        <div className="flex shrink-0 flex-col items-end gap-1 lg:contents">
          <Money won={total} locale={locale} className="font-bold" />
          <OrderStatusBadge status={status} />
        </div>
      </Link>
    </li>
  );
}
