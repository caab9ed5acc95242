import { getLocale, getTranslations } from 'next-intl/server';
import { couponReason } from '@/components/checkout/coupon-reason';
import { buttonClass } from '@/components/ui/button-class';
import { Icon } from '@/components/ui/icon';
import { claimOwnCoupon } from '@/lib/actions/coupons';
import { formatEnd } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import { localizedPath } from '@/lib/i18n/localized-path';
import type { CouponOfferView } from '@/lib/views/coupons';
import { benefitText } from './benefit-text';
import { ClaimForm } from './claim-form';

type CouponCardProps = { offer: CouponOfferView; signedIn: boolean };

/** A first-come coupon: what it gives, how many are left, and the one press that claims it. */
export async function CouponCard({ offer, signedIn }: CouponCardProps) {
  const t = await getTranslations('coupons');
  const locale = await getLocale();
  const { couponId, minSubtotal, endsAt, left, limit, own } = offer;
  const benefit = await benefitText(offer.benefit);
  const gone = own === null && left === 0;
  const state = own ? (own.usable ? 'claimed' : own.reason) : gone ? 'gone' : 'open';
  return (
    <li
      data-offer={couponId}
      data-state={state}
      className="flex flex-col gap-4 rounded-card border border-line bg-bg p-4 md:p-6"
    >
      <div className="flex grow flex-col gap-1">
        <h2 className={`text-xl font-bold ${gone ? 'text-muted' : ''}`}>{benefit}</h2>
        <p>
          {minSubtotal === 0
            ? t('noMinimum')
            : t('minimum', { amount: formatMoney(minSubtotal, locale) })}
        </p>
        <p className="text-sm text-muted">{t('until', { until: formatEnd(endsAt, locale) })}</p>
      </div>
      {own === null && (
        <div className="flex flex-col gap-1">
          <svg
            viewBox="0 0 100 1"
            preserveAspectRatio="none"
            className="h-1.5 w-full rounded-full bg-surface-2"
            aria-hidden
          >
            <rect width={(left / limit) * 100} height={1} className="fill-primary" />
          </svg>
          <p className="text-sm" data-left={left}>
            {gone ? t('gone') : t('left', { left })}{' '}
            <span className="text-muted">{t('of', { limit })}</span>
          </p>
        </div>
      )}
      {signedIn ? (
        <ClaimForm
          action={claimOwnCoupon}
          locale={locale}
          couponId={couponId}
          open={own === null && !gone}
          own={own && <Own own={own} />}
          texts={{
            check: t('check'),
            claim: t('claim'),
            label: t('claimOf', { benefit }),
            pending: t('claiming'),
          }}
        />
      ) : (
        !gone && (
          <a
            href={localizedPath(locale, `/sign-in?next=${encodeURIComponent('/coupons')}`)}
            className={buttonClass({ variant: 'secondary', wide: true })}
          >
            <span aria-hidden>{t('signIn')}</span>
            <span className="sr-only">{t('signInOf', { benefit })}</span>
          </a>
        )
      )}
    </li>
  );
}

async function Own({ own }: { own: NonNullable<CouponOfferView['own']> }) {
  const t = await getTranslations('coupons');
  if (!own.usable) {
    return (
      <p className="rounded-control bg-surface p-3 text-sm text-muted">
        {t('ownCode', { code: own.code })} {await couponReason(own)}
      </p>
    );
  }
  return (
    <div className="flex items-start gap-2 rounded-control bg-success-soft p-3">
      <Icon name="circle-check" size={20} className="mt-0.5 shrink-0 text-success" />
      <div>
        <p className="font-semibold text-success">{t('claimed')}</p>
        <p className="text-sm">{t('useHint', { code: own.code })}</p>
      </div>
    </div>
  );
}
