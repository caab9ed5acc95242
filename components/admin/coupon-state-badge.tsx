import { getTranslations } from 'next-intl/server';
import { Badge, type Tone } from '@/components/ui/badge';
import type { CouponStateView } from '@/lib/views/admin-lists';

const tones: Record<CouponStateView, Tone> = {
  live: 'success',
  disabled: 'neutral',
  notStarted: 'primary',
  expired: 'neutral',
  usedUp: 'warning',
};

/** Whether a coupon works now, and if not, why. */
export async function CouponStateBadge({ state }: { state: CouponStateView }) {
  const t = await getTranslations('admin.coupons.state');
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
