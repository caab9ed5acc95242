import { getLocale, getTranslations } from 'next-intl/server';
import { benefitText } from '@/components/coupons/benefit-text';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatEnd } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import type { OwnCouponView } from '@/lib/views/coupons';
import { couponReason } from './coupon-reason';

type OwnCouponsProps = {
  /** The best first. */
  coupons: OwnCouponView[];
  /** The code that was applied; null: none. */
  applied: string | null;
};

/**
 * The shopper's claimed coupons with what each does to this cart. A button of the checkout's form
 * (`use:<code>`) puts one into the coupon field and prices the cart with it, or takes it out again.
 */
export async function OwnCoupons({ coupons, applied }: OwnCouponsProps) {
  const t = await getTranslations('checkout.own');
  if (coupons.length === 0) return null;
  return (
    <section aria-labelledby="own-coupons" className="mt-4 border-t border-line pt-4">
      <h3 id="own-coupons" className="font-semibold">
        {t('title', { count: coupons.length })}
      </h3>
      <ul className="mt-1 divide-y divide-line">
        {coupons.map((coupon) => (
          <OwnCoupon
            key={coupon.outcome.code}
            coupon={coupon}
            isApplied={coupon.outcome.code === applied}
          />
        ))}
      </ul>
    </section>
  );
}

async function OwnCoupon({ coupon, isApplied }: { coupon: OwnCouponView; isApplied: boolean }) {
  const t = await getTranslations('checkout.own');
  const locale = await getLocale();
  const { benefit, endsAt, outcome } = coupon;
  const { code, usable } = outcome;
  return (
    <li data-own-coupon={code} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
      <div className="min-w-0 grow basis-48">
        <p className="font-semibold">{await benefitText(benefit)}</p>
        <p className="text-sm text-muted">
          {code} · {t('until', { until: formatEnd(endsAt, locale) })}
        </p>
        {!usable && <p className="text-sm text-warning">{await couponReason(outcome)}</p>}
      </div>
      {usable && (
        <div className="flex items-center gap-3 max-sm:w-full max-sm:justify-between">
          <p className="font-semibold text-accent tabular-nums" data-takes-off={outcome.discount}>
            {formatMoney(-outcome.discount, locale)}
          </p>
          <SubmitButton
            name="intent"
            value={isApplied ? 'use:' : `use:${code}`}
            variant="secondary"
            pendingText={t('applying')}
          >
            <span aria-hidden>{t(isApplied ? 'leave' : 'use')}</span>
            <span className="sr-only">{t(isApplied ? 'leaveOf' : 'useOf', { code })}</span>
          </SubmitButton>
        </div>
      )}
    </li>
  );
}
