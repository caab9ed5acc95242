import { getLocale, getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { isolate } from '@/lib/format/isolate';
import { formatMoney } from '@/lib/format/money';
import type { CouponView } from '@/lib/views/coupon';
import { couponReason } from './coupon-reason';
import { WayOut } from './way-out';

/** The same in one sentence. */
export async function couponSentence(coupon: CouponView, total: number): Promise<string> {
  const t = await getTranslations('checkout.coupon');
  const locale = await getLocale();
  const money = (won: number) => formatMoney(won, locale);
  return coupon.usable
    ? t('applied', { code: isolate(coupon.code), discount: money(coupon.discount) })
    : t('unusable', { reason: await couponReason(coupon), total: money(total) });
}

/** What the coupon does to this cart, or the precise reason why it does nothing. */
export async function CouponResult({ coupon, total }: { coupon: CouponView; total: number }) {
  const t = await getTranslations('checkout');
  const locale = await getLocale();
  const sentence = await couponSentence(coupon, total);
  if (coupon.usable) {
    return (
      <p data-coupon="applied" className="flex items-start gap-1.5 text-success">
        <Icon name="circle-check" size={18} className="mt-1 shrink-0" />
        <span>{sentence}</span>
      </p>
    );
  }
  const { reason, missedDiscount } = coupon;
  return (
    <div data-coupon={reason} className="flex items-start gap-1.5 text-warning">
      <Icon name="info" size={18} className="mt-1 shrink-0" />
      <p>
        {sentence}
        {missedDiscount !== null && missedDiscount > 0 && (
          <> {t('coupon.missed', { discount: formatMoney(missedDiscount, locale) })}</>
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
