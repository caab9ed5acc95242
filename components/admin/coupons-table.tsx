import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { formatCount } from '@/lib/format/count';
import { formatDateTime } from '@/lib/format/date-time';
import { formatMoney } from '@/lib/format/money';
import { Link } from '@/lib/i18n/link';
import type { Locale } from '@/lib/i18n/locales';
import type { FormAction } from '@/lib/views/action-answer';
import type { CouponRowView } from '@/lib/views/admin-lists';
import { CouponStateBadge } from './coupon-state-badge';
import { CouponSwitch } from './coupon-switch';

type CouponsTableProps<Refusal extends { code: string }> = {
  coupons: CouponRowView[];
  switchAction: FormAction<null, Refusal>;
};

/** Coupons with their terms, use so far and a switch. */
export async function CouponsTable<Refusal extends { code: string }>({
  coupons,
  switchAction,
}: CouponsTableProps<Refusal>) {
  const t = await getTranslations('admin.coupons');
  const forms = await getTranslations('forms');
  const locale = await getLocale();
  return (
    <Table label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('columns.code')}</th>
          <th scope="col">{t('columns.state')}</th>
          <th scope="col">{t('columns.terms')}</th>
          <th scope="col" className="numeric">
            {t('columns.minimum')}
          </th>
          <th scope="col" className="numeric">
            {t('columns.used')}
          </th>
          <th scope="col">{t('columns.period')}</th>
          <th scope="col">{t('columns.action')}</th>
        </tr>
      </thead>
      <tbody>
        {coupons.map((coupon) => (
          <tr key={coupon.id} data-coupon={coupon.code} data-state={coupon.state}>
            <th scope="row" className="whitespace-nowrap">
              <Link href={`/admin/coupons/${coupon.id}`} className="text-primary underline">
                {coupon.code}
              </Link>
            </th>
            <td className="whitespace-nowrap">
              <CouponStateBadge state={coupon.state} />
            </td>
            <td className="min-w-36">
              {termsText(coupon, locale, t)}
              {coupon.perShopperLimit !== null && (
                <span className="block text-muted">
                  {t('perShopper', { count: coupon.perShopperLimit })}
                </span>
              )}
            </td>
            <td className="numeric">
              {coupon.minSubtotal === 0 ? t('noMinimum') : formatMoney(coupon.minSubtotal, locale)}
            </td>
            <td className="numeric" data-used={coupon.used}>
              {t('use', {
                used: formatCount(coupon.used, locale),
                limit:
                  coupon.totalLimit === null
                    ? t('noLimit')
                    : formatCount(coupon.totalLimit, locale),
              })}
              {coupon.claimLimit !== null && (
                <span className="block text-muted" data-claimed={coupon.claimed}>
                  {t('claims', {
                    claimed: formatCount(coupon.claimed, locale),
                    limit: formatCount(coupon.claimLimit, locale),
                  })}
                </span>
              )}
            </td>
            <td className="whitespace-nowrap">
              {formatDateTime(coupon.startsAt, locale)}
              <br />– {formatDateTime(coupon.endsAt, locale)}
            </td>
            <td>
              <CouponSwitch
                action={switchAction}
                locale={locale}
                couponId={coupon.id}
                enabled={coupon.enabled}
                texts={{
                  submit: coupon.enabled ? t('switchOff') : t('switchOn'),
                  label: t(coupon.enabled ? 'switchOffOf' : 'switchOnOf', { code: coupon.code }),
                  pending: forms('pending'),
                  check: forms('check'),
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function termsText(
  { kind, percent, amount, cap }: CouponRowView,
  locale: Locale,
  t: Awaited<ReturnType<typeof getTranslations<'admin.coupons'>>>,
): string {
  if (kind === 'fixed') return t('fixed', { amount: formatMoney(amount ?? 0, locale) });
  const rate = { percent: percent ?? 0 };
  return cap === null
    ? t('percent', rate)
    : t('percentCap', { ...rate, cap: formatMoney(cap, locale) });
}
