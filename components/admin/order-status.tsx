import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { OrderStatusView } from '@/lib/views/admin-sales';

const tones: Record<OrderStatusView, Tone> = {
  paid: 'primary',
  fulfilled: 'success',
  cancelled: 'neutral',
};

/** Where an order stands, in words. */
export function OrderStatus({ status }: { status: OrderStatusView }) {
  const t = useTranslations('admin.orders.status');
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
