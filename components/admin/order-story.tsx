import { getLocale, getTranslations } from 'next-intl/server';
import { formatDateTime } from '@/lib/format/date-time';
import type { AdminOrderView } from '@/lib/views/admin-lists';

/** What happened to an order, in order. */
export async function OrderStory({ order }: { order: AdminOrderView }) {
  const t = await getTranslations('admin.orders');
  const locale = await getLocale();
  const steps = [{ at: order.placedAt, text: t('placed') }];
  if (order.fulfilledAt) steps.push({ at: order.fulfilledAt, text: t('fulfilled') });
  if (order.cancelledAt) {
    steps.push({ at: order.cancelledAt, text: t('cancelled', { by: order.cancelledBy ?? '' }) });
  }
  return (
    <ol className="flex flex-col gap-3 border-l-2 border-line pl-4">
      {steps.map(({ at, text }) => (
        <li key={text}>
          <p>{text}</p>
          <p className="text-sm text-muted tabular-nums">{formatDateTime(at, locale)}</p>
        </li>
      ))}
    </ol>
  );
}
