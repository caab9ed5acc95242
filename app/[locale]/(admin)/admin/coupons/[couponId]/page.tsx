import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CouponEditForm } from '@/components/admin/coupon-edit-form';
import { CouponStateBadge } from '@/components/admin/coupon-state-badge';
import { couponExampleTexts, couponTexts } from '@/components/admin/coupon-texts';
import { KeyPages } from '@/components/admin/key-pages';
import { PageHead } from '@/components/admin/page-head';
import { RedemptionsTable } from '@/components/admin/redemptions-table';
import { MissingPerRequest } from '@/components/shell/missing-per-request';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { updateCouponAction } from '@/lib/actions/admin/coupons';
import { requireAdmin } from '@/lib/auth/session';
import { formatCount } from '@/lib/format/count';
import { Link } from '@/lib/i18n/link';
import type { Locale } from '@/lib/i18n/locales';
import { readRowId } from '@/lib/page-key';
import { getCouponForAdmin } from '@/lib/queries/admin/coupons';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin.coupons');
  return { title: t('title') };
}

/** One coupon: its period and limits to edit, what shoppers see of it, and who used it. */
export default async function CouponPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/coupons/[couponId]'>) {
  const { locale: language, couponId: id } = await params;
  const locale = language as Locale;
  const couponId = readRowId(id);
  const before = readRowId((await searchParams).before);
  const href = couponId === null ? '/admin/coupons' : `/admin/coupons/${couponId}`;
  await requireAdmin(locale, href);
  const found = couponId === null ? null : await getCouponForAdmin(couponId, before);
  if (!found) return <MissingPerRequest />;
  const { coupon, redemptions } = found;
  const t = await getTranslations('admin.coupons');
  const b = await getTranslations('backOffice.coupons');
  const sales = await getTranslations('sales');
  return (
    <>
      <PageHead
        title={coupon.gives.code}
        back={{ href: '/admin/coupons', text: t('back') }}
        action={<CouponStateBadge state={coupon.state} />}
      >
        <p className="mt-2 text-muted">{b('fixedHint')}</p>
        <Link
          href={`/admin?range=30d&coupon=${encodeURIComponent(coupon.gives.code)}`}
          className="text-link"
        >
          {sales('coupons.salesOf')}
        </Link>
        <p className="mt-1 tabular-nums" data-used={coupon.used}>
          {t('columns.used')}{' '}
          {t('use', {
            used: formatCount(coupon.used, locale),
            limit:
              coupon.totalLimit === null ? t('noLimit') : formatCount(coupon.totalLimit, locale),
          })}
        </p>
        {coupon.claims && (
          <p className="mt-1 tabular-nums" data-claimed={coupon.claims.claimed}>
            {t('claims', {
              claimed: formatCount(coupon.claims.claimed, locale),
              limit: formatCount(coupon.claims.limit, locale),
            })}
          </p>
        )}
      </PageHead>
      <div className="flex flex-col gap-4">
        <CouponEditForm
          action={updateCouponAction}
          locale={locale}
          coupon={coupon}
          texts={{ ...(await couponTexts()), submit: b('submit') }}
          exampleTexts={await couponExampleTexts()}
        />
        <Card title={b('redemptions.title')}>
          {redemptions.rows.length === 0 ? (
            <EmptyState title={b('redemptions.empty')} />
          ) : (
            <RedemptionsTable rows={redemptions.rows} />
          )}
          <KeyPages
            firstHref={before === null ? undefined : href}
            nextHref={redemptions.next === null ? undefined : `${href}?before=${redemptions.next}`}
          />
        </Card>
      </div>
    </>
  );
}
