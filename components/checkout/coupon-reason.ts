import { getLocale, getTranslations } from 'next-intl/server';
import { formatEnd, formatStart } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import type { CouponView } from '@/lib/views/coupon';

/** Why a coupon does not apply, with its dates and amounts, in the page's language. */
export async function couponReason({
  reason,
  gap,
  terms,
}: Extract<CouponView, { usable: false }>): Promise<string> {
  const t = await getTranslations('checkout.couponReasons');
  const locale = await getLocale();
  return t(reason, {
    gap: formatMoney(gap ?? 0, locale),
    minimum: formatMoney(terms?.minSubtotal ?? 0, locale),
    from: terms ? formatStart(terms.startsAt, locale) : '',
    until: terms ? formatEnd(terms.endsAt, locale) : '',
    limit: terms?.perShopperLimit ?? 1,
  });
}
