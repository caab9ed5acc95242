import { getLocale, getTranslations } from 'next-intl/server';
import { formatMoney } from '@/lib/format/money';
import type { CouponBenefit } from '@/lib/views/coupons';

/** What a coupon takes off, in the page's language: `10% 할인 (최대 5,000원)`. */
export async function benefitText({ kind, percent, amount, cap }: CouponBenefit): Promise<string> {
  const t = await getTranslations('coupons');
  const locale = await getLocale();
  if (kind === 'fixed') return t('fixed', { amount: formatMoney(amount ?? 0, locale) });
  const rate = { percent: percent ?? 0 };
  return cap === null
    ? t('percent', rate)
    : t('percentCap', { ...rate, cap: formatMoney(cap, locale) });
}
