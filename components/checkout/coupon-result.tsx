import { getLocale, getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { formatMoney } from '@/lib/format/money';
import type { CouponView } from '@/lib/views/coupon';
import { couponReason } from './coupon-reason';
import { WayOut } from './way-out';

/** What the coupon does to this cart, or the precise reason why it does nothing. */
export async function CouponResult({ coupon, total }: { coupon: CouponView; total: number }) {
  const t = await getTranslations('checkout');
  const locale = await getLocale();
  const money = (won: number) => formatMoney(won, locale);
  if (coupon.usable) {
    const { code, discount } = coupon;
    return (
      <p data-coupon="applied" className="flex items-start gap-1.5 text-success">
        <Icon name="circle-check" size={18} className="mt-1 shrink-0" />
        <span>{t('coupon.applied', { code, discount: money(discount) })}</span>
      </p>
    );
  }
  const { reason, missedDiscount } = coupon;
  return (
    <div data-coupon={reason} className="flex items-start gap-1.5 text-warning">
      <Icon name="info" size={18} className="mt-1 shrink-0" />
      <p>
        {t('coupon.unusable', { reason: await couponReason(coupon), total: money(total) })}
        {missedDiscount !== null && missedDiscount > 0 && (
          <> {t('coupon.missed', { discount: money(missedDiscount) })}</>
        )}
        {/* A first-come coupon has no code for whoever has not claimed it. */}
        {reason === 'NOT_FOUND' && (
          <>
            {' '}
            <WayOut intent="coupons" className="min-h-6 text-left underline">
              {t('coupon.claimFirst')}
            </WayOut>
          </>
        )}
      </p>
    </div>
  );
}
