import { getTranslations } from 'next-intl/server';
import { Badge, type Tone } from '@/components/ui/badge';
import type { OrderStatus } from '@/lib/views/orders';

const tones: Record<OrderStatus, Tone> = {
  paid: 'success',
  fulfilled: 'primary',
  cancelled: 'neutral',
};

/** An order's state in words. */
export async function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const t = await getTranslations('orders.status');
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
