import { CircleCheck, Info } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatEnd, formatStart } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import type { CouponView } from '@/lib/views/checkout';

/** What the coupon does to this cart, or the precise reason why it does nothing. */
export async function CouponResult({ coupon, total }: { coupon: CouponView; total: number }) {
  const t = await getTranslations('checkout');
  const locale = await getLocale();
  const money = (won: number) => formatMoney(won, locale);
  if (coupon.usable) {
    const { code, discount } = coupon;
    return (
      <p data-coupon="applied" className="flex items-start gap-1.5 text-success">
        <CircleCheck aria-hidden size={18} className="mt-1 shrink-0" />
        <span>{t('coupon.applied', { code, discount: money(discount) })}</span>
      </p>
    );
  }
  const { reason, gap, missedDiscount, terms } = coupon;
  const why = t(`couponReasons.${reason}`, {
    gap: money(gap ?? 0),
    minimum: money(terms?.minSubtotal ?? 0),
    from: terms ? formatStart(terms.startsAt, locale) : '',
    until: terms ? formatEnd(terms.endsAt, locale) : '',
    limit: terms?.perShopperLimit ?? 1,
  });
  return (
    <div data-coupon={reason} className="flex items-start gap-1.5 text-warning">
      <Info aria-hidden size={18} className="mt-1 shrink-0" />
      <p>
        {t('coupon.unusable', { reason: why, total: money(total) })}
        {missedDiscount !== null && missedDiscount > 0 && (
          <> {t('coupon.missed', { discount: money(missedDiscount) })}</>
        )}
      </p>
    </div>
  );
}
